"""One byte after the other, each changed in four ways; and whether anybody fell for it."""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from tests.adapters.callbacks.signed import READERS, Posted, Reader, Said, another
from twofold.contracts.errors import DomainError, Untrusted

SEED = 20261122
UNTOUCHED_EVERY = 10


@dataclass
class Audit:
    """`taken` are forgeries that were believed; `lost` untouched callbacks that were not.

    A respelling differs in its bytes and says the same (`%2b` for `%2B`): it is refused, or read as what it respells.
    `misread` are those that are neither.
    """

    forged: int = 0
    untouched: int = 0
    respelled: int = 0
    taken: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    misread: list[str] = field(default_factory=list)
    places: Counter[str] = field(default_factory=Counter)

    @property
    def sound(self) -> bool:
        return not (self.taken or self.lost or self.misread)


def audit(name: str, forgeries: int) -> Audit:
    """At least so many forgeries of callbacks like the sample, with untouched ones among them."""
    rng, found = random.Random(SEED), Audit()
    while found.forged < forgeries:
        _audit_one(another(name, rng), READERS[name], rng, found)
    return found


def _audit_one(original: Posted, reader: Reader, rng: random.Random, found: Audit) -> None:
    meant = _said(original, reader)
    for number, (place, forged) in enumerate(changed(original, rng)):
        if number % UNTOUCHED_EVERY == 0:
            found.untouched += 1
            found.lost += [] if _said(original, reader) == meant is not None else [place]
        said = _said(forged, reader)
        if same(original, forged):
            found.respelled += 1
            found.misread += [] if said in (None, meant) else [place]
        else:
            found.forged += 1
            found.places[place.split()[0]] += 1
            found.taken += [place] if said is not None else []


def _said(posted: Posted, reader: Reader) -> Said | DomainError | None:
    """None where it was not believed. Whatever else is wrong with it is only found once it was."""
    try:
        return posted.read_by(reader)
    except Untrusted:
        return None
    except DomainError as error:
        return error


def changed(original: Posted, rng: random.Random) -> Iterator[tuple[str, Posted]]:
    """Each byte of each signed part: a bit flipped, another byte instead, none instead, and one more."""
    for part, was in parts(original).items():
        for at in range(len(was)):
            for how, new in _ways(was[at], rng).items():
                yield f"{part} {at} {how}", with_part(original, part, was[:at] + new + was[at + 1 :])


def _ways(byte: int, rng: random.Random) -> dict[str, bytes]:
    return {
        "flipped": bytes([byte ^ (1 << rng.randrange(8))]),
        "replaced": bytes([(byte + rng.randint(1, 255)) % 256]),
        "dropped": b"",
        "doubled": bytes([byte, rng.randrange(256)]),
    }


def parts(posted: Posted) -> dict[str, bytes]:
    """What is signed, and the signature. The address is signed by Twilio only."""
    headers = {name: value.encode() for name, value in posted.headers.items()}
    if "x-twilio-signature" in headers:
        path, _, query = posted.target.encode().partition(b"?")
        headers |= {"path": path} | ({"query": query} if query else {})
    return {**headers, "body": posted.raw}


def with_part(posted: Posted, part: str, new: bytes) -> Posted:
    if part == "body":
        return replace(posted, raw=new)
    text, (path, mark, query) = new.decode("latin-1"), posted.target.partition("?")
    if part == "path":
        return replace(posted, target=text + mark + query)
    if part == "query":
        return replace(posted, target=path + mark + text)
    return replace(posted, headers={**posted.headers, part: text})


def same(original: Posted, forged: Posted) -> bool:
    """Whether both say the same, in other bytes."""
    if "x-twilio-signature" in original.headers:
        unmoved = (original.target, original.headers) == (forged.target, forged.headers)
        return unmoved and forged.raw.isascii() and original.pairs == forged.pairs
    signatures = forged.headers["webhook-signature"].split(" ")
    mended = {**forged.headers, "webhook-signature": original.headers["webhook-signature"]}
    rest = mended == original.headers and forged.raw == original.raw
    return rest and original.headers["webhook-signature"] in signatures
