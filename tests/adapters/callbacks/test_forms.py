"""A form is read in one way or not at all."""

import time
from contextlib import suppress

import pytest

from twofold.adapters.callbacks.forms import MOST_PAIRS, read_pairs, values
from twofold.contracts.errors import Untrusted


@pytest.mark.parametrize(
    ("raw", "pairs"),
    [
        (b"A=b", (("A", "b"),)),
        (b"A=&B=", (("A", ""), ("B", ""))),
        (b"B=2&A=1&B=1", (("B", "2"), ("A", "1"), ("B", "1"))),
        (b"A=a+b%20c%2Bd%2bd", (("A", "a b c+d+d"),)),
        (b"A=%C5%BC%F0%9F%99%8F%0A%00", (("A", "ż🙏\n\x00"),)),
        (b"A=!$'()*,-./:;?@_~[]{}|^`\"<>\\#", (("A", "!$'()*,-./:;?@_~[]{}|^`\"<>\\#"),)),
        (b"MediaUrl0=https://a.example/?x%3D1%26y%3D2", (("MediaUrl0", "https://a.example/?x=1&y=2"),)),
    ],
)
def test_a_plain_form_is_read(raw: bytes, pairs: tuple[tuple[str, str], ...]):
    assert read_pairs(raw) == pairs


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"A",
        b"=b",
        b"A=b&",
        b"&A=b",
        b"A=b&&C=d",
        b"A=b=c",
        b"A=b;C=d\n",
        b"A=b c",
        b"A=%",
        b"A=%2",
        b"A=%zz",
        b"A=%+1",
        b"A=%ff",
        b"A=%ed%a0%80",
        b"A=\xc5\xbc",
        b"A=\x00",
        b"A=b\r\n",
        b"%41=b",
        b"A+B=c",
        b"1A=b",
        b'{"A":"b"}',
        b"&".join([b"A=b"] * (MOST_PAIRS + 1)),
    ],
    ids=repr,
)
def test_what_readers_could_disagree_about_is_refused(raw: bytes):
    with pytest.raises(Untrusted):
        read_pairs(raw)


@pytest.mark.parametrize(
    "raw",
    [
        b"A=" + b"%41" * 349_000,
        b"A=" + b"%4" * 500_000,
        b"A" * 1_000_000,
        b"A=b&" * 250_000,
        b"=" * 1_000_000,
    ],
    ids=["escapes", "half escapes", "a name", "many", "nothing else"],
)
def test_a_megabyte_is_read_or_refused_in_no_time(raw: bytes):
    began = time.process_time()
    with suppress(Untrusted):
        read_pairs(raw)
    assert time.process_time() - began < 0.5


def test_a_name_that_stands_twice_has_no_value():
    pairs = read_pairs(b"From=1&To=2&To=2")
    assert values(pairs, "From", "Body") == {"From": "1"}
    with pytest.raises(Untrusted, match="To"):
        values(pairs, "To")
