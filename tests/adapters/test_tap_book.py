"""What every TapBook promises, and every book that a tap is shown to."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from tests.adapters.test_visit_book import a_visit, tallied, told
from tests.fakes.books import Books
from tests.fakes.made import a_challenge, a_welcome, fresh
from tests.fakes.outcomes import code_of
from tests.fakes.samples import BUFFET
from twofold.contracts.errors import Forbidden, NotFound, TooMany
from twofold.contracts.events import AssetVisited
from twofold.leads.model import Challenge
from twofold.ledger.record import Origin
from twofold.limits.allowance import Allowance
from twofold.visits.model import Visit, draw_visit_id
from twofold.visits.tap import FRESH, Tap

MOMENT = timedelta(milliseconds=1)


def a_tap(counter: int = 1, uid: str = "04de5f1eacc040", **fields: object) -> tuple[Tap, Visit]:
    visit = a_visit(kind="tapped", verified=True, **fields)
    return tap_of(visit, counter, uid), visit


def tap_of(visit: Visit, counter: int, uid: str = "04de5f1eacc040") -> Tap:
    return Tap(asset_id=visit.asset_id, uid=uid, counter=counter, visit_id=visit.visit_id, at=visit.at)


def again(visit: Visit) -> Visit:
    return replace(visit, visit_id=draw_visit_id())


def standing_on(visit: Visit, **fields: object) -> Challenge:
    """A number that is left for the tap, half a minute after it."""
    challenge = a_challenge(at=visit.at + timedelta(seconds=30))
    return replace(challenge, **{"origin": visit.origin, "tap": visit.visit_id, **fields})  # type: ignore[arg-type]


def open_(books: Books, challenge: Challenge, at: datetime | None = None) -> Challenge:
    moment = at or challenge.sent_at
    books.challenges.open(challenge, challenge.asked(moment), [], moment)
    return challenge


def stored(books: Books, challenge: Challenge) -> bool:
    try:
        books.challenges.find(challenge.challenge_id)
    except NotFound:
        return bool(books.upkeep.timeline(challenge.lead_id))
    return True


def refused(books: Books, challenge: Challenge, at: datetime | None = None) -> bool:
    """Whether a number left for the tap is refused, with nothing stored."""
    try:
        open_(books, challenge, at)
    except Forbidden as error:
        return error.code == "tap_needed" and not stored(books, challenge)
    return False


class TestTapBook:
    def test_a_genuine_tap_is_a_visit_that_is_verified(self, books: Books):
        tap, visit = a_tap()
        assert books.taps.prove(tap, visit, [])
        assert told(books, visit) == [AssetVisited(kind="tapped", device="phone", verified=True)]
        assert [(t.kind, t.number) for t in tallied(books, visit)] == [("tapped", 1)]

    @pytest.mark.parametrize("first", [0, 1, 2**24 - 2])
    def test_a_sign_s_counter_must_rise(self, books: Books, first: int):
        tap, visit = a_tap(first)
        assert books.taps.prove(tap, visit, [])
        for counter, fresh_one in ((first, False), (first + 1, True), (first, False), (first + 1, False)):
            later = again(visit)
            assert books.taps.prove(tap_of(later, counter), later, []) == fresh_one
            assert bool(told(books, later)) == fresh_one
            assert refused(books, standing_on(later)) != fresh_one

    def test_taps_may_be_missing_in_between(self, books: Books):
        tap, visit = a_tap(3)
        assert books.taps.prove(tap, visit, [])
        later = again(visit)
        assert books.taps.prove(tap_of(later, 700), later, [])

    def test_each_sign_counts_for_itself(self, books: Books):
        tap, visit = a_tap(50)
        assert books.taps.prove(tap, visit, [])
        other = again(visit)
        assert books.taps.prove(tap_of(other, 1, uid="04aabbccddee80"), other, [])
        elsewhere, visit_there = a_tap(1)
        assert books.taps.prove(elsewhere, visit_there, [])

    def test_a_tap_in_a_crowd_is_not_counted_but_proved(self, books: Books):
        one = Allowance(key=fresh("visits"), most=1, seconds=600)
        tap, visit = a_tap()
        assert books.taps.prove(tap, visit, [one])
        later = again(visit)
        assert books.taps.prove(tap_of(later, 2), later, [one])
        assert told(books, later) == []
        assert [t.number for t in tallied(books, visit)] == [1]
        assert not refused(books, standing_on(later))
        copied = again(visit)
        assert not books.taps.prove(tap_of(copied, 2), copied, [one])
        assert refused(books, standing_on(copied))


class TestASignUpOnATap:
    def test_a_genuine_tap_lets_a_number_be_left_and_the_challenge_remembers_it(self, books: Books):
        tap, visit = a_tap()
        books.taps.prove(tap, visit, [])
        challenge = open_(books, standing_on(visit))
        assert books.challenges.find(challenge.challenge_id) == challenge

    def test_a_visit_that_was_no_genuine_tap_does_not(self, books: Books):
        visit = a_visit(kind="tapped", verified=False)
        books.visits.record(visit, [])
        assert refused(books, standing_on(visit))
        assert refused(books, standing_on(visit, tap="never"))
        assert refused(books, standing_on(visit, tap="x" * 64))

    def test_nor_does_a_tap_of_another_sign(self, books: Books):
        tap, visit = a_tap()
        books.taps.prove(tap, visit, [])
        elsewhere = Origin(campaign_id="buffet-20", asset_id=fresh("ast"))
        assert refused(books, standing_on(visit, origin=elsewhere))

    def test_what_remembers_a_sign_s_counter_is_no_tap(self, books: Books):
        tap, visit = a_tap()
        books.taps.prove(tap, visit, [])
        for guess in (f"tag#{visit.asset_id}#{tap.uid}", f"#{visit.asset_id}#{tap.uid}"):
            assert refused(books, standing_on(visit, tap=guess))

    def test_a_tap_is_good_for_an_hour(self, books: Books):
        tap, visit = a_tap()
        books.taps.prove(tap, visit, [])
        assert refused(books, standing_on(visit), at=visit.at + FRESH)
        assert not refused(books, standing_on(visit), at=visit.at + FRESH - MOMENT)

    def test_who_mistypes_their_number_may_try_again(self, books: Books):
        tap, visit = a_tap()
        books.taps.prove(tap, visit, [])
        for _ in range(3):
            assert not refused(books, standing_on(visit))

    def test_it_makes_one_lead_whoever_confirms_first(self, books: Books):
        tap, visit = a_tap()
        books.taps.prove(tap, visit, [])
        first, second = open_(books, standing_on(visit)), open_(books, standing_on(visit))
        books.leads.welcome(a_welcome(second))
        late = a_welcome(first)
        with pytest.raises(Forbidden) as raised:
            books.leads.welcome(late)
        assert raised.value.code == "tap_needed"
        assert books.leads.lead(first.lead_id) is None
        assert books.leads.code_of(first.lead_id, BUFFET.campaign_id) is None
        assert late.code
        with pytest.raises(NotFound):
            books.codes.find(late.code.code)
        assert books.challenges.find(first.challenge_id).outcome is None

    def test_once_it_made_a_lead_nobody_leaves_a_number_for_it_not_even_that_lead(self, books: Books):
        """What is refused depends on the visit alone: nothing is learned of a number."""
        tap, visit = a_tap()
        books.taps.prove(tap, visit, [])
        challenge = open_(books, standing_on(visit))
        books.leads.welcome(a_welcome(challenge))
        assert refused(books, standing_on(visit))
        assert refused(books, standing_on(visit, lead_id=fresh("lead"), challenge_id=fresh("challenge")))
        mine = replace(standing_on(visit), lead_id=challenge.lead_id)
        with pytest.raises(Forbidden):
            open_(books, mine)

    def test_the_same_lead_may_confirm_two_challenges_of_one_tap(self, books: Books):
        tap, visit = a_tap()
        books.taps.prove(tap, visit, [])
        first = open_(books, standing_on(visit))
        second = open_(books, standing_on(visit, lead_id=first.lead_id))
        outcome = books.leads.welcome(a_welcome(first))
        known = books.leads.lead(first.lead_id)
        held = books.leads.code_of(first.lead_id, BUFFET.campaign_id)
        again_told = books.leads.welcome(a_welcome(second, known=known, held=held))
        assert code_of(again_told) == code_of(outcome)

    def test_the_same_confirmation_again_gets_the_same_answer(self, books: Books):
        tap, visit = a_tap()
        books.taps.prove(tap, visit, [])
        challenge = open_(books, standing_on(visit))
        welcome = a_welcome(challenge)
        assert books.leads.welcome(welcome) == books.leads.welcome(welcome)

    def test_an_ordinary_sign_up_there_uses_no_tap_up(self, books: Books):
        tap, visit = a_tap()
        books.taps.prove(tap, visit, [])
        books.leads.welcome(a_welcome(open_(books, standing_on(visit, tap=None))))
        assert not refused(books, standing_on(visit))

    def test_a_tap_that_is_not_remembered_any_more_makes_no_lead(self, books: Books):
        challenge = open_(books, a_challenge())
        with pytest.raises(Forbidden):
            books.leads.welcome(a_welcome(replace(challenge, tap=draw_visit_id())))
        assert books.leads.lead(challenge.lead_id) is None

    def test_beyond_an_allowance_a_tap_is_not_used_up_either(self, books: Books):
        tap, visit = a_tap()
        books.taps.prove(tap, visit, [])
        challenge, none = standing_on(visit), Allowance(key=fresh("ip"), most=0, seconds=600)
        with pytest.raises(TooMany):
            books.challenges.open(challenge, challenge.asked(challenge.sent_at), [none], challenge.sent_at)
        assert not refused(books, challenge)
