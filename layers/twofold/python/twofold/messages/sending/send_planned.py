"""Sends what was planned: decided at the last moment, claimed with everything that must still be true, once."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from twofold.campaigns.ports import CampaignBook
from twofold.codes.model import DiscountCode
from twofold.codes.ports import CodeBook
from twofold.contracts.errors import DomainError, NotFound, Unavailable
from twofold.contracts.events import Envelope, MessagePlanned
from twofold.contracts.instants import Clock
from twofold.leads.ports import LeadBook
from twofold.messages.model import MARKETING, Message
from twofold.messages.ports import KillSwitch, MessageBook, Scheduler, SendingPaused

from .claim import Claim
from .decide import Circumstances, Decide
from .deliver import Deliver
from .opening import OpeningFor
from .send_log import SendLog
from .verdict import Verdict, block
from .write import WriteText

NEARLY = timedelta(minutes=1)
"""A schedule is this exact, and a queue brings a message again in about as long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SendPlanned:
    campaigns: CampaignBook
    leads: LeadBook
    codes: CodeBook
    book: MessageBook
    decide: Decide
    opening: OpeningFor
    write: WriteText
    claim: Claim
    deliver: Deliver
    switch: KillSwitch
    scheduler: Scheduler
    clock: Clock

    def __call__(self, event: Envelope, data: MessagePlanned) -> str:
        """Answer how it ended: accepted, failed, unknown, deferred, or the rule that blocked it.

        At most once: a text whose fate is unknown stays so until a receipt tells. Raises Unavailable for another try.
        """
        message = self.book.find(data.message_id)
        if message is None:
            return "message_gone"
        if message.state == "claimed":
            self.deliver.interrupted(message)
            return "seen"
        if message.state not in ("planned", "deferred"):
            return "seen"
        if message.due_at and self.clock() < message.due_at:
            return self._sleep_on(event, message, message.due_at - self.clock())
        try:
            return self._judge(event, message)
        except DomainError as error:
            # Its campaign or its template is not there, and trying again does not bring them.
            return self.deliver.block(message, block(error.code, error.detail)).rule or error.code

    def _judge(self, event: Envelope, message: Message) -> str:
        now = self._look(message)
        verdict = self.decide(message, now)
        if verdict.action != "send":
            return self._heed(event, message, verdict)
        if now.paused:
            raise SendingPaused("Sending is paused. `make resume` lets texts go again.")
        return self._send(event, message, now)

    def _send(self, event: Envelope, message: Message, now: Circumstances) -> str:
        assert now.to is not None
        written, sms = self.write(message, now.campaign, now.to, now.lead, now.code)
        claimed, verdict = self.claim(written, now.campaign.budget, now.log)
        if verdict.action == "send":
            return self.deliver(claimed, sms).state
        # What waits is written anew when it goes: then its price, its link and its code are those of that moment.
        return self._heed(event, message if verdict.until else written, verdict)

    def _heed(self, event: Envelope, message: Message, verdict: Verdict) -> str:
        """It does not go now: it waits, or ends, or is somebody else's."""
        if verdict.until:
            return self._defer(event, message, verdict, verdict.until)
        if verdict.action == "block":
            self.deliver.block(message, verdict)
        return verdict.rule

    def _defer(self, event: Envelope, message: Message, verdict: Verdict, until: datetime) -> str:
        waiting = message.now("deferred", rule=verdict.rule, why=verdict.why)
        waiting = replace(waiting, due_at=until, deferrals=message.deferrals + 1)
        if not self.book.defer(waiting):
            return "seen"
        return self._sleep(event, waiting)

    def _sleep_on(self, event: Envelope, message: Message, left: timedelta) -> str:
        # Its schedule may be firing right now, by a clock that is ahead of ours: under that name nothing can be made,
        # and it will be gone in a moment. So the queue brings the message again.
        if left < NEARLY:
            raise Unavailable("The text is early by less than a minute.")
        return self._sleep(event, message)

    def _sleep(self, event: Envelope, message: Message) -> str:
        # Whoever stored the deferral may have died before this: the same name again changes nothing.
        assert message.due_at is not None
        self.scheduler.wake(f"{message.message_id}-{message.deferrals}", message.due_at, event)
        return "deferred"

    def _look(self, message: Message) -> Circumstances:
        lead = None if message.to else self.leads.lead(message.lead_id)
        return Circumstances(
            at=self.clock(),
            campaign=self.campaigns.campaign(message.origin.campaign_id),
            lead=lead,
            to=message.to or (lead.phone if lead else None),
            code=self._code(message),
            paused=self.switch.paused(),
            log=self._log(message),
            opening=self.opening,
        )

    def _code(self, message: Message) -> DiscountCode | None:
        code = message.fields.get("code")
        try:
            return self.codes.find(code) if code else None
        except NotFound:
            return None

    def _log(self, message: Message) -> SendLog | None:
        if message.message_class != MARKETING:
            return None
        return self.book.send_log(message.lead_id, MARKETING).minus(message.counted_at)
