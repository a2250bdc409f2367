"""Takes a marketing text, or says what stands against it at the very moment of taking it."""

from dataclasses import dataclass, replace
from datetime import datetime

from twofold.campaigns.model import Budget
from twofold.campaigns.pace import REAL, Pace
from twofold.contracts.errors import Unavailable
from twofold.contracts.instants import Clock
from twofold.contracts.settings import SendingSettings
from twofold.leads.ports import LeadBook
from twofold.messages.model import MARKETING, Message
from twofold.messages.money.spend import Spend
from twofold.messages.ports import Consented, ConsentGone, LogMoved, MessageBook

from .send_log import SendLog
from .verdict import SEND, Verdict, budget_used_up, forgotten, no_consent, over_cap

TRIES = 10
"""Looks at the send log before the queue brings the message again: many texts for one lead at once."""

TAKEN = Verdict(action="seen", rule="seen", why="Somebody else is sending it.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Money is reserved before the claim; consent, cap and the message itself are one transaction."""

    book: MessageBook
    leads: LeadBook
    spend: Spend
    sending: SendingSettings
    clock: Clock

    def __call__(
        self, message: Message, budget: Budget, log: SendLog | None, pace: Pace = REAL
    ) -> tuple[Message, Verdict]:
        """The message as it was claimed, with the verdict `send`; or as it was, with what stands against it.

        Raises Unavailable when too many want to write to the lead at once.
        """
        at: datetime = self.clock()
        charged, rule = self.spend.reserve(message, budget, at)
        if rule:
            return message, budget_used_up(rule)
        claimed = replace(charged, rule=SEND.rule, why=SEND.why)
        try:
            verdict, counted_at = self._take(claimed, log, pace)
        except Unavailable:
            self.spend.give_back(claimed)
            raise
        if verdict is not SEND:
            self.spend.give_back(claimed)
            return message, verdict
        return replace(claimed, state="claimed", counted_at=counted_at), verdict

    def _take(self, message: Message, log: SendLog | None, pace: Pace) -> tuple[Verdict, datetime | None]:
        for _ in range(TRIES):
            at = self.clock()
            full = over_cap(message, log, at, self.sending, pace) if log else None
            if full:
                return full, None
            try:
                won = self.book.claim(
                    replace(message, counted_at=at if log else None),
                    log.plus(at) if log else None,
                    self._consented(message, at),
                )
            except LogMoved:
                log = self.book.send_log(message.lead_id, MARKETING).minus(message.counted_at)
                continue
            except ConsentGone:
                return self._refusal(message, at), None
            return (SEND if won else TAKEN), at if log else None
        raise Unavailable("Too many texts to one lead at once.")

    def _consented(self, message: Message, at: datetime) -> Consented:
        if message.message_class == MARKETING:
            return Consented(scope=message.scope, at=at)
        # What an automation asks goes to whom it may ask; an answer goes to whoever wrote, lead or not.
        return Consented(scope=None, at=at, asked_at=None if message.enrolment else message.planned_at)

    def _refusal(self, message: Message, at: datetime) -> Verdict:
        lead = self.leads.lead(message.lead_id)
        verdict = forgotten(message, lead) or no_consent(message, lead, at)
        if verdict is None:
            raise Unavailable("The lead's consent changed as it was looked at.")
        return verdict
