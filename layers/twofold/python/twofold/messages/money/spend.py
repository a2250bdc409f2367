"""What may be spent on texts is taken before a text leaves, and given back when it surely did not."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from twofold.campaigns.model import Budget
from twofold.contracts.settings import LimitSettings, SendingSettings
from twofold.limits.allowance import Allowance
from twofold.limits.ports import Counter
from twofold.messages.model import VERIFICATION, Message

from .prices import CENT

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
        campaign = f"campaign#{message.origin.campaign_id}"
        if message.message_class == VERIFICATION:
            yield "day_budget", _cents("budget#verification", self.limits.day_budget, _DAY)
        else:
            yield "day_budget", _cents("budget#texts", self.sending.day_budget, _DAY)
        if budget.day is not None:
            yield "campaign_day_budget", _cents(f"budget#{campaign}", budget.day, _DAY)
        if budget.total is not None:
            yield "campaign_budget", _cents(f"budget#{campaign}", budget.total, _EVER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spend:
    counter: Counter
    budgets: Budgets

    def reserve(self, message: Message, budget: Budget, at: datetime) -> str | None:
        """Take `message.price` of every budget; answer the rule of the first one that has not so much left.

        What was taken of the others before is then given back: all or nothing.
        """
        taken: list[Allowance] = []
        for rule, allowance in self.budgets.of(message, budget):
            if not self.counter.take(allowance, at, message.price):
                self._give(taken, at, message.price)
                return rule
            taken.append(allowance)
        return None

    def give_back(self, message: Message, budget: Budget) -> None:
        """The message surely did not leave: its price may be spent on another."""
        if message.charged_at:
            allowances = [allowance for _, allowance in self.budgets.of(message, budget)]
            self._give(allowances, message.charged_at, message.price)

    def _give(self, allowances: list[Allowance], at: datetime, amount: int) -> None:
        for allowance in allowances:
            self.counter.give(allowance, at, amount)


def _cents(key: str, cents: int, seconds: int) -> Allowance:
    return Allowance(key=key, most=cents * CENT, seconds=seconds)
