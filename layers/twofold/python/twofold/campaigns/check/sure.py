"""Keeps to itself what is only said because something else could not be read."""

from collections.abc import Iterator, Sequence


def sure(sentences: Iterator[str], unread: Sequence[str]) -> Iterator[str]:
    """Those about nothing that could not be read: neither it, nor what it is a part of, nor a part of it."""
    paths = [_path(fault) for fault in unread]
    for sentence in sentences:
        path = _path(sentence)
        if not any(_within(path, other) or _within(other, path) for other in paths):
            yield sentence


def _path(sentence: str) -> str:
    return sentence.partition(": ")[0]


def _within(path: str, whole: str) -> bool:
    return path == whole or path.startswith((f"{whole}.", f"{whole}["))
