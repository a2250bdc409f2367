"""A QR code as its modules, dark and light, before anybody draws it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from qrcode import QRCode, constants

from twofold.assets.links import encoded
from twofold.contracts.errors import InvalidRequest

from .hole import hole_side, middle
from .uses import QUIET_MODULES, Level, Use

LONGEST_LINK = 300
"""Characters. A longer one makes modules so many that phones struggle."""
_LEAST_VERSION = 2
"""The first with an alignment pattern, which phones hold on to when a code is bent or seen askew."""

_LEVELS = {
    "L": constants.ERROR_CORRECT_L,
    "M": constants.ERROR_CORRECT_M,
    "Q": constants.ERROR_CORRECT_Q,
    "H": constants.ERROR_CORRECT_H,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """`rows` are True where a module is dark, without the quiet zone. `hole`: modules a side left empty, or 0."""

    text: str
    version: int
    level: Level
    rows: tuple[tuple[bool, ...], ...]
    hole: int = 0

    @property
    def size(self) -> int:
        """Modules a side."""
        return len(self.rows)

    @property
    def whole(self) -> int:
        """Modules a side with the quiet zone."""
        return self.size + 2 * QUIET_MODULES

    def runs(self) -> Iterator[tuple[int, int, int]]:
        """(column, row, length) of each row's dark stretches, counted from the corner of the quiet zone."""
        for y, row in enumerate(self.rows, QUIET_MODULES):
            x = QUIET_MODULES
            for dark, stretch in groupby(row):
                length = len(list(stretch))
                if dark:
                    yield x, y, length
                x += length


def encode(link: str, use: Use, *, logo: bool = False) -> Code:
    """The code of a link, or of any other text, for a use.

    With `logo` its level is H and its middle is empty, as far as that level carries it. Raises InvalidRequest for a
    link that is empty or longer than `LONGEST_LINK`.
    """
    if not 0 < len(link) <= LONGEST_LINK:
        raise InvalidRequest(f"A QR code is made of 1 to {LONGEST_LINK} characters.", field="link")
    return _encode(encoded(link), "H" if logo else use.level, logo)


@lru_cache(maxsize=64)
def _encode(text: str, level: Level, logo: bool) -> Code:
    made = QRCode(version=_LEAST_VERSION, error_correction=_LEVELS[level])
    made.add_data(text)
    made.make()
    hole = hole_side(made.version) if logo else 0
    rows = _with_hole(made.modules, hole)
    return Code(text=text, version=made.version, level=level, rows=rows, hole=hole)


def _with_hole(modules: list[list[bool | None]], side: int) -> tuple[tuple[bool, ...], ...]:
    empty = middle(len(modules), side)
    return tuple(
        tuple(bool(dark) and not (y in empty and x in empty) for x, dark in enumerate(row))
        for y, row in enumerate(modules)
    )
