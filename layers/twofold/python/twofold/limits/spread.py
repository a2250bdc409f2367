"""A limit that many reach for at once: split into parts, so that no row is written by everybody, and still exact."""

from bisect import bisect
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

PARTS = 16
"""Each part takes a sixteenth of the writes. It is in stored keys and shares: never changed."""

Chance = Callable[[], float]
"""A number from 0 up to, but not including, 1; each as likely."""

Taken = Mapping[str, int]
"""How much is taken of each row; nothing of one that is not in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Takes `amount` (negative: gives back) from one part of a limit, which lets `most` be taken.

    `row` is the counter's key. The parts of a limit add up to it, so all of it can be taken, and never more. `above`:
    gives back only what is taken beyond `most`. Stored as JSON: a new field needs a default, a name is never changed.
    """

    row: str
    amount: int
    most: int
    above: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """A limit of `most` under `key`. Raised or lowered later, its parts grow or shrink; what is taken stays taken.

    It is exact while no part is above its share and another below: raised, or taken from, it stays so; lowered, it is
    made so again by `levelling`; `returning` keeps it so.
    """

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

    def fitting(self, amount: int, taken: Taken, chance: Chance) -> tuple[Part, ...]:
        """What takes so much: a part that has room for all of it, or else several together; empty where none can.

        The more room, the likelier: so all parts run out together, and those who come last meet seldom.
        """
        if self.most - sum(taken.get(row, 0) for row in self.rows()) < amount:
            return ()
        rooms = self._rooms(taken)
        weights = [room if room >= amount else 0 for room in rooms]
        if not any(weights):
            return tuple(_together(self, amount, rooms))
        number = bisect(list(accumulate(weights)), int(chance() * sum(weights)))
        return (self.part(number, amount),)

    def returning(self, back: Sequence[Part], taken: Taken) -> tuple[Part, ...]:
        """What gives back as much as `back`: to the same parts, but first to those that are above their share.

        So nothing becomes free while more is taken than a lowered limit allows.
        """
        left, above, own = -sum(part.amount for part in back), dict[str, Part](), dict[str, Part]()
        for number, room in sorted(enumerate(self._rooms(taken)), key=lambda each: each[1]):
            if some := max(0, min(left, -room)):
                above[self.row(number)] = replace(self.part(number, -some), above=True)
                left -= some
        for part in back:
            if some := min(left, -part.amount):
                also = above.pop(part.row, None)
                own[part.row] = replace(part, amount=(also.amount if also else 0) - some)
                left -= some
        return (*above.values(), *own.values())

    def levelling(self, taken: Taken) -> Iterator[tuple[Part, Part]]:
        """Moves from parts above their share to those with room, each of which keeps the sum; none when it is exact."""
        rooms = self._rooms(taken)
        while min(rooms) < 0 < max(rooms):
            full, free = rooms.index(min(rooms)), rooms.index(max(rooms))
            some = min(-rooms[full], rooms[free])
            yield replace(self.part(full, -some), above=True), self.part(free, some)
            rooms[full] += some
            rooms[free] -= some

    def _rooms(self, taken: Taken) -> list[int]:
        """Below nothing where more is taken than the share."""
        parts = [self.part(number) for number in range(PARTS)]
        return [part.most - taken.get(part.row, 0) for part in parts]


def _together(spread: Spread, amount: int, rooms: Sequence[int]) -> Iterator[Part]:
    for number in sorted(range(PARTS), key=lambda n: -rooms[n]):
        some = min(amount, rooms[number])
        if some > 0:
            yield spread.part(number, some)
            amount -= some
