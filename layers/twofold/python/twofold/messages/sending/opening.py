"""When a lead may be sent marketing, as the deployment's hours and the law of where they may be have it."""

from collections.abc import Callable
from datetime import datetime, time

from twofold.contracts.settings import SendingSettings
from twofold.leads.model import Lead
from twofold.leads.phone import Phone
from twofold.messages.quiet_hours.brand import BrandHours
from twofold.messages.quiet_hours.hours import Hours
from twofold.messages.quiet_hours.places import Recipient
from twofold.messages.quiet_hours.window import Opening, next_moment

OpeningFor = Callable[[Phone, Lead | None, datetime], Opening]
"""The first moment, from one on, at which marketing may go wherever the lead may be. Raises NoLegalMoment."""


def opening_hours(sending: SendingSettings) -> OpeningFor:
    """A lead's own `zone` and `postcode` attributes, where they gave them, narrow down where they may be."""
    brand = BrandHours(
        us=Hours(time(sending.us_opens), time(sending.us_closes)),
        elsewhere=Hours(time(sending.opens), time(sending.closes)),
    )

    def opening(phone: Phone, lead: Lead | None, at: datetime) -> Opening:
        given = (lead and lead.attributes) or {}
        recipient = Recipient(phone=phone, zone=given.get("zone"), postcode=given.get("postcode"))
        return next_moment(recipient, at, brand)

    return opening
