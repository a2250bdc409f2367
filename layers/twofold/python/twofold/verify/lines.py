"""The lines of a bundle, told apart: heading, rows, seal, and what holds them together."""

from collections.abc import Iterator
from dataclasses import dataclass

from .place import BEHIND, CLOSING, HEADING, OPENING, SEAL, Finding, row

_HEAD, _OPEN, _CLOSE, _SEAL = '{"bundle":', '"rows":[', "],", '"seal":'


@dataclass(frozen=True, slots=True)
class Part:
    """One line without what joins it to the next; `line` counts from 1."""

    place: str
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Parts:
    """`seal` is None where the text ends before it."""

    heading: Part
    rows: tuple[Part, ...]
    seal: Part | None
    findings: tuple[Finding, ...]


def take_apart(text: str) -> Parts:
    lines = text.split("\n")
    sealed = _seal_of(lines)
    # Where the closing line is not, what stands there may be a row that has swallowed it.
    closed = sealed - 1 if sealed and not lines[sealed - 1].startswith("{") else sealed
    rows = lines[2 : max(closed, 2)]
    findings = list(_joints(lines, sealed))
    head, wrong = _inner(lines[0], _HEAD, ",")
    findings += [Finding(HEADING, 1, _JOINT)] if wrong else []
    parts = []
    for number, line in enumerate(rows, start=1):
        inner, wrong = _inner(line, "", "" if number == len(rows) else ",")
        parts.append(Part(row(number), number + 2, inner))
        findings += [Finding(row(number), number + 2, _JOINT)] if wrong else []
    tail, wrong = _inner(lines[sealed], _SEAL, "}") if sealed > 0 else ("", False)
    findings += [Finding(SEAL, sealed + 1, _JOINT)] if wrong else []
    seal = Part(SEAL, sealed + 1, tail) if sealed > 0 else None
    return Parts(Part(HEADING, 1, head), tuple(parts), seal, tuple(findings))


_JOINT = "does not begin or end as it was written."


def _seal_of(lines: list[str]) -> int:
    """Where the seal stands: its own line, else the last that says anything."""
    named = [n for n, line in enumerate(lines) if line.startswith(_SEAL)]
    said = [n for n, line in enumerate(lines) if line]
    return (named or said or [0])[-1]


def _joints(lines: list[str], sealed: int) -> Iterator[Finding]:
    if len(lines) < 2 or lines[1] != _OPEN:
        yield Finding(OPENING, 2, "was changed.")
    if sealed < 2 or lines[sealed - 1] != _CLOSE:
        yield Finding(CLOSING, max(sealed, 1), "was changed.")
    if lines[sealed + 1 :] != [""]:
        yield Finding(
            BEHIND, sealed + 1, "is not where it was: something was added or cut off behind the seal."
        )


def _inner(line: str, before: str, behind: str) -> tuple[str, bool]:
    """What stands between; and whether that which should stand around it does not."""
    right = line.startswith(before) and line.endswith(behind) and len(line) >= len(before) + len(behind)
    if not right:
        return line.removeprefix(before).removesuffix(","), True
    return line[len(before) : len(line) - len(behind)], False
