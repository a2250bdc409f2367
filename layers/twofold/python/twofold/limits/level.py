"""Makes a limit that was lowered exact again: what is taken moves to parts that have room for it."""

from dataclasses import dataclass

from .ports import MovableParts
from .spread import Spread


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelLimit:
    parts: MovableParts

    def __call__(self, spread: Spread) -> None:
        """Move, by steps that keep the sum, until no part is above its share while another is below.

        A step that others were quicker than is worked out anew. To be called when everybody knows the limit.
        """
        while moves := list(spread.levelling(self.parts.taken(spread.rows()))):
            for above, free in moves:
                if not self.parts.move(above, free):
                    break
