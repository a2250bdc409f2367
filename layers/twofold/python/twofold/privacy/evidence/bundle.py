"""A bundle of evidence as text: JSON in which each row is a line, sums up all before it, and the last is signed.

The layout is fixed to the byte, so that whatever is changed is found in its line (`twofold.verify`, docs/privacy.md).
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from twofold.leads.consent import canonical

from .rows import Row
from .sign import SigningKey

FORMAT = "twofold.evidence.v1"


def write_bundle(heading: Mapping[str, Any], rows: Iterable[Row], key: SigningKey) -> str:
    return "\n".join(_lines(heading, rows, key)) + "\n"


def _lines(heading: Mapping[str, Any], rows: Iterable[Row], key: SigningKey) -> Iterator[str]:
    head, total = _summed(FORMAT, {"format": FORMAT, **heading})
    yield f'{{"bundle":{head},'
    yield '"rows":['
    written: list[str] = []
    for number, row in enumerate(rows, start=1):
        line, total = _summed(total, {**row, "n": number})
        written.append(line)
    yield from (f"{line}," for line in written[:-1])
    yield from written[-1:]
    yield "],"
    yield f'"seal":{_sealed(len(written), total, key)}}}'


def _sealed(rows: int, root: str, key: SigningKey) -> str:
    seal = {
        "rows": rows,
        "root": root,
        "algorithm": key.algorithm,
        "public_key": key.public,
        "fingerprint": key.fingerprint,
        "signature": key.sign(signed_words(rows, root)),
    }
    return _summed(root, seal)[0]


def signed_words(rows: int, root: str) -> str:
    """What the signature is over: the last row's sum stands for everything above it."""
    return f"{FORMAT}\n{rows}\n{root}"


def _summed(before: str, what: Mapping[str, Any]) -> tuple[str, str]:
    """The object with its `sum`, as a line, and that sum: SHA-256 over the sum before and the object without."""
    total = hashlib.sha256(f"{before}\n{canonical(what)}".encode()).hexdigest()
    return canonical({**what, "sum": total}), total
