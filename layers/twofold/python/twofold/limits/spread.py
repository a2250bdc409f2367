"""A limit that many reach for at once: split into parts, so that no row is written by everybody, and still exact."""

from dataclasses import dataclass

PARTS = 16
"""Each part takes a sixteenth of the writes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Takes `amount` (negative: gives back) from one part of a limit, which lets `most` be taken.

    `row` is the counter's key. The parts of a limit add up to it, so all of it can be taken, and never more.
    """

    row: str
    amount: int
    most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """A limit of `most` under `key`. Raised or lowered later, its parts grow or shrink; what is taken stays taken."""

    key: str
    most: int

    def part(self, number: int, amount: int = 1) -> Part:
        """One of `PARTS` parts, by its number."""
        share = self.most // PARTS + (number < self.most % PARTS)
        return Part(row=self.row(number), amount=amount, most=share)

    def row(self, number: int) -> str:
        return f"{self.key}#part#{number}"

    def rows(self) -> tuple[str, ...]:
        return tuple(self.row(number) for number in range(PARTS))
