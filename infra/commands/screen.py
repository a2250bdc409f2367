"""How the commands speak: a line per step with the time it took, tables, and plain words when something is missing."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

COLOUR = sys.stdout.isatty() and "NO_COLOR" not in os.environ


class CannotGoOn(SystemExit):
    """Ends a command with a sentence that says what to do; no traceback, because nothing of ours is broken."""

    def __init__(self, sentence: str) -> None:
        super().__init__(f"\n{paint('✗', 31)} {sentence}\n")
        self.sentence = sentence


def paint(text: str, code: int) -> str:
    return f"\033[{code}m{text}\033[0m" if COLOUR else text


def say(text: str = "") -> None:
    print(text, flush=True)


def done(title: str, note: str = "") -> None:
    say(f"  {paint('✓', 32)} {title}{paint(f'  {note}', 2) if note else ''}")


def warn(text: str) -> None:
    say(f"  {paint('!', 33)} {text}")


def note(text: str) -> None:
    """Beside the answer, which scripts may read."""
    print(f"  {paint('!', 33)} {text}", file=sys.stderr)


@contextmanager
def step(title: str) -> Iterator[None]:
    """Shows the title at once, and the seconds it took once it is over: in its place on a terminal, below in a file."""
    began = time.monotonic()
    print(f"  {paint('…', 36)} {title}", end="" if COLOUR else "\n", flush=True)
    try:
        yield
    except BaseException:
        say(f"{_again()}  {paint('✗', 31)} {title}")
        raise
    print(_again(), end="")
    done(title, f"{time.monotonic() - began:.1f} s")


def during(title: str, note: str) -> None:
    """What a step that is under way is doing now; only a terminal that can take it back shows it."""
    if COLOUR:
        print(f"{_again()}  {paint('…', 36)} {title}  {paint(note[:70], 2)}", end="", flush=True)


def table(header: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    """Columns as wide as what stands in them; what is a number stands to the right."""
    widths = [max(len(row[at]) for row in (header, *rows)) for at in range(len(header))]
    lines = [
        "  ".join(
            cell.rjust(width) if cell.isdecimal() else cell.ljust(width)
            for cell, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in (header, *rows)
    ]
    return "\n".join(lines)


def _again() -> str:
    return "\r\033[K" if COLOUR else ""
