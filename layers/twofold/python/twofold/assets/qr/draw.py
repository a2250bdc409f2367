"""Draws a link for a use. The rest of the folder is how."""

from .code import Code, encode
from .png import png
from .svg import svg
from .uses import use_named


def draw_svg(link: str, use: str, *, logo: bool = False) -> str:
    """An SVG document, as wide as the use asks at least; it may be enlarged at will.

    `use` is a name of `USES`. With `logo` the middle is left empty for one. A short link is written in upper case.
    Raises InvalidRequest for another use, and for a link that is empty or too long.
    """
    code = encode(link, use_named(use), logo=logo)
    return svg(code, use_named(use).smallest_mm(code.size))


def draw_png(link: str, use: str, *, logo: bool = False) -> bytes:
    """The same as a PNG, black and white. Raises InvalidRequest as `draw_svg` does."""
    code = encode(link, use_named(use), logo=logo)
    return png(code, use_named(use).module_px, use_named(use).smallest_mm(code.size))


def draw_modules(link: str, use: str, *, logo: bool = False) -> Code:
    """The same as modules, for whoever draws them otherwise. Raises InvalidRequest as `draw_svg` does."""
    return encode(link, use_named(use), logo=logo)
