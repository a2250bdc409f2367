"""What was measured, beside what it may be."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """`measured` and `most` are in `unit`; REF is a fresh process that imports botocore and makes a
    client, W one warm `put_item` of ten attributes."""

    what: str
    which: str
    measured: float
    most: float
    unit: str
    note: str = ""

    @property
    def holds(self) -> bool:
        return self.measured <= self.most


def as_table(lines: Iterable[Line]) -> str:
    """One line each, a blank one between kinds."""
    text, before = [], None
    for line in lines:
        if before not in (None, line.what):
            text.append("")
        verdict = "ok" if line.holds else "TOO MUCH"
        numbers = f"{_number(line.measured):>8} of {_number(line.most):>5} {line.unit:<6}"
        text.append(f"{line.what:<18} {line.which:<16} {numbers} {verdict:<9} {line.note}".rstrip())
        before = line.what
    return "\n".join(text)


def as_json(lines: Iterable[Line]) -> str:
    return json.dumps([{**asdict(line), "holds": line.holds} for line in lines], indent=2)


def _number(value: float) -> str:
    return f"{value:.2f}" if isinstance(value, float) and not value.is_integer() else f"{value:.0f}"
