"""Whatever a visitor, a guesser and the clock do, a number becomes a lead by the right code alone."""

from collections import Counter
from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule

from tests.fakes.outcomes import code_of
from tests.fakes.samples import ANNA, BEN, PASSER_BY
from tests.fakes.world import World
from twofold.contracts.errors import DomainError
from twofold.contracts.events import LeadConfirmed, LeadReturned, MessageSent, SignupRequested
from twofold.contracts.settings import LimitSettings

PEOPLE = st.sampled_from([ANNA, BEN])
LIMITS = LimitSettings(ip_10min=10_000, ip_day=10_000)


class Challenge:
    """What the model knows of one verification."""

    def __init__(self, challenge_id: str, phone: str, at: datetime) -> None:
        self.challenge_id, self.phone = challenge_id, phone
        self.sends, self.guesses, self.sent_at, self.confirmed = 1, 0, at, False

    def over(self, at: datetime) -> bool:
        return self.guesses >= 5 or at >= self.sent_at + timedelta(minutes=10)


class LifeOfALead(RuleBasedStateMachine):
    challenges = Bundle("challenges")

    @initialize()
    def begin(self) -> None:
        self.world = World(limits=LIMITS)
        self.known: list[Challenge] = []
        self.guesses: Counter[tuple[str, int]] = Counter()
        self.status: dict[str, str] = {}
        self.codes: dict[str, str] = {}
        self.confirmations, self.leavings = {ANNA: 0, BEN: 0}, {ANNA: 0, BEN: 0}

    @rule(target=challenges, phone=PEOPLE)
    def sign_up(self, phone: str) -> Challenge:
        self.world.clock.forward(milliseconds=1)
        self.known.append(Challenge(self.world.join(phone), phone, self.world.clock()))
        return self.known[-1]

    @rule(challenge=challenges)
    def resend(self, challenge: Challenge) -> None:
        at = self.world.clock()
        pause = {1: 30, 2: 60}.get(challenge.sends, 120)
        over = challenge.confirmed or challenge.over(at) or challenge.sends >= 5
        soon = at < challenge.sent_at + timedelta(seconds=pause)
        told = self._told(lambda: self.world.signups.resend(challenge.challenge_id, PASSER_BY))
        assert told == ("challenge_over" if over else "too_soon" if soon else "done")
        if told == "done":
            challenge.sends, challenge.sent_at = challenge.sends + 1, at

    @rule(challenge=challenges, right=st.booleans())
    def guess(self, challenge: Challenge, right: bool) -> None:
        digits = self.world.signups.key.digits(challenge.challenge_id)
        typed = digits if right else f"{(int(digits) + 1) % 10**6:06d}"
        over = challenge.over(self.world.clock())
        told = self._told(lambda: self.world.guess(challenge.challenge_id, typed))
        if over:
            assert told == "challenge_over"
            return
        allowed = self._charge(challenge)
        assert told == ("done" if right and allowed else "wrong_code")
        if told == "done" and not challenge.confirmed:
            challenge.confirmed = True
            self.status[challenge.phone] = "confirmed"
            self.confirmations[challenge.phone] += 1
            self._remember_code(challenge)

    @rule(phone=PEOPLE, status=st.sampled_from(["opted_out", "erased"]))
    def leave(self, phone: str, status: str) -> None:
        if phone in self.status:
            self.world.books.upkeep.mark_lead(self.world.lead_id(phone), status)
            self.status[phone] = status
            self.leavings[phone] += 1

    @rule(seconds=st.sampled_from([1, 29, 31, 61, 121, 599, 601, 86_400]))
    def time_passes(self, seconds: int) -> None:
        self.world.clock.forward(seconds=seconds)

    @rule(phone=PEOPLE)
    def texts_are_sent(self, phone: str) -> None:
        self.world.send_all(phone)

    @invariant()
    def the_lead_is_what_the_model_says(self) -> None:
        for phone in (ANNA, BEN):
            lead = self.world.books.leads.lead(self.world.lead_id(phone))
            assert (lead.status if lead else None) == self.status.get(phone)
            assert lead is None or lead.codes == (self.codes[phone],)
            assert lead is None or lead.version == self.confirmations[phone] + self.leavings[phone]

    @invariant()
    def each_confirmation_has_one_arrival_and_one_consent(self) -> None:
        for phone, times in self.confirmations.items():
            events = [event.data for event in self.world.timeline(phone)]
            assert sum(isinstance(e, LeadConfirmed | LeadReturned) for e in events) == times
            chain = self.world.books.upkeep.chain(self.world.lead_id(phone))
            assert [before for before, _ in chain] == ["", *(own for _, own in chain[:-1])][: len(chain)]
            assert len(chain) == times

    @invariant()
    def each_text_was_asked_for_and_no_number_got_too_many_codes(self) -> None:
        for phone in (ANNA, BEN):
            asked = sum(isinstance(e.data, SignupRequested) for e in self.world.timeline(phone))
            sent = [e for e in self.world.timeline(phone) if isinstance(e.data, MessageSent)]
            codes = [e for e in sent if e.data.message_class == "verification"]  # type: ignore[attr-defined]
            assert len(codes) <= asked
            days = Counter(e.time[:10] for e in codes)
            assert max(days.values(), default=0) <= LIMITS.number_day
            assert len(sent) - len(codes) <= self.confirmations[phone]

    def _charge(self, challenge: Challenge) -> bool:
        challenge.guesses += 1
        day = (challenge.phone, int(self.world.clock().timestamp()) // 86_400)
        self.guesses[day] += 1
        return self.guesses[day] <= LIMITS.guesses_day

    def _remember_code(self, challenge: Challenge) -> None:
        told = self.world.books.challenges.find(challenge.challenge_id).outcome
        assert told
        assert self.codes.setdefault(challenge.phone, code_of(told)) == code_of(told)

    def _told(self, deed) -> str:
        try:
            deed()
        except DomainError as error:
            return error.code
        return "done"


QUICK = settings(
    max_examples=40, stateful_step_count=30, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
LifeOfALead.TestCase.settings = QUICK


class TestLifeOfALead(LifeOfALead.TestCase):  # type: ignore[valid-type, misc]
    pass


@pytest.mark.prove
class TestManyLivesOfALead(LifeOfALead.TestCase):  # type: ignore[valid-type, misc]
    settings = settings(QUICK, max_examples=1_000, stateful_step_count=80)
