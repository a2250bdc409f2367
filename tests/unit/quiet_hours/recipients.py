"""Recipients, and hours wide enough to leave the law alone."""

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from twofold.leads.phone import Phone
from twofold.messages.quiet_hours.brand import BrandHours
from twofold.messages.quiet_hours.hours import Hours
from twofold.messages.quiet_hours.places import Recipient

ALL_DAY = Hours(time.min, time.max)
LAW_ALONE = BrandHours(us=ALL_DAY, elsewhere=ALL_DAY)
TOLL_FREE = "800"


def american(area_code: str, *, zone: str | None = None, postcode: str | None = None) -> Recipient:
    return Recipient(phone=Phone(f"+1{area_code}5550123", "US"), zone=zone, postcode=postcode)


def canadian(area_code: str) -> Recipient:
    return Recipient(phone=Phone(f"+1{area_code}5550123", "CA"))


def somebody(country: str, *, zone: str | None = None, postcode: str | None = None) -> Recipient:
    """With a number whose digits are never looked at outside North America."""
    return Recipient(phone=Phone("+999601234567", country), zone=zone, postcode=postcode)


def moment(text: str, zone: str = "UTC") -> datetime:
    """`2026-11-23 09:00` on the clocks of a zone."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
