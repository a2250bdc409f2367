"""What a QR code is used for decides how strong and how large it is drawn."""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from twofold.contracts.errors import InvalidRequest

Level = Literal["L", "M", "Q", "H"]
"""Error correction of ISO/IEC 18004: about 7, 15, 25 and 30 % of a code's words may be lost."""

QUIET_MODULES = 4
"""White modules on every side (ISO/IEC 18004)."""
SMALLEST_MODULE_MM = 0.396
"""What GS1's General Specifications ask of a module that phones and tills are to read."""
DISTANCES_PER_SIDE = 10
"""The ten-to-one rule of printers: a code is read from ten times its side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """`name` is the form that an asset is put on, or `screen`. `level` is M on clean paper and on screens, Q
    where fingers and spills come.

    `distance_mm` is how far away people stand; `module_px` is how many pixels a module takes in a PNG.
    """

    name: str
    level: Level
    distance_mm: float
    module_px: int

    def smallest_mm(self, modules: int) -> float:
        """The least side of a printed code that has so many modules a side, without its quiet zone."""
        return max(self.distance_mm / DISTANCES_PER_SIDE, modules * SMALLEST_MODULE_MM)


USES = MappingProxyType(
    {
        use.name: use
        for use in (
            Use(name="poster", level="M", distance_mm=1_000, module_px=40),
            Use(name="flyer", level="M", distance_mm=300, module_px=16),
            Use(name="sticker", level="Q", distance_mm=250, module_px=16),
            Use(name="table_tent", level="Q", distance_mm=500, module_px=24),
            Use(name="billboard", level="M", distance_mm=10_000, module_px=64),
            Use(name="screen", level="M", distance_mm=400, module_px=8),
        )
    }
)


def use_named(name: str) -> Use:
    """Raises InvalidRequest for a use that is not in `USES`."""
    if name not in USES:
        raise InvalidRequest(f"A QR code is drawn for one of: {', '.join(USES)}.", field="use")
    return USES[name]
