"""Tells a text from what only calls itself one, before a line of it is taken for anything."""

from collections.abc import Iterable, Iterator

BOM = b"\xef\xbb\xbf"
"""With which Excel begins a file of UTF-8."""

_BEGINNINGS = (
    (b"PK\x03\x04", "a spreadsheet or a ZIP file: save it as CSV first"),
    (b"\xd0\xcf\x11\xe0", "an old Excel file: save it as CSV first"),
    (b"\x1f\x8b", "compressed: unpack it first"),
    (b"%PDF-", "a PDF"),
    (b"\xff\xfe", "UTF-16: save it as CSV UTF-8 instead"),
    (b"\xfe\xff", "UTF-16: save it as CSV UTF-8 instead"),
)


class Unreadable(Exception):
    """A file that cannot be read any further. The message is a sentence for who sent it."""


def insist_on_text(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same pieces. Raises Unreadable at the first that shows that they are no text."""
    for position, piece in enumerate(pieces):
        if position == 0:
            _judge(piece)
        if b"\x00" in piece:
            raise Unreadable("The file is no text: there are zero bytes in it. Save it as CSV UTF-8.")
        yield piece


def _judge(head: bytes) -> None:
    for beginning, what in _BEGINNINGS:
        if head.startswith(beginning):
            raise Unreadable(f"The file is {what}.")
