"""Whether letters can be read on a colour, as WCAG 2 measures it: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio."""

READABLE = 4.5
"""The least contrast of text (WCAG 2, level AA)."""


def luminance(colour: str) -> float:
    """Of `#rrggbb`: 0 is black, 1 is white."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Between 1 and 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def letters_on(colour: str) -> str:
    """White or black, whichever is read better: one of them has a contrast of 4.5 on every colour."""
    return max("#ffffff", "#000000", key=lambda letters: contrast(colour, letters))
