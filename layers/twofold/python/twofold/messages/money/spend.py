"""What may be spent on texts is taken before a text leaves, and given back when it surely did not."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from twofold.campaigns.model import Budget
from twofold.contracts.errors import Unavailable
from twofold.contracts.settings import LimitSettings, SendingSettings
from twofold.limits.allowance import Allowance
from twofold.limits.ports import Counter
from twofold.messages.model import VERIFICATION, Message

from .prices import CENT

DAY, CAMPAIGN_DAY, CAMPAIGN = "day_budget", "campaign_day_budget", "campaign_budget"
"""The budgets, by the rules that block when they are used up."""

_DAY = 86_400
_EVER = 10**10
"""Seconds, for an allowance that never renews: one window, from 1970 to 2286."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Budgets:
    """Which allowances a message's price is taken from: the deployment's day, the campaign's day, the campaign."""

    limits: LimitSettings
    sending: SendingSettings

    def of(self, message: Message, budget: Budget) -> Iterator[tuple[str, Allowance]]:
        """Each allowance with the rule that blocks when it is used up."""
        verification = message.message_class == VERIFICATION
        day = self.limits.day_budget if verification else self.sending.day_budget
        for rule, cents in ((DAY, day), (CAMPAIGN_DAY, budget.day), (CAMPAIGN, budget.total)):
            if cents is not None:
                yield rule, _purse(rule, message, cents)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spend:
    counter: Counter
    budgets: Budgets

    def reserve(self, message: Message, budget: Budget, at: datetime) -> tuple[Message, str | None]:
        """Take `message.price` of every budget: the message as it was charged. Or, when one has not so much left, the
        message as it was, with the rule of that budget; then, and when Unavailable is raised, nothing is taken.
        """
        taken = replace(message, charged_at=at, charged=())
        try:
            for rule, allowance in self.budgets.of(message, budget):
                if not self.counter.take(allowance, at, message.price):
                    self.give_back(taken)
                    return message, rule
                taken = replace(taken, charged=(*taken.charged, rule))
        except Unavailable:
            self.give_back(taken)
            raise
        return taken, None

    def give_back(self, message: Message) -> Message:
        """The message surely did not leave: its price may be spent on another. Answer it as it was never charged."""
        if message.charged_at:
            for allowance in charged(message):
                self.counter.give(allowance, message.charged_at, message.price)
        return replace(message, charged_at=None, charged=())


def charged(message: Message) -> list[Allowance]:
    """What the message's price was taken of, whichever budgets its campaign has by now."""
    return [_purse(rule, message, 0) for rule in message.charged]


def _purse(rule: str, message: Message, cents: int) -> Allowance:
    if rule == DAY:
        key = "verification" if message.message_class == VERIFICATION else "texts"
    else:
        key = f"campaign#{message.origin.campaign_id}"
    seconds = _EVER if rule == CAMPAIGN else _DAY
    return Allowance(key=f"budget#{key}", most=cents * CENT, seconds=seconds)
