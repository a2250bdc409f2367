"""Sends the verification code that a visitor just asked for: soon, within every limit, or not at all."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

from twofold.campaigns.model import Budget
from twofold.campaigns.ports import CampaignBook
from twofold.contracts.deadlines import LAST_START
from twofold.contracts.errors import NotFound, Unavailable
from twofold.contracts.events import Envelope, SignupRequested
from twofold.contracts.instants import Clock, from_text
from twofold.contracts.settings import LimitSettings
from twofold.leads.model import Challenge
from twofold.leads.ports import ChallengeBook
from twofold.messages.model import STALE_VERIFICATION, Message, Sms
from twofold.messages.money.spend import Spend
from twofold.messages.ports import KillSwitch, LogMoved, MessageBook, NotStored

from .claim import TAKEN
from .deliver import Deliver
from .send_log import SendLog
from .shared_limits import SharedLimits
from .verdict import SEND, Verdict, budget_used_up, limit_reached
from .write_verification import WriteVerification

TRIES = 10

PAUSES = (0.3, 0.8)
"""Seconds before the second and the third try of a text that surely did not leave, while there is time for one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SendVerification:
    campaigns: CampaignBook
    challenges: ChallengeBook
    book: MessageBook
    write: WriteVerification
    spend: Spend
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
        until = self.clock() + timedelta(seconds=LAST_START)
        if data.by != "code":
            return "confirms_by_reply"
        try:
            challenge = self.challenges.find(data.challenge_id)
        except NotFound:
            return "challenge_gone"
        campaign = self.campaigns.campaign(challenge.origin.campaign_id)
        message, sms = self.write(event, challenge, campaign)
        state = self.book.state(message.message_id)
        if state not in (None, "planned"):
            if state == "claimed":
                self.deliver.interrupted(message)
            return "seen"
        log = self.book.send_log(challenge.lead_id) if state is None else None
        rule = self._rule(event, challenge, log)
        ended = (
            self._block(message, rule)
            if rule
            else self._send(message, replace(sms, until=until), log, campaign.budget)
        )
        return ended.rule if ended.state in ("blocked", "seen") and ended.rule else ended.state

    def _rule(self, event: Envelope, challenge: Challenge, log: SendLog | None) -> str | None:
        at = self.clock()
        if at - from_text(event.time) > STALE_VERIFICATION:
            return "too_old"
        if self.switch.paused():
            return "sending_paused"
        if log is None:
            return None
        return log.rule(at, self.limits) or self.shared.charge(challenge, at)

    def _block(self, message: Message, rule: str) -> Message:
        return self.deliver.block(message, limit_reached(rule))

    def _send(self, message: Message, sms: Sms, log: SendLog | None, budget: Budget) -> Message:
        # When the queue brings it again, the code is nearly too old: what surely did not leave is tried here.
        taken = self._take(message, log, budget)
        for seconds in PAUSES:
            if taken.state != "claimed":
                return taken
            try:
                return self.deliver(taken, sms)
            except NotStored:
                raise
            except Unavailable:
                if sms.until and self.clock() + timedelta(seconds=seconds) > sms.until:
                    raise
            self.pause(seconds)
            if self.switch.paused():
                return self._block(message, "sending_paused")
            taken = self._take(message, None, budget)
        return self.deliver(taken, sms) if taken.state == "claimed" else taken

    def _take(self, message: Message, log: SendLog | None, budget: Budget) -> Message:
        """Charged and claimed; or, charged nothing, blocked or another's."""
        reserved, rule = self.spend.reserve(message, budget, self.clock())
        if rule:
            return self.deliver.block(message, budget_used_up(rule))
        charged = replace(reserved, rule=SEND.rule, why=SEND.why)
        try:
            verdict = self._claim(charged, log)
        except Unavailable:
            self.spend.give_back(charged)
            raise
        if verdict is SEND:
            return replace(charged, state="claimed")
        self.spend.give_back(charged)
        return message.now("seen") if verdict is TAKEN else self.deliver.block(message, verdict)

    def _claim(self, message: Message, log: SendLog | None) -> Verdict:
        for _ in range(TRIES):
            at = self.clock()
            rule = log.rule(at, self.limits) if log else None
            if rule:
                return limit_reached(rule)
            try:
                won = self.book.claim(message, log.plus(at) if log else None)
            except LogMoved:
                log = self.book.send_log(message.lead_id)
                continue
            return SEND if won else TAKEN
        raise Unavailable("Too many texts to one number at once.")
