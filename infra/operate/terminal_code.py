"""A QR code in a terminal: two modules a character, dark on light whatever the terminal's own colours are."""

from twofold.assets.qr.draw import draw_modules
from twofold.assets.qr.uses import QUIET_MODULES

_BLACK_ON_WHITE, _AS_BEFORE = "\033[38;5;16;48;5;231m", "\033[0m"
_BLOCKS = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}


def in_blocks(link: str) -> str:
    """Lines of half blocks, with their quiet zone. Raises InvalidRequest as `draw_modules` does."""
    rows = draw_modules(link, "screen").rows
    side = len(rows) + 2 * QUIET_MODULES
    margin = ((False,) * side,) * QUIET_MODULES
    edge = (False,) * QUIET_MODULES
    whole = [*margin, *((*edge, *row, *edge) for row in rows), *margin, *margin[: side % 2]]
    lines = ("".join(_BLOCKS[pair] for pair in zip(*pairs, strict=True)) for pairs in _in_twos(whole))
    return "\n".join(f"{_BLACK_ON_WHITE}{line}{_AS_BEFORE}" for line in lines)


def _in_twos(rows: list[tuple[bool, ...]]) -> list[list[tuple[bool, ...]]]:
    return [rows[at : at + 2] for at in range(0, len(rows), 2)]
