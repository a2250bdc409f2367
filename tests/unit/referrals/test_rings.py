"""Whoever brings whom, in any order and however often it is told: nobody pays twice, for themselves or in a ring."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import count

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.fakes.clock import SetClock
from tests.fakes.in_memory import in_memory
from tests.fakes.memory import Memory
from tests.fakes.referrals import InMemoryReferralBook
from tests.fakes.samples import BUFFET, LANDING
from twofold.assets.links import AssetLink
from twofold.campaigns.offer import ReferralOffer
from twofold.codes.draw import draw_code
from twofold.contracts.events import CodeRedeemed, Envelope, LeadConfirmed, ReferralCompleted
from twofold.leads.model import Lead
from twofold.ledger.record import record
from twofold.referrals.model import Friend
from twofold.referrals.reward import RewardReferral

PEOPLE, MOST = 6, 2

person = st.integers(0, PEOPLE - 1)
deed = st.tuples(person, person, st.booleans())
"""The friend, whose link they came by, and whether they then spent their code."""


@dataclass
class Crowd:
    """All are leads already and each may come anew by any link, as those do who were forgotten in between."""

    after: str

    def __post_init__(self) -> None:
        self.memory, self.clock = Memory(), SetClock()
        self.books = in_memory(self.memory)
        deal = ReferralOffer(after=self.after, most=MOST)  # type: ignore[arg-type]
        self.memory.campaigns[BUFFET.campaign_id] = replace(BUFFET, referral=deal)
        self.memory.assets[LANDING.asset_id] = LANDING
        for who in range(PEOPLE):
            self.memory.leads[name(who)] = Lead(lead_id=name(who), status="confirmed", version=1)
            link = AssetLink(slug=slug(who), asset_id=LANDING.asset_id, referrer=name(who))
            self.memory.asset_links[link.slug] = link

    def hear(self, event: Envelope, meanwhile: Callable[[], None] = lambda: None) -> str:
        reward = RewardReferral(
            campaigns=self.books.campaigns,
            assets=self.books.assets,
            links=self.books.asset_links,
            leads=self.books.leads,
            book=Interrupted(self.memory, meanwhile),
            draw_code=lambda campaign, at, _: draw_code(campaign, at),
            clock=self.clock,
        )
        assert isinstance(event.data, LeadConfirmed | CodeRedeemed)
        return reward(event, event.data)

    def event(self, friend: int, referrer: int, *, spent: bool) -> Envelope:
        data: LeadConfirmed | CodeRedeemed = LeadConfirmed(
            challenge_id="c", consent_version="1", referral=slug(referrer)
        )
        if spent:
            data = CodeRedeemed(
                code="C", redemption_id="C.2", order_id="o", amount=1, currency="PLN", referral=slug(referrer)
            )
        return record(data, subject=name(friend), version=1, at=self.clock(), origin=LANDING.origin)

    def is_in_order(self) -> None:
        told = [(e.subject, e.data) for e in self.memory.ledger.values()]
        paid = [(who, data) for who, data in told if isinstance(data, ReferralCompleted)]
        assert all(who != data.friend for who, data in paid), "somebody earned by themselves"
        assert max(Counter(data.friend for _, data in paid).values(), default=0) <= 1, "a friend paid twice"
        assert max(Counter(who for who, _ in paid).values(), default=0) <= MOST, "somebody earned too often"
        for who, lead in self.memory.leads.items():
            earned = [data.code for whom, data in paid if whom == who]
            assert sorted(lead.codes) == sorted(earned), "codes and events tell different stories"
        brought = {f.lead_id: f.referrer for f in self.memory.friends.values() if f.referrer}
        assert all(data.friend in brought and brought[data.friend] == who for who, data in paid)
        assert not ring_in(brought), "a ring"


@dataclass(frozen=True, slots=True)
class Interrupted(InMemoryReferralBook):
    """Lets something else happen after each look, before what was seen is acted upon."""

    meanwhile: Callable[[], None]

    def friend(self, lead_id: str, campaign_id: str) -> Friend | None:
        found = InMemoryReferralBook(self.memory).friend(lead_id, campaign_id)
        self.meanwhile()
        return found

    def _insist(self, friend: Friend, root: str | None) -> None:
        InMemoryReferralBook(self.memory)._insist(friend, root)


def name(who: int) -> str:
    return f"lead-{who}"


def slug(who: int) -> str:
    return f"R{'2' * 10}{who + 2}"


def ring_in(brought: dict[str, str]) -> bool:
    def goes_round(start: str) -> bool:
        at, seen = start, set()
        while at in brought and at not in seen:
            seen.add(at)
            at = brought[at]
        return at in seen

    return any(map(goes_round, brought))


def play(crowd: Crowd, deeds: Iterable[tuple[int, int, bool]]) -> None:
    for friend, referrer, spent in deeds:
        crowd.clock.forward(seconds=1)
        crowd.hear(crowd.event(friend, referrer, spent=False))
        if spent:
            crowd.hear(crowd.event(friend, referrer, spent=True))


afters = st.sampled_from(["confirmation", "redemption"])


@settings(max_examples=200, deadline=None)
@given(after=afters, deeds=st.lists(deed, max_size=20))
@example(after="confirmation", deeds=[(1, 0, False), (2, 1, False), (0, 2, False)])
@example(after="redemption", deeds=[(0, 0, True), (1, 0, True), (0, 1, True)])
def test_random_friends_never_pay_twice_nor_themselves_nor_in_a_ring(
    after: str, deeds: list[tuple[int, int, bool]]
):
    crowd = Crowd(after)
    play(crowd, deeds)
    crowd.is_in_order()


@settings(max_examples=200, deadline=None)
@given(after=afters, deeds=st.lists(deed, max_size=12), data=st.data())
def test_events_in_any_order_and_again_change_nothing_of_that(
    after: str, deeds: list[tuple[int, int, bool]], data: st.DataObject
):
    crowd = Crowd(after)
    told = [
        crowd.event(f, r, spent=s) for f, r, spent in deeds for s in ((False, True) if spent else (False,))
    ]
    for event in data.draw(st.permutations([*told, *told])):
        crowd.hear(event)
    crowd.is_in_order()


@settings(max_examples=200, deadline=None)
@given(after=afters, deeds=st.lists(deed, min_size=2, max_size=8), data=st.data())
@example(after="confirmation", deeds=[(0, 1, False), (1, 0, False)], data=None)
def test_what_happens_between_a_look_and_its_deed_closes_no_ring(
    after: str, deeds: list[tuple[int, int, bool]], data: st.DataObject | None
):
    crowd = Crowd(after)
    waiting = [crowd.event(f, r, spent=spent) for f, r, spent in deeds]

    def meanwhile() -> None:
        if waiting and (data is None or data.draw(st.booleans())):
            crowd.hear(waiting.pop(), meanwhile)

    while waiting:
        crowd.hear(waiting.pop(), meanwhile)
    crowd.is_in_order()


def both_at_once(crowd: Crowd) -> None:
    """Two who bring each other: the second is heard once the first has looked at all that there is."""
    pending, looks = [crowd.event(1, 0, spent=False)], count(1)

    def meanwhile() -> None:
        if next(looks) == 2:
            crowd.hear(pending.pop())

    crowd.hear(crowd.event(0, 1, spent=False), meanwhile)


def test_two_who_bring_each_other_at_once_are_one_pair():
    crowd = Crowd("confirmation")
    both_at_once(crowd)
    crowd.is_in_order()
    assert [friend.referrer for friend in crowd.memory.friends.values()].count(None) == 1


def test_the_check_catches_a_chain_that_is_not_looked_at_again(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(InMemoryReferralBook, "_insist", lambda self, friend, root: None)
    crowd = Crowd("confirmation")
    both_at_once(crowd)
    with pytest.raises(AssertionError, match="a ring"):
        crowd.is_in_order()
