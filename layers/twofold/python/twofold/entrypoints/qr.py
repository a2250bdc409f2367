"""QR codes that our own addresses answer with."""

from twofold.assets.qr.draw import draw_svg


def draw_qr(text: str) -> str:
    """An SVG document of a link or a code, for a screen or a till. Raises InvalidRequest when it is too long."""
    return draw_svg(text, "screen")
