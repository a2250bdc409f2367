"""Sends what was planned: decided at the last moment, claimed with everything that must still be true, once."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from twofold.codes.model import DiscountCode
from twofold.contracts.errors import DomainError, Unavailable
from twofold.contracts.events import Envelope, MessagePlanned
from twofold.contracts.instants import Clock
from twofold.messages.model import MARKETING, Message
from twofold.messages.ports import MessageBook, Scheduler, SendingPaused

from .claim import Claim
from .decide import Circumstances, Decide
from .deliver import Deliver
from .survey import Survey
from .verdict import Verdict, block
from .write import WriteText

NEARLY = timedelta(minutes=1)
"""A schedule is this exact, and a queue brings a message again in about as long."""

LOOKS = 5
"""Times that a text is judged anew as its code changes under it, before the queue brings it again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SendPlanned:
    book: MessageBook
    survey: Survey
    decide: Decide
    write: WriteText
    claim: Claim
    deliver: Deliver
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
        for _ in range(LOOKS):
            now = self.survey(message)
            verdict = self.decide(message, now)
            if verdict.action != "send":
                return self._heed(event, message, verdict)
            if now.paused:
                raise SendingPaused("Sending is paused. `make resume` lets texts go again.")
            message, ended = self._send(event, message, now)
            if ended:
                return ended
        raise Unavailable("The code that the text speaks of changes all the time.")

    def _send(self, event: Envelope, message: Message, now: Circumstances) -> tuple[Message, str | None]:
        """How it ended; None where it is to be judged anew, as the message that is answered."""
        assert now.to is not None
        written, sms = self.write(message, now.campaign, now.to, now.lead, now.code)
        claimed, verdict = self.claim(written, now.campaign.budget, now.log, now.pace)
        if verdict.action != "send":
            # What waits is written anew when it goes: then its price, its link and its code are those of that moment.
            return written, self._heed(event, message if verdict.until else written, verdict)
        if self._moved(claimed, now.code):
            return self.deliver.take_back(claimed), None
        return claimed, self.deliver(claimed, sms).state

    def _moved(self, claimed: Message, code: DiscountCode | None) -> bool:
        # The claim asks for consent and for no code, which would cost two writes more: this look costs a read. It
        # begins when the claim is stored, so whoever spent the code before that, be it by a millisecond, is seen.
        if claimed.message_class != MARKETING or code is None:
            return False
        try:
            return self.survey.code(claimed) != code
        except Unavailable:
            self.deliver.take_back(claimed)
            raise

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
