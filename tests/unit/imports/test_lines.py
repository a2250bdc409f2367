"""Lines out of pieces, however the pieces fall."""

import tracemalloc
from functools import partial

import pytest

from twofold.imports.codes.rows import LONGEST_LINE
from twofold.imports.lines import Line
from twofold.imports.lines import numbered as numbered_up_to

numbered = partial(numbered_up_to, longest=LONGEST_LINE)
TEXT = b"one\ntwo\r\nthree\rfour\n\n\r\nlast"
WANTED = [b"one", b"two", b"three", b"four", b"", b"", b"last"]


def cut(text: bytes, size: int) -> list[bytes]:
    return [text[start : start + size] for start in range(0, len(text), size)]


@pytest.mark.parametrize("size", range(1, len(TEXT) + 2))
def test_a_line_is_the_same_however_the_pieces_fall(size: int):
    told = list(numbered(cut(TEXT, size)))
    assert [line.content for line in told] == WANTED
    assert [line.number for line in told] == list(range(1, 8))
    assert told[-1].end == len(TEXT)


@pytest.mark.parametrize("size", [1, 2, 7, 100])
def test_whoever_goes_on_after_a_line_finds_the_next_one(size: int):
    for line in numbered(cut(TEXT, size)):
        rest = [next_one.content for next_one in numbered(cut(TEXT[line.end :], size))]
        assert rest == WANTED[line.number :]


def test_a_line_without_an_end_is_the_last_one():
    assert list(numbered([b"a"])) == [Line(1, b"a", 1)]
    assert list(numbered([b"a\r"])) == [Line(1, b"a", 2)]


@pytest.mark.parametrize("pieces", [[], [b""], [b"", b""]])
def test_nothing_has_no_lines(pieces: list[bytes]):
    assert list(numbered(pieces)) == []


@pytest.mark.parametrize("size", [1, 1000, 1024, 4096])
@pytest.mark.parametrize("ending", [b"\n", b"\r\n", b"\r"])
def test_a_line_that_is_too_long_is_told_and_the_next_one_is_read(size: int, ending: bytes):
    text = b"a" + ending + b"x" * 5_000 + ending + b"b"
    told = list(numbered(cut(text, size)))
    assert [line.content for line in told] == [b"a", None, b"b"]
    assert told[1].end == len(text) - 1


def test_a_line_of_the_longest_kind_is_still_a_line():
    assert [len(line.content or b"") for line in numbered([b"x" * (LONGEST_LINE - 1) + b"\n"])] == [1023]


def test_a_line_of_50_mb_takes_no_more_memory_than_any_other():
    piece = b'"' * 65_536
    tracemalloc.start()
    told = list(numbered(piece for _ in range(800)))
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert told == [Line(1, None, 800 * 65_536)]
    assert most < 1024 * 1024
