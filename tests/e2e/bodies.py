"""Bodies that say nothing, or something else than they should."""

import json
from collections.abc import Iterator
from typing import Any

NOT_JSON = {
    "nothing": b"",
    "half": b'{"a": ',
    "words": b"hello",
    "a form": b"phone=601234567&consent=on",
    "bytes": bytes(range(256)),
    "UTF-16": '{"a": 1}'.encode("utf-16"),
    "not a number": b'{"amount": NaN}',
    "infinity": b'{"amount": -Infinity}',
    "ten thousand brackets": b"[" * 10_000,
    "eight thousand arrays in each other": b"[" * 8_000 + b"]" * 8_000,
    "two thousand objects in each other": b'{"a":' * 2_000 + b"1" + b"}" * 2_000,
    "two documents": b"{}{}",
    "a trailing comma": b'{"a": 1,}',
}
NOT_OURS = {
    "bytes that are no UTF-8": b'{"phone": "\xff\xfe"}',
    "an array": b"[]",
    "null": b"null",
    "a number": b"1e400",
    "a text": b'"{}"',
    "an empty object": b"{}",
    "a lone surrogate": rb'{"\ud800": "\udfff"}',
}
WRONG: tuple[Any, ...] = (5, -1, 1.5, True, None, "", [], {}, [[]], "x" * 3_000, "\u0000", "\ud83d", 10**400)


def spoilt(body: dict[str, Any]) -> Iterator[tuple[str, bytes]]:
    """A good body with one thing wrong."""
    whole = json.dumps(body)
    yield "an unknown field", json.dumps(body | {"unknown": 1}).encode()
    for name, value in body.items():
        yield f"no {name}", json.dumps({n: v for n, v in body.items() if n != name}).encode()
        yield f"{name} twice", f"{whole[:-1]}, {json.dumps({name: value})[1:]}".encode()
        for wrong in WRONG:
            if type(wrong) is not type(value) or not wrong:
                yield f"{name} as {wrong!r:.20}", json.dumps(body | {name: wrong}).encode()
