"""An automation's parts in words for people: what sets it off, what it asks for, what it does and what ends it."""

from collections.abc import Mapping, Sequence

from twofold.automations.check.words import kind_of
from twofold.automations.definition.automation import Again, Daily, Exit, Trigger
from twofold.automations.definition.conditions import Condition
from twofold.automations.facts.catalogue import ATTRIBUTE, EVENT
from twofold.contracts.events import (
    CartUpdated,
    CodeExpired,
    CodeIssued,
    CodeRedeemed,
    CodeRevoked,
    CodeRolledBack,
    EventData,
    LeadConfirmed,
    LeadReturned,
    LeadStageChanged,
    MessageClicked,
    MessageReceived,
    OrderPlaced,
    OrderRefunded,
    ReferralCompleted,
)

_HAPPENS: Mapping[type[EventData], str] = {
    LeadConfirmed: "somebody becomes a lead",
    LeadReturned: "a lead signs up again",
    LeadStageChanged: "a lead comes to another stage",
    CodeIssued: "a code is given to a lead",
    CodeRedeemed: "a lead's code is spent",
    CodeRolledBack: "a redemption is taken back",
    CodeExpired: "a code's time is over",
    CodeRevoked: "a code is withdrawn",
    CartUpdated: "a lead's cart changes",
    OrderPlaced: "a lead orders",
    OrderRefunded: "money of an order goes back",
    MessageClicked: "the link of a text is opened",
    MessageReceived: "a lead answers",
    ReferralCompleted: "a friend has come by a lead's link",
}

_ASKED: Mapping[str, str] = {
    "lead.locale": "their language",
    "lead.country": "their country",
    "lead.stage": "their stage",
    "lead.tags": "their tags",
    "lead.temperature": "what they were before they fell quiet",
    "lead.quiet_days": "days without a sign of them",
    "lead.active_days": "days on which they did something",
    "lead.codes": "codes that they were given",
    "code.state": "the code",
    "code.days_left": "days for which the code is still good",
    "cart.state": "the cart",
    "cart.amount": "what the cart is worth, in minor units",
    "cart.has_code": "a code in the cart",
    "messages.last_30_days": "marketing texts in 30 days",
    "messages.days_since": "days since the last marketing text",
    "messages.templates": "texts that they had in 90 days",
    "campaign.referral": "a reward for friends",
}
"""Of every fact of `facts.FACTS`."""

ENDS: Mapping[Exit, str] = {
    "redeemed": "their code is spent",
    "ordered": "they order",
    "opted_out": "they opt out",
    "code_over": "the code expires or is withdrawn",
    "campaign_over": "the campaign ends",
    "clicked": "they open a link",
    "replied": "they answer",
}


def trigger(given: Trigger) -> str:
    if isinstance(given, Daily):
        return f"nothing was heard of a lead for {_counted(given.quiet_days, 'day')}"
    kind = kind_of(given.event)
    happens = _HAPPENS.get(kind, f"{given.event} happens") if kind else f"{given.event} happens"
    return f"{happens}{asked(given.where, ' with ')}"


def asked(conditions: Sequence[Condition], before: str) -> str:
    """All that must hold, after the words `before`; nothing where nothing is asked for."""
    return before + " and ".join(map(condition, conditions)) if conditions else ""


def condition(given: Condition) -> str:
    """`their stage: customer or advocate`."""
    bounds = ((given.at_least, "or more"), (given.at_most, "or less"))
    parts = [" or ".join(given.is_)] if given.is_ else []
    parts += ["other than " + " or ".join(given.not_)] if given.not_ else []
    parts += [f"{bound} {words}" for bound, words in bounds if bound is not None]
    return f"{_name(given.fact)}: {', '.join(parts)}"


def again(given: Again, *, daily: bool) -> str:
    """How often the same lead may be in it."""
    if given.rule == "after":
        return f"a lead may enter again after {_counted(given.days, 'day')}"
    return (
        "once for each code, cart, order or other event"
        if given.rule == "each" and not daily
        else "once in a lifetime"
    )


def span(days: int, hours: int, minutes: int) -> str:
    """`1 day 2 hours`."""
    told = ((days, "day"), (hours, "hour"), (minutes, "minute"))
    return " ".join(_counted(number, unit) for number, unit in told if number) or "no time"


def _name(fact: str) -> str:
    if fact.startswith(ATTRIBUTE):
        return f"their {fact.removeprefix(ATTRIBUTE)}"
    if fact.startswith(EVENT):
        return fact.removeprefix(EVENT).replace("_", " ")
    return _ASKED.get(fact, fact)


def _counted(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"
