"""What a sheet says, and to whom each of its codes leads."""

import re
from dataclasses import dataclass
from types import MappingProxyType

from twofold.contracts.errors import InvalidRequest

from .words import clean, clusters

LONGEST_ADDRESS = 60
"""Characters that can still be read on a sticker."""
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """Upright, in millimetres."""

    name: str
    width: float
    height: float


PAPERS = MappingProxyType(
    {
        "a4": Paper(name="a4", width=210, height=297),
        "letter": Paper(name="letter", width=215.9, height=279.4),
    }
)


def paper_named(name: str) -> Paper:
    """Raises InvalidRequest for a paper that is not in `PAPERS`."""
    if name not in PAPERS:
        raise InvalidRequest(f"Sheets are made for one of: {', '.join(PAPERS)}.", field="paper")
    return PAPERS[name]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The words of a sheet, the same at each code; any but the brand may be empty.

    `title` is the offer, `advice` what to do ("Scan and get your code"), `footer` the small print. `accent` is the one
    colour, `#rrggbb`. `initials`, one or two characters, stand in a hole in the middle of each code. `locale` is the
    language of the words. Raises InvalidRequest.
    """

    brand: str
    title: str = ""
    advice: str = ""
    footer: str = ""
    accent: str = "#b3261e"
    initials: str = ""
    locale: str = "en"

    def __post_init__(self) -> None:
        if not clean(self.brand):
            raise InvalidRequest("A sheet names its brand.", field="brand")
        if not _COLOUR.fullmatch(self.accent):
            raise InvalidRequest("The accent is a colour such as #b3261e.", field="accent")
        if len(clusters(clean(self.initials))) > 2:
            raise InvalidRequest("At most two initials have room in a code.", field="initials")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One code: where it leads, the address to type instead, and where it is put up ("Market Square 4"): all is read.

    Raises InvalidRequest for an address that nobody would type.
    """

    link: str
    address: str
    place: str = ""

    def __post_init__(self) -> None:
        if not 0 < len(clean(self.address)) <= LONGEST_ADDRESS:
            raise InvalidRequest(
                f"The address below a code has 1 to {LONGEST_ADDRESS} characters.", field="address"
            )
