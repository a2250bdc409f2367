"""What an automation is called, whom it is for, and how many may be in it."""

import re
from collections.abc import Iterator

from twofold.automations.definition.automation import Automation
from twofold.campaigns.check.meant import meant
from twofold.campaigns.model import Campaign
from twofold.messages.model import MARKETING
from twofold.messages.texts.findings import Finding, advice, error

from . import place
from .waits import LONGEST

SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?")
"""As ids stand in keys and names of messages: 40 small letters, digits and hyphens at most."""

LONGEST_NAME, MOST_HELD_OUT, MOST_A_DAY = 80, 50, 10_000_000
CART_REMINDERS = "cart_reminders"


def faults(automation: Automation, campaign: Campaign) -> Iterator[Finding]:
    if not SLUG.fullmatch(automation.automation_id):
        detail = (
            "this is a name for machines: up to 40 small letters, digits and hyphens, such as unused-code."
        )
        yield error("automation_id", "no_slug", detail)
    if automation.campaign_id != campaign.campaign_id:
        yield error(
            "campaign_id", "other_campaign", f"this is {campaign.campaign_id}, whose automation it is."
        )
    name = automation.name
    if not name.strip() or not name.isprintable() or len(name) > LONGEST_NAME:
        yield error("name", "no_name", f"what people call it is one line of up to {LONGEST_NAME} characters.")
    yield from _how_many(automation)
    yield from _again(automation)
    yield from _scope(automation, campaign)


def _how_many(automation: Automation) -> Iterator[Finding]:
    if not 0 <= automation.holdout <= MOST_HELD_OUT:
        detail = (
            f"this is 0 to {MOST_HELD_OUT} per cent of those who enter; they get nothing, to compare with."
        )
        yield error("holdout", "out_of_range", detail)
    if automation.daily_most is not None and not 1 <= automation.daily_most <= MOST_A_DAY:
        detail = f"this is 1 or more texts a day, {MOST_A_DAY} at most; leave it out to have no limit."
        yield error("daily_most", "out_of_range", detail)


def _again(automation: Automation) -> Iterator[Finding]:
    again = automation.again
    if again.rule == "after" and not 1 <= again.days <= LONGEST.days:
        yield error("again.days", "out_of_range", f"say after how many days: 1 to {LONGEST.days}.")
    if again.rule != "after" and again.days:
        yield error("again.days", "not_asked_for", "days belong to the rule after; leave them out.")


def _scope(automation: Automation, campaign: Campaign) -> Iterator[Finding]:
    agreed = {scope for wording in campaign.consents for scope in wording.scopes}
    scope, known = automation.scope, (MARKETING, CART_REMINDERS)
    if scope not in agreed and scope not in known:
        yield error("scope", "unknown_scope", f"nobody agrees to `{scope}`{meant(scope, {*agreed, *known})}")
    elif scope not in agreed:
        detail = (
            f"no consent of this campaign is for {scope}, so nobody enters. Add a wording, with a new version, that "
            f'says so, and "scopes": ["{MARKETING}", "{CART_REMINDERS}"]; who agrees from then on can enter.'
        )
        yield advice("scope", "nobody_agreed", detail)
    elif scope == MARKETING and place.has_cart(automation):
        detail = f"carriers want a consent that names carts for texts about one; say {CART_REMINDERS}."
        yield advice("scope", "not_for_carts", detail)
