"""Challenges in memory."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from tests.fakes.memory import Memory
from tests.fakes.taps import insist_on_tap
from twofold.contracts.errors import Conflict, Gone, NotFound, TooMany
from twofold.contracts.events import Envelope
from twofold.leads.model import Challenge
from twofold.limits.allowance import Allowance


@dataclass(frozen=True, slots=True)
class InMemoryChallengeBook:
    memory: Memory

    def open(self, challenge: Challenge, event: Envelope, charges: Sequence[Allowance], at: datetime) -> None:
        with self.memory.lock:
            if challenge.challenge_id in self.memory.challenges:
                raise Conflict("Somebody asked for this code at the same moment.", code="asked_already")
            insist_on_tap(self.memory, challenge, at)
            self._store(challenge, event, charges, at)

    def find(self, challenge_id: str) -> Challenge:
        with self.memory.lock:
            if challenge_id not in self.memory.challenges:
                raise NotFound("There is no such verification.", code="challenge_not_found")
            return self.memory.challenges[challenge_id]

    def renew(
        self, challenge: Challenge, event: Envelope, charges: Sequence[Allowance], at: datetime
    ) -> None:
        with self.memory.lock:
            stored = self.find(challenge.challenge_id)
            if stored.sends != challenge.sends - 1 or stored.outcome:
                raise Conflict("Somebody asked for this code at the same moment.", code="asked_already")
            self._store(replace(challenge, attempts=stored.attempts), event, charges, at)

    def await_reply(self, challenge: Challenge) -> None:
        with self.memory.lock:
            self.memory.awaited[challenge.lead_id] = challenge.challenge_id

    def awaiting_reply(self, lead_id: str) -> Challenge | None:
        with self.memory.lock:
            return self.memory.challenges.get(self.memory.awaited.get(lead_id, ""))

    def charge(self, challenge_id: str, at: datetime) -> Challenge:
        with self.memory.lock:
            stored = self.find(challenge_id)
            if not stored.attempts_left or at >= stored.expires_at:
                raise Gone("This verification is over.", code="challenge_over")
            charged = replace(stored, attempts=stored.attempts + 1)
            self.memory.challenges[challenge_id] = charged
            return charged

    def _store(
        self, challenge: Challenge, event: Envelope, charges: Sequence[Allowance], at: datetime
    ) -> None:
        for allowance in charges:
            if not self.memory.fits(allowance, at):
                raise TooMany("Too many sign-ups from your network.", retry_after=allowance.left(at))
        for allowance in charges:
            self.memory.take(allowance, at)
        self.memory.append(event)
        self.memory.challenges[challenge.challenge_id] = challenge
