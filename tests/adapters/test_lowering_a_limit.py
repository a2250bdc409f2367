"""A limit is lowered while many spend and take back: from then on it is kept exactly, on either book."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

import pytest

from infra.operate.lowered import LowerLimits
from tests.adapters.test_spending_together import RETURNED, Crowd
from tests.fakes.books import Books
from tests.fakes.tills import Codes
from twofold.campaigns.model import Campaign, CodeLimits

HIGH = CodeLimits(redemptions=64, discount=64 * 200, currency="PLN")


@dataclass(frozen=True)
class Known:
    """What some know of the campaign: others have looked earlier, or later."""

    known: Campaign

    def campaign(self, campaign_id: str) -> Campaign:
        assert campaign_id == self.known.campaign_id
        return self.known


class Shop(Crowd):
    def learns(self, limits: CodeLimits) -> None:
        self.campaign = replace(self.campaign, limits=limits)
        self.use = Codes(replace(self.books, campaigns=Known(self.campaign)), self.use.redeem.clock)  # type: ignore[arg-type]

    def take_back(self, spent: list[str]) -> None:
        with ThreadPoolExecutor(4) as tills:
            list(tills.map(lambda one: self.use.roll_back(one, RETURNED), spent))


@pytest.mark.parametrize(
    ("low", "more"),
    [
        (replace(HIGH, redemptions=30), 6),
        (replace(HIGH, discount=30 * 200), 6),
        (replace(HIGH, redemptions=12, discount=12 * 200), 0),
    ],
)
def test_what_is_left_of_a_lowered_limit_is_given_out_and_not_one_more(
    books: Books, low: CodeLimits, more: int
):
    shop, high = Shop(books, HIGH), HIGH
    shop.learns(high)
    spent, codes = shop.rush([shop.code() for _ in range(20)]), [shop.code() for _ in range(24)]
    before = shop.campaign
    with ThreadPoolExecutor(1) as others:
        rush = others.submit(shop.rush, codes[:10])

        def wait(_: float) -> None:
            # Who knew the higher limit is done by now; who takes back does so while it is levelled.
            spent.extend(rush.result())
            shop.learns(low)
            others.submit(shop.take_back, spent[:6])

        LowerLimits(books.parts, wait)(before, replace(before, limits=low))
    assert shop.taken("redemptions") == len(spent) - 6 == 24
    assert len(shop.rush(codes[10:])) == more
    assert shop.taken("redemptions") == 24 + more
    assert shop.taken("discount") == 200 * (24 + more)


def test_what_was_taken_beyond_a_lowered_limit_goes_back_before_anybody_gets_more(books: Books):
    shop = Shop(books, HIGH)
    spent, codes = shop.rush([shop.code() for _ in range(12)]), [shop.code() for _ in range(6)]
    before, low = shop.campaign, replace(HIGH, redemptions=8)
    shop.learns(low)
    LowerLimits(books.parts, lambda _: None)(before, shop.campaign)
    shop.take_back(spent[:4])
    assert shop.rush(codes[:3]) == []
    shop.take_back(spent[4:6])
    assert len(shop.rush(codes[3:])) == 2
    assert shop.taken("redemptions") == 8
