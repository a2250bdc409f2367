"""What can be a coupon at all: judged the same in a file's line as in a delivery by the API."""

import re
from datetime import UTC, datetime, time, timedelta
from typing import Literal, NamedTuple

from twofold.codes.tidy import tidy

from .model import Coupon

Fault = Literal[
    "empty",
    "too_long",
    "strange_characters",
    "duplicate",
    "bad_date",
    "expired",
    "not_utf8",
]
"""Why a line holds no coupon that could be given out: stable words."""

LONGEST = 64
"""Characters of a coupon, as it was delivered."""

# A letter or digit comes first: what a spreadsheet takes for a formula (= + - @) is none.
_CODE = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._ -]*[A-Za-z0-9._-])?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_INSTANT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:\d\d)")


class Entry(NamedTuple):
    """A coupon as it was delivered: `code` is how it is looked up, `written` how it was spelled."""

    code: str
    written: str
    expires_at: datetime | None = None

    def of(self, campaign_id: str, import_id: str | None = None) -> Coupon:
        """As it lies in a campaign's pool."""
        return Coupon.delivered(campaign_id, self.written, expires_at=self.expires_at, import_id=import_id)


class NoCoupon(Exception):
    """`reason` says why."""

    def __init__(self, reason: Fault) -> None:
        super().__init__(reason)
        self.reason = reason


def read_coupon(text: str, until: str = "", *, at: datetime) -> Entry:
    """The coupon in `text`, good until `until` (`read_end`), if there is one. Raises NoCoupon."""
    written = text.strip()
    if not written:
        raise NoCoupon("empty")
    if len(written) > LONGEST:
        raise NoCoupon("too_long")
    if not _CODE.fullmatch(written):
        raise NoCoupon("strange_characters")
    return Entry(tidy(written), written, _end(until.strip(), at) if until else None)


def read_end(text: str) -> datetime:
    """When a coupon stops being good: an instant with its offset, or a day (of UTC), which it is still good on.

    ISO 8601: `2026-12-31T22:00:00+01:00`, `2026-12-31`. Raises ValueError for anything else.
    """
    try:
        if _DAY.fullmatch(text):
            day = datetime.fromisoformat(text).date()
            return datetime.combine(day, time(), UTC) + timedelta(days=1)
        if _INSTANT.fullmatch(text):
            return datetime.fromisoformat(text).astimezone(UTC)
    except OverflowError as error:
        raise ValueError("no moment that we could store") from error
    raise ValueError("neither a day nor an instant with its offset")


def _end(text: str, at: datetime) -> datetime | None:
    if not text:
        return None
    try:
        end = read_end(text)
    except ValueError as error:
        raise NoCoupon("bad_date") from error
    if end <= at:
        raise NoCoupon("expired")
    return end
