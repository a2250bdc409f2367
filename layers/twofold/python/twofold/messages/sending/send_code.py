"""Sends the discount code that a lead just earned: at least once, always the same code."""

from dataclasses import dataclass, replace

from twofold.campaigns.ports import CampaignBook
from twofold.codes.model import DiscountCode
from twofold.codes.ports import CodeBook
from twofold.contracts.errors import DomainError, NotFound, Unavailable
from twofold.contracts.events import CodeIssued, Envelope, LeadReturned
from twofold.contracts.instants import Clock, from_text
from twofold.leads.model import Challenge, Lead
from twofold.leads.ports import ChallengeBook, LeadBook
from twofold.messages.model import CODE, REQUESTED, STALE_EVENT, Message, message_id
from twofold.messages.money.spend import Spend
from twofold.messages.ports import Consented, ConsentGone, KillSwitch, MessageBook, SendingPaused

from .deliver import Deliver
from .verdict import SEND, Verdict, block, budget_used_up
from .write import WriteText


@dataclass(frozen=True, slots=True, kw_only=True)
class SendCode:
    campaigns: CampaignBook
    challenges: ChallengeBook
    leads: LeadBook
    codes: CodeBook
    book: MessageBook
    write: WriteText
    spend: Spend
    deliver: Deliver
    switch: KillSwitch
    clock: Clock

    def __call__(self, event: Envelope, data: CodeIssued | LeadReturned) -> str:
        """Answer how it ended: accepted, failed, unknown, or the rule that blocked it.

        A text whose fate is unknown is sent again: twice the same code harms nobody, none does.
        Raises Unavailable for another try, and while the kill switch is on.
        """
        if data.code is None:
            return "told_when_issued"
        try:
            challenge, code = self.challenges.find(data.challenge_id), self.codes.find(data.code)
        except NotFound:
            return "code_gone"
        message = self._message(event, challenge, code)
        if self.book.state(message.message_id) not in (None, "planned", "claimed"):
            return "seen"
        lead = self.leads.lead(event.subject)
        verdict = self._verdict(event, lead, code)
        if verdict is not SEND:
            return self.deliver.block(message, verdict).rule or "blocked"
        if self.switch.paused():
            raise SendingPaused("Sending is paused. `make resume` lets texts go again.")
        return self._send(message, challenge, lead, code)

    def _send(self, message: Message, challenge: Challenge, lead: Lead | None, code: DiscountCode) -> str:
        try:
            campaign = self.campaigns.campaign(challenge.origin.campaign_id)
            written, sms = self.write(message, campaign, challenge.phone, lead, code)
        except DomainError as error:
            return self.deliver.block(message, block(error.code, error.detail)).rule or error.code
        at = self.clock()
        reserved, rule = self.spend.reserve(written, campaign.budget, at)
        if rule:
            return self.deliver.block(written, budget_used_up(rule)).rule or rule
        charged = replace(reserved, rule=SEND.rule, why=SEND.why)
        try:
            self.book.claim(charged, consent=Consented(scope=None, at=at))
        except ConsentGone:
            self.spend.give_back(charged)
            return self.deliver.block(written, _LEFT).rule or "opted_out"
        except Unavailable:
            self.spend.give_back(charged)
            raise
        return self.deliver(charged, sms).state

    def _verdict(self, event: Envelope, lead: Lead | None, code: DiscountCode) -> Verdict:
        at = self.clock()
        if at - from_text(event.time) > STALE_EVENT:
            return block("too_old", "It was asked for more than a day ago.")
        if lead is None or lead.status != "confirmed":
            return _LEFT
        fault = code.fault(at)
        return block("code_not_valid", f"The code is not good any more: {fault}.") if fault else SEND

    def _message(self, event: Envelope, challenge: Challenge, code: DiscountCode) -> Message:
        return Message(
            message_id=message_id(event.id, CODE),
            message_class=REQUESTED,
            template=CODE,
            lead_id=challenge.lead_id,
            origin=challenge.origin,
            shown="",
            parts=0,
            planned_at=self.clock(),
            locale=challenge.evidence.locale,
            fields={"code": code.code},
            expires_at=code.expires_at,
        )


_LEFT = block("not_confirmed", "The lead does not want texts any more.")
