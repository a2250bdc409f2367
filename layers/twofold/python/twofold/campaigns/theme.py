"""How a campaign looks: a few colours, a radius and a font, checked so that they can be read and are nothing else."""

import re
from collections.abc import Iterator, Mapping

from .address import is_web
from .contrast import READABLE, contrast

FONTS = {
    "system": "system-ui, sans-serif",
    "rounded": "ui-rounded, 'Hiragino Maru Gothic ProN', Quicksand, Nunito, system-ui, sans-serif",
    "serif": "ui-serif, 'Iowan Old Style', Georgia, serif",
    "mono": "ui-monospace, Menlo, Consolas, monospace",
}
"""Fonts that devices bring along: none is fetched."""

SCHEMES = ("light", "dark", "light dark")
COLOURS = ("accent", "on-accent", "paper", "ink")
NAMES = (*COLOURS, "radius", "font", "scheme", "image")

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_RADIUS = re.compile(r"0|(?:[0-9]|[12][0-9]|3[0-2])px|(?:[01](?:\.[0-9]{1,2})?|2)r?em")
"""At most 32 px, or twice the size of the letters."""

_ADVICE = {
    "radius": "a length up to 32px or 2rem, such as 12px",
    "font": f"one of {', '.join(FONTS)}",
    "scheme": f"one of {', '.join(SCHEMES)}",
    "image": "the address of a picture, beginning with https://",
}
_PLAIN = {"paper": "#ffffff", "ink": "#1d1a16"}
"""What stands there when the theme does not say."""


def faults(path: str, theme: Mapping[str, str] | None) -> Iterator[str]:
    """A sentence for each value that cannot be used, beginning with its path: `theme.accent: …`."""
    given = theme or {}
    for name, value in given.items():
        if name not in NAMES:
            yield f"{path}.{name}: there is no such field; a theme has {', '.join(NAMES)}."
        elif not _usable(name, value):
            yield f"{path}.{name}: this is {_ADVICE.get(name, 'a colour such as #b3261e')}."
    yield from (f"{path}.{sentence}" for sentence in _unreadable(usable(given)))


def usable(theme: Mapping[str, str]) -> dict[str, str]:
    """What of it can be used, whoever stored it."""
    return {name: value for name, value in theme.items() if name in NAMES and _usable(name, value)}


def dressed(theme: Mapping[str, str]) -> dict[str, str]:
    """The same, with the font's name replaced by the fonts it stands for: values as CSS takes them."""
    fit = usable(theme)
    return fit | ({"font": FONTS[fit["font"]]} if "font" in fit else {})


def _usable(name: str, value: object) -> bool:
    if not isinstance(value, str):
        return False
    if name in COLOURS:
        return bool(_COLOUR.fullmatch(value))
    if name == "image":
        return is_web(value)
    if name == "radius":
        return bool(_RADIUS.fullmatch(value))
    return value in (FONTS if name == "font" else SCHEMES)


def _unreadable(theme: Mapping[str, str]) -> Iterator[str]:
    """Letters on the accent are chosen to fit where the theme names none."""
    whole = {**_PLAIN, **theme}
    for below, above in (("accent", "on-accent"), ("paper", "ink")):
        if not {below, above} & theme.keys() or not {below, above} <= whole.keys():
            continue
        found = contrast(whole[below], whole[above])
        if found < READABLE:
            yield f"{above}: it cannot be read on {below}: contrast {found:.1f}, and {READABLE} is the least."
