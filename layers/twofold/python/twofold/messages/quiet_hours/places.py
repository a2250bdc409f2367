"""Where a recipient may be, as far as we know, and the rows that hold there."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from twofold.contracts.errors import DomainError
from twofold.leads.phone import Phone

from .area_codes import US_STATES, Area, area_of
from .brand import BrandHours
from .hours import Row
from .postcodes import state_of
from .rules import COUNTRIES, STATES
from .zones import clock_of, is_place, zones_of

_FAR_WEST = frozenset({"America/Anchorage", "America/Adak", "Pacific/Honolulu"})
"""Where a mere guess does not ask for the brand's hours, which are courtesy; the law holds there as everywhere.

Noon in Honolulu is 18:00 in Providence, where texts end: with both, a number that tells nothing would get none.
"""


class NoLegalMoment(DomainError):
    """No moment is inside all the hours that hold for this recipient: the text can never go."""

    default_code = "no_legal_moment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """What we know of where a lead is. What cannot be understood counts as not known."""

    phone: Phone
    zone: str | None = None
    """The IANA name of the zone they live by, as they or their browser stated it."""
    postcode: str | None = None
    """Read for numbers of the US only: five digits, or nine."""


@dataclass(frozen=True, slots=True)
class Place:
    """A zone in which the recipient may be, and every row that holds if they are."""

    zone: ZoneInfo
    rows: tuple[Row, ...]


def places(recipient: Recipient, brand: BrandHours) -> tuple[Place, ...]:
    """Every place the recipient may be in: a text may go when every row of every place allows it.

    The zone is the one stated, else those of the postcode's state, else all of the area code, else all of the
    country. The state is the postcode's, else the area code's; where that tells nothing, it may be any.
    Raises NoLegalMoment for a country that lies in no zone.
    """
    rows: dict[str, dict[str, Row]] = {}
    areas = _areas(recipient)
    for area in areas:
        for zone in _zones(recipient, area):
            courtesy = len(areas) == 1 or zone not in _FAR_WEST or zone == recipient.zone
            held = _laws(area) + ([brand.row(area.country)] if courtesy else [])
            rows.setdefault(zone, {}).update({row.id: row for row in held})
    if not rows:
        raise NoLegalMoment(f"No time zone of {recipient.phone.country} is known.")
    return tuple(Place(clock_of(zone), tuple(held.values())) for zone, held in rows.items())


def _zones(recipient: Recipient, area: Area) -> tuple[str, ...]:
    return (recipient.zone,) if recipient.zone and is_place(recipient.zone) else area.zones


def _laws(area: Area) -> list[Row]:
    return [row for row in (STATES.get(area.state), COUNTRIES.get(area.country)) if row]


def _areas(recipient: Recipient) -> tuple[Area, ...]:
    """Where the number and the postcode say that the recipient may be."""
    country = recipient.phone.country
    area = area_of(recipient.phone.e164)
    state = state_of(recipient.postcode) if recipient.postcode and country == "US" else None
    if state:
        return (US_STATES.get(state) or _whole(state),)
    if area and area.country == country:
        return (area,)
    return tuple(US_STATES.values()) if country == "US" else (_whole(country),)


def _whole(country: str) -> Area:
    return Area(country, "", zones_of(country))
