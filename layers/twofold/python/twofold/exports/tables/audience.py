"""Numbers as advertising platforms match them: hashed, and only of leads who agreed to that.

Google hashes E.164 with its plus, under the heading `Phone`: https://support.google.com/google-ads/answer/7659867
Meta hashes the digits alone, under the heading `phone`: https://www.facebook.com/business/help/2082575038703844 and
https://developers.facebook.com/docs/marketing-api/audiences/guides/custom-audiences
Both take SHA-256 as hexadecimal digits in lower case, without a salt.
"""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

from twofold.contracts.exports import Platform
from twofold.exports.columns import Column, Row

from .leads import LeadRecord

SCOPE = "ads"
"""What a consent's wording must name in its `scopes` for people's numbers to be matched by a platform."""


@dataclass(frozen=True, slots=True)
class Upload:
    """What one platform takes: `heading` of its only column, and a number as it is `normal` there."""

    heading: str
    normal: Callable[[str], str]

    @property
    def columns(self) -> tuple[Column, ...]:
        return (Column(self.heading),)

    def row(self, record: LeadRecord) -> Row | None:
        lead = record.lead
        if lead.status != "confirmed" or SCOPE not in lead.scopes or lead.phone is None:
            return None
        return (sha256(self.normal(lead.phone.e164).encode()).hexdigest(),)


PLATFORMS: dict[Platform, Upload] = {
    "google": Upload("Phone", str),
    "meta": Upload("phone", lambda e164: e164.removeprefix("+")),
}
