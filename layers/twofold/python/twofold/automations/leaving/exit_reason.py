"""The truth about why a lead's way through an automation is over, asked of what is stored and not of what was heard.

Clicks and replies end it as they are heard, and in no other way: nobody asks for them again.
"""

from datetime import datetime

from twofold.automations.definition.automation import Automation, Exit
from twofold.automations.facts.look import Look
from twofold.codes.model import DiscountCode

RECENT = 5
"""Codes of a lead that are looked at where the automation is about none in particular: the last ones."""


def why_over(automation: Automation, look: Look) -> Exit | None:
    """The first reason that holds now; None when there is none."""
    if look.lead is None or look.lead.status != "confirmed":
        return "opted_out"
    if look.campaign.ends_at and look.at >= look.campaign.ends_at:
        return "campaign_over"
    if "ordered" in automation.ends and _ordered(look):
        return "ordered"
    if look.about and not look.enrolment.gave:
        reason = _of_code(look)
    else:
        reason = "redeemed" if _redeemed(look, look.lead.codes) else _of_gift(look)
    return reason if reason in automation.ends else None


def _ordered(look: Look) -> bool:
    if look.cart and look.cart.state == "ordered":
        return True
    return look.sources.orders.ordered(look.enrolment.lead_id, look.enrolment.entered_at)


def _of_code(look: Look) -> Exit | None:
    if look.code is None or look.code.lead_id != look.enrolment.lead_id:
        # Nobody is told of a code that is another's, whatever an event said.
        return "code_over"
    if look.code.spent:
        return "redeemed"
    return "code_over" if look.code.fault(look.at) else None


def _of_gift(look: Look) -> Exit | None:
    return _of_code(look) if look.enrolment.gave else None


def _redeemed(look: Look, codes: tuple[str, ...]) -> bool:
    """Any code of the campaign counts that was spent since they entered."""
    found = (look.find_code(code) for code in codes[-RECENT:])
    mine = (code for code in found if code and code.origin.campaign_id == look.enrolment.campaign_id)
    return any(_spent_since(code, look.enrolment.entered_at) for code in mine)


def _spent_since(code: DiscountCode, since: datetime) -> bool:
    return any(not redemption.whole and redemption.at >= since for redemption in code.redemptions)
