"""Sets one piece of text on a card."""

from dataclasses import dataclass, replace

from twofold.contracts.errors import InvalidRequest

from .fit import LINE, Room, fit
from .ink import Anchor, Text
from .words import reads_leftwards

_BASELINE = 0.95
"""From the top of a line to its baseline, in type sizes."""


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that are set, and how tall they stand together."""

    height: float
    lines: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """How a text looks, and how tall it may stand: all in millimetres. Its smallest type is `least` of its largest.

    What must be `whole` is refused rather than cut.
    """

    largest: float
    height: float
    colour: str
    bold: bool = False
    least: float = 0.5
    whole: bool = False

    def scaled(self, unit: float) -> "Face":
        """Its millimetres, given in units."""
        return replace(self, largest=self.largest * unit, height=self.height * unit)

    def room(self, width: float) -> Room:
        return Room(width=width, height=self.height, largest=self.largest, smallest=self.largest * self.least)


def block(text: str, face: Face, *, x: float, y: float, width: float, anchor: Anchor = "middle") -> Block:
    """The text from `y` downwards; `x` is the left edge of its room, however it is anchored.

    What reads from right to left starts on the right. Raises InvalidRequest for an address that must be cut.
    """
    if anchor == "start" and reads_leftwards(text):
        anchor = "end"
    fitted = fit(text, face.room(width))
    if face.whole and fitted.cut:
        raise InvalidRequest("The address below a code is too long for its card.", field="address")
    at = {"start": x, "middle": x + width / 2, "end": x + width}[anchor]
    lines = tuple(
        Text(
            x=at,
            y=y + fitted.size * (_BASELINE + LINE * i),
            size=fitted.size,
            text=line,
            room=width,
            colour=face.colour,
            bold=face.bold,
            anchor=anchor,
        )
        for i, line in enumerate(fitted.lines)
    )
    return Block(fitted.height, lines)


def moved(made: Block, down: float) -> tuple[Text, ...]:
    """The lines, further down."""
    return tuple(replace(line, y=line.y + down) for line in made.lines)
