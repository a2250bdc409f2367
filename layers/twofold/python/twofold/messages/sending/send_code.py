"""Sends the discount code that a lead just earned: at least once, always the same code."""

from dataclasses import dataclass, replace

from twofold.campaigns.ports import CampaignBook
from twofold.codes.model import DiscountCode
from twofold.codes.ports import CodeBook
from twofold.contracts.causes import AUTOMATION, PARTNER, PROMISE
from twofold.contracts.errors import DomainError, NotFound, Unavailable
from twofold.contracts.events import CodeIssued, Envelope, LeadReturned
from twofold.contracts.instants import Clock, from_text
from twofold.leads.model import Lead
from twofold.leads.ports import ChallengeBook, LeadBook
from twofold.messages.model import CODE, REQUESTED, STALE_EVENT, Message, message_id
from twofold.messages.money.spend import Spend
from twofold.messages.ports import Consented, ConsentGone, KillSwitch, MessageBook, SendingPaused

from .code_recipient import Recipient, as_confirmed, as_known, cause_of
from .deliver import Deliver
from .verdict import SEND, Verdict, block, budget_used_up, kept_back
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

        A text whose fate is unknown is sent again: twice the same code harms nobody, none does. A code that was
        promised goes to the lead as they stand now, whatever has become of the challenge; one that a partner gave is
        the partner's to tell, and of one that an automation gave its own texts speak.
        Raises Unavailable for another try, and while the kill switch is on.
        """
        if data.code is None:
            return "told_when_issued"
        cause = cause_of(data)
        if cause in _TELL_THEMSELVES:
            return f"told_by_{cause}"
        try:
            code, lead = self.codes.find(data.code), self.leads.lead(event.subject)
            to = self._recipient(data, lead, code, promised=cause == PROMISE)
        except NotFound:
            return "code_gone"
        message = self._message(event, to, code)
        if self.book.state(message.message_id) not in (None, "planned", "claimed"):
            return "seen"
        verdict = self._verdict(event, lead, code, promised=cause == PROMISE)
        if verdict is not SEND:
            return self.deliver.block(message, verdict).rule or "blocked"
        if self.switch.paused():
            raise SendingPaused("Sending is paused. `make resume` lets texts go again.")
        return self._send(message, to, lead, code)

    def _send(self, message: Message, to: Recipient, lead: Lead | None, code: DiscountCode) -> str:
        try:
            campaign = self.campaigns.campaign(code.origin.campaign_id)
            written, sms = self.write(message, campaign, to.phone, lead, code)
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

    def _recipient(
        self, data: CodeIssued | LeadReturned, lead: Lead | None, code: DiscountCode, *, promised: bool
    ) -> Recipient:
        # With a new code the lead was stored, its number and language as they were confirmed: nothing else is to be
        # read. One who returns has a code of before, and met us elsewhere now.
        known = as_known(lead, code) if isinstance(data, CodeIssued) else None
        if known:
            return known
        if promised:
            raise NotFound("The lead has no number any more.", code="no_number")
        return as_confirmed(self.challenges.find(data.challenge_id))

    def _verdict(self, event: Envelope, lead: Lead | None, code: DiscountCode, *, promised: bool) -> Verdict:
        at = self.clock()
        if at - from_text(event.time) > STALE_EVENT:
            return block("too_old", "It was asked for more than a day ago.")
        if lead is None or lead.status != "confirmed":
            return _LEFT
        # Since a promise was given the number may have got another owner, or its owner may have written something.
        held = kept_back(lead, at) if promised else None
        if held:
            return held
        fault = code.fault(at)
        return block("code_not_valid", f"The code is not good any more: {fault}.") if fault else SEND

    def _message(self, event: Envelope, to: Recipient, code: DiscountCode) -> Message:
        return Message(
            message_id=message_id(event.id, CODE),
            message_class=REQUESTED,
            template=CODE,
            lead_id=event.subject,
            origin=to.origin,
            shown="",
            parts=0,
            planned_at=self.clock(),
            locale=to.locale,
            fields={"code": code.code},
            expires_at=code.expires_at,
        )


_TELL_THEMSELVES = frozenset({PARTNER, AUTOMATION})
"""Who gives codes that they tell of themselves."""

_LEFT = block("not_confirmed", "The lead does not want texts any more.")
