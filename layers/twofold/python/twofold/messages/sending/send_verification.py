"""Sends the verification code that a visitor just asked for: soon, within every limit, or not at all."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from twofold.campaigns.model import Campaign
from twofold.campaigns.ports import CampaignBook
from twofold.contracts.errors import NotFound, Unavailable
from twofold.contracts.events import Envelope, SignupRequested
from twofold.contracts.instants import Clock, from_text
from twofold.contracts.payloads.base import VERIFICATION_DIGITS
from twofold.contracts.settings import LimitSettings
from twofold.leads.model import Challenge
from twofold.leads.ports import ChallengeBook
from twofold.leads.verification import VerificationKey
from twofold.messages.model import STALE_VERIFICATION, VERIFICATION, Message, Sms, message_id
from twofold.messages.ports import KillSwitch, LogMoved, MessageBook
from twofold.messages.texts.fill import fill
from twofold.messages.texts.parts import count_parts

from .deliver import Deliver
from .send_log import SendLog
from .shared_limits import SharedLimits

TRIES = 10

PAUSES = (0.4, 1.2)
"""Seconds before the second and the third try of a text that surely did not leave."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SendVerification:
    campaigns: CampaignBook
    challenges: ChallengeBook
    key: VerificationKey
    book: MessageBook
    deliver: Deliver
    switch: KillSwitch
    shared: SharedLimits
    limits: LimitSettings
    clock: Clock
    pause: Callable[[float], None] = time.sleep

    def __call__(self, event: Envelope, data: SignupRequested) -> str:
        """Answer how it ended: accepted, failed, unknown, or the rule that blocked it.

        Only a text that surely did not leave is tried again, and none that is older than a minute.
        Raises Unavailable for another try.
        """
        try:
            challenge = self.challenges.find(data.challenge_id)
        except NotFound:
            return "challenge_gone"
        message, sms = self._compose(event, challenge)
        state = self.book.state(message.message_id)
        if state not in (None, "planned"):
            return self._after_a_crash(message, state)
        log = self.book.send_log(challenge.lead_id) if state is None else None
        rule = self._rule(event, challenge, message, log)
        ended = self.deliver.block(message, rule) if rule else self._send(message, sms, log)
        return ended.rule or ended.state

    def _after_a_crash(self, message: Message, state: str | None) -> str:
        # A claim that nobody closed may or may not have left; a second text is worse than a resend by hand.
        if state == "claimed":
            self.deliver.end(message.now("unknown", rule="interrupted"))
        return "seen"

    def _rule(
        self, event: Envelope, challenge: Challenge, message: Message, log: SendLog | None
    ) -> str | None:
        at = self.clock()
        if at - from_text(event.time) > STALE_VERIFICATION:
            return "too_old"
        if self.switch.paused():
            return "sending_paused"
        if log is None:
            return None
        return log.rule(at, self.limits) or self.shared.charge(challenge, message.parts, at)

    def _send(self, message: Message, sms: Sms, log: SendLog | None) -> Message:
        taken = self._claim(message, log)
        return self._hand_over(taken, sms) if taken.state == "claimed" else taken

    def _claim(self, message: Message, log: SendLog | None) -> Message:
        for _ in range(TRIES):
            at: datetime = self.clock()
            rule = log.rule(at, self.limits) if log else None
            if rule:
                return self.deliver.block(message, rule)
            try:
                won = self.book.claim(message, log.plus(at) if log else None)
            except LogMoved:
                log = self.book.send_log(message.lead_id)
                continue
            return message.now("claimed" if won else "seen")
        raise Unavailable("Too many texts to one number at once.")

    def _hand_over(self, message: Message, sms: Sms) -> Message:
        # When the queue brings it again, the code is nearly too old: what surely did not leave is tried here.
        for seconds in PAUSES:
            try:
                return self.deliver(message, sms)
            except Unavailable:
                self.pause(seconds)
                if not self.book.claim(message):
                    raise
        return self.deliver(message, sms)

    def _compose(self, event: Envelope, challenge: Challenge) -> tuple[Message, Sms]:
        campaign = self.campaigns.campaign(challenge.origin.campaign_id)
        template = campaign.text(VERIFICATION, challenge.evidence.locale)
        code = self.key.digits(challenge.challenge_id)
        text, shown = (
            _render(template, campaign, code),
            _render(template, campaign, "•" * VERIFICATION_DIGITS),
        )
        message = Message(
            message_id=message_id(event.id, VERIFICATION),
            message_class=VERIFICATION,
            template=VERIFICATION,
            lead_id=challenge.lead_id,
            origin=challenge.origin,
            shown=shown,
            parts=count_parts(text),
            planned_at=self.clock(),
        )
        return message, Sms(challenge.phone, text, VERIFICATION)


def _render(template: str, campaign: Campaign, code: str) -> str:
    return fill(template, {"code": code, "brand": campaign.brand})
