"""What a page is made of. All of it is in millimetres, from the left and from the top."""

from dataclasses import dataclass
from typing import Literal

from twofold.assets.qr.code import Code

INK, SOFT, FAINT, CROP, FOLD = "#1c1b1f", "#49454f", "#767676", "#9a9a9a", "#b9b9b9"
Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One line whose baseline is at `y`, and that may be `room` wide; `x` is where its anchor is."""

    x: float
    y: float
    size: float
    text: str
    room: float
    colour: str
    bold: bool
    anchor: Anchor


@dataclass(frozen=True, slots=True, kw_only=True)
class Square:
    """A code with its quiet zone, `side` wide."""

    x: float
    y: float
    side: float
    code: Code


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A frame with round corners, or a filled bar where `stroke` is 0."""

    x: float
    y: float
    width: float
    height: float
    radius: float
    stroke: float
    colour: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A thin line for whoever cuts, or, `dashed`, for whoever folds."""

    x: float
    y: float
    to_x: float
    to_y: float
    colour: str
    dashed: bool = False


Mark = Text | Square | Box


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One piece of the sheet; its marks count from its own corner. `turned`: it stands on its head."""

    x: float
    y: float
    width: float
    height: float
    marks: tuple[Mark, ...]
    turned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    width: float
    height: float
    cards: tuple[Card, ...]
    rules: tuple[Rule, ...] = ()
