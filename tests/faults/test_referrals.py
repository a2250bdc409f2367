"""Friends bring each code once, however many confirm at once; tests of every call try each reward's calls."""

from functools import partial

import pytest

from tests.faults import mutants
from tests.faults.audit import audit
from tests.faults.contests import Weather
from tests.faults.crowd import rush
from tests.faults.every_call import Trial
from tests.faults.faults import FAULTS
from tests.faults.flows_referrals import FLOWS, confirmed, friend_of, paying, referrer
from tests.faults.people import People, fresh_number
from tests.faults.wire import Wire
from twofold.contracts.errors import Unavailable
from twofold.contracts.events import Envelope
from twofold.leads.phone import Phone

FRIENDS, MOST = 20, 5
STORM = {"meets another transaction": 0.2, "never hears the answer": 0.02}


def test_the_check_catches_a_reward_that_is_told_of_afterwards(
    people: People, wire: Wire, monkeypatch: pytest.MonkeyPatch
):
    mutants.events_after_the_state(monkeypatch)
    (flow,) = (each for each in FLOWS if each.name == "reward by a confirmation")
    assert Trial(flow, people, wire).run([f for f in FAULTS if f.name == "dies after it"]).broken


def rewards(people: People, brought: list[Phone], slug: str) -> list[str | Exception | None]:
    """What came of each friend's confirmation, all told at once, each until it is heard."""
    told = [confirmed(people, friend, slug) for friend in brought]
    reward = people.process.wiring("reward_referrals").reward_referral()

    def hear(event: Envelope) -> str | None:
        for _ in range(30):
            try:
                return str(reward(event, event.data))
            except Unavailable:
                continue
        return None

    return rush([partial(hear, event) for event in told], at_once=len(told))


def earned(people: People, phone: Phone) -> int:
    """Codes that the lead has earned, which the lead, the codes and the ledger must agree on."""
    found = audit(people.process, people.lead_id(phone), phone.e164)
    found.tells_one_story()
    assert found.lead
    assert len(found.codes) == len(found.lead.codes)
    return found.count("referral.completed.v1")


def test_of_20_friends_at_once_five_earn_a_code_where_five_is_the_most(people: People):
    people = paying(people, most=MOST)
    phone, slug = referrer(people)
    brought = [fresh_number() for _ in range(FRIENDS)]
    told = rewards(people, brought, slug)
    assert sorted(map(str, told)) == [*["cap_reached"] * (FRIENDS - MOST), *["rewarded"] * MOST]
    assert earned(people, phone) == MOST


def test_so_it_is_though_transactions_meet_and_answers_are_lost(people: People, wire: Wire):
    people = paying(people, most=MOST)
    phone, slug = referrer(people)
    weather = Weather(STORM)
    with wire.watched(weather):
        told = rewards(people, [fresh_number() for _ in range(FRIENDS)], slug)
    print(f"{weather.struck} of {len(wire.calls)} exchanges went wrong")
    assert None not in told
    assert weather.struck > 5
    assert earned(people, phone) == MOST


def test_a_friend_who_is_told_of_20_times_at_once_earns_once(people: People):
    people = paying(people)
    phone, slug = referrer(people)
    friend = fresh_number()
    told = rewards(people, [friend] * FRIENDS, slug)
    assert told.count("rewarded") == 1
    assert told.count("seen") == FRIENDS - 1
    assert earned(people, phone) == 1


def test_two_who_bring_each_other_at_once_are_one_pair(people: People):
    people = paying(people)
    for _ in range(5):
        (anna, by_anna), (ben, by_ben) = referrer(people), referrer(people)
        reward = people.process.wiring("reward_referrals").reward_referral()
        told = [confirmed(people, anna, by_ben), confirmed(people, ben, by_anna)]
        outcome = rush([partial(reward, event, event.data) for event in told])
        assert sorted(map(str, outcome)) == ["loop", "rewarded"]
        brought = [friend_of(people, phone) for phone in (anna, ben)]
        assert [friend and friend.referrer for friend in brought].count(None) == 1


def test_the_check_catches_a_cap_that_is_read_and_then_written(
    people: People, monkeypatch: pytest.MonkeyPatch
):
    people = paying(people, most=MOST)
    _, slug = referrer(people)
    mutants.read_then_write(monkeypatch)
    told = rewards(people, [fresh_number() for _ in range(FRIENDS)], slug)
    assert told.count("rewarded") > MOST
