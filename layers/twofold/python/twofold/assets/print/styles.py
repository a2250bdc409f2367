"""How a card looks: its type and its distances, in hundredths of the card's measure."""

from dataclasses import dataclass, fields, replace
from typing import Any, Self

from .block import Face
from .ink import FAINT, INK, SOFT


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A face that is None has no place on this card. `code` is the widest a code grows, `gap` what parts two things."""

    margin: float
    gap: float
    code: float
    brand: Face
    title: Face
    advice: Face | None
    address: Face
    footer: Face | None
    place: Face

    def scaled(self, unit: float, accent: str) -> Self:
        """In millimetres, with the brand in its colour."""
        given = {field.name: getattr(self, field.name) for field in fields(self)}
        scaled: dict[str, Any] = {
            key: value.scaled(unit) if isinstance(value, Face) else value and value * unit
            for key, value in given.items()
        }
        scaled["brand"] = replace(scaled["brand"], colour=accent)
        return replace(self, **scaled)


UPRIGHT = Style(
    margin=6.5,
    gap=2,
    code=76,
    brand=Face(largest=4.2, height=5.5, colour=INK, bold=True, least=0.4),
    title=Face(largest=9.6, height=21.5, colour=INK, bold=True, least=0.35),
    advice=Face(largest=3.6, height=6.6, colour=SOFT),
    address=Face(largest=5, height=6.6, colour=INK, bold=True, least=0.4, whole=True),
    footer=Face(largest=1.8, height=4.6, colour=FAINT, least=0.75),
    place=Face(largest=1.7, height=2.2, colour=FAINT),
)
"""Posters and flyers: all in one column. The measure is the width, or what the height allows of it."""

TENT = Style(
    margin=8,
    gap=3.2,
    code=84,
    brand=Face(largest=5.6, height=7.4, colour=INK, bold=True),
    title=Face(largest=9.6, height=28.5, colour=INK, bold=True, least=0.35),
    advice=Face(largest=4.2, height=11, colour=SOFT),
    address=Face(largest=5.4, height=7.4, colour=INK, bold=True, least=0.4, whole=True),
    footer=Face(largest=2.3, height=6, colour=FAINT, least=0.75),
    place=Face(largest=2.2, height=2.8, colour=FAINT),
)
"""A face of a table tent: the code beside the words. The measure is the height."""

STICKER = Style(
    margin=7,
    gap=3,
    code=100,
    brand=Face(largest=9, height=11.5, colour=INK, bold=True),
    title=Face(largest=11.5, height=38, colour=INK, bold=True),
    advice=None,
    address=Face(largest=7.5, height=21, colour=INK, bold=True, least=0.7, whole=True),
    footer=None,
    place=Face(largest=5, height=6.3, colour=FAINT),
)
"""The code with its quiet zone takes the whole height; there is no room for advice and small print."""
