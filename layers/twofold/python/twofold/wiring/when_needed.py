"""Stands in for what few texts need, and loads it for the first that does."""

from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

from twofold.campaigns.model import Campaign
from twofold.codes.model import DiscountCode
from twofold.leads.model import Lead
from twofold.messages.model import Message

if TYPE_CHECKING:
    from twofold.automations.leaving.still_wanted import EnrolmentWants
    from twofold.leads.referral_link import OwnLink


class StillWantedWhenNeeded:
    """A `StillWanted`: most texts are of no automation."""

    def unwanted(
        self, message: Message, at: datetime, lead: Lead | None, code: DiscountCode | None
    ) -> str | None:
        return _wants().unwanted(message, at, lead, code)


def own_link(lead_id: str, campaign: Campaign) -> str:
    """The link that a lead brings friends by: most texts show none."""
    return _own_link()(lead_id, campaign)


@cache
def _wants() -> "EnrolmentWants":
    from .rare_texts import still_wanted

    return still_wanted()


@cache
def _own_link() -> "OwnLink":
    from .rare_texts import own_link

    return own_link()
