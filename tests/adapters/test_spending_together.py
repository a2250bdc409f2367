"""Many spend at once: what a code, a lead and a campaign allow is given out, and not one more."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest

from tests.fakes.books import Books
from tests.fakes.clock import SetClock
from tests.fakes.made import a_challenge, a_welcome, fresh
from tests.fakes.samples import BUFFET, order
from tests.fakes.tills import Codes
from twofold.campaigns.model import Campaign, CodeLimits
from twofold.campaigns.offer import CodeRules
from twofold.contracts.errors import Conflict
from twofold.contracts.instants import now
from twofold.contracts.payloads.redemptions import RollbackRequest
from twofold.limits.spread import Spread

RETURNED = RollbackRequest(reason="returned")
NO_LIMITS = CodeLimits()


class Crowd:
    """Each test has a campaign of its own, since what is known of one is kept for seconds."""

    def __init__(self, books: Books, limits: CodeLimits = NO_LIMITS, **rules: Any) -> None:
        offer = replace(BUFFET.offer, rules=CodeRules(**rules))
        self.campaign: Campaign = replace(BUFFET, campaign_id=fresh("campaign"), offer=offer, limits=limits)
        self.books, self.use = books, Codes(books, SetClock(now()))
        books.upkeep.put_campaign(self.campaign)

    def code(self) -> str:
        made = a_challenge()
        challenge = replace(made, origin=replace(made.origin, campaign_id=self.campaign.campaign_id))
        self.books.challenges.open(challenge, challenge.asked(challenge.sent_at), [], challenge.sent_at)
        discount = self.books.leads.welcome(a_welcome(challenge, campaign=self.campaign)).discount
        assert discount
        return discount.code

    def rush(self, codes: list[str]) -> list[str]:
        """The redemptions of an order for each."""
        with ThreadPoolExecutor(8) as tills:
            told = list(tills.map(self._ring_up, enumerate(codes)))
        return [redemption_id for redemption_id in told if redemption_id]

    def _ring_up(self, numbered: tuple[int, str]) -> str | None:
        number, code = numbered
        try:
            return self.use.redeem(code, order(f"order-{number}", amount=1_000)).answer.redemption_id
        except Conflict:
            return None

    def taken(self, name: str) -> int:
        rows = Spread(key=f"{name}#{self.campaign.campaign_id}", most=0).rows()
        return sum(self.books.parts.taken(rows).values())


@pytest.fixture
def crowd(books: Books) -> Callable[..., Crowd]:
    return lambda *limits, **rules: Crowd(books, *limits, **rules)


def test_a_code_is_spent_as_often_as_it_has_uses(crowd: Callable[..., Crowd]):
    people = crowd(uses=5)
    code = people.code()
    assert sorted(people.rush([code] * 16)) == [f"{code}.{version}" for version in range(2, 7)]


def test_a_campaign_gives_what_it_has_and_gets_back_what_is_taken_back(crowd: Callable[..., Crowd]):
    people = crowd(CodeLimits(redemptions=11, discount=10_000, currency="PLN"))
    spent = people.rush([people.code() for _ in range(24)])
    assert len(spent) == people.taken("redemptions") == 11
    assert people.taken("discount") == 11 * 200
    for redemption_id in spent[:4]:
        people.use.roll_back(redemption_id, RETURNED)
    assert (people.taken("redemptions"), people.taken("discount")) == (7, 7 * 200)
    assert len(people.rush([people.code() for _ in range(8)])) == 4


def test_the_last_of_a_budget_is_given_out(crowd: Callable[..., Crowd]):
    people = crowd(CodeLimits(discount=1_100, currency="PLN"))
    assert len(people.rush([people.code() for _ in range(12)])) == 5
    assert people.taken("discount") == 1_000
