"""What a campaign's codes are bound to makes sense, or is told where and why, in a sentence each."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.fakes.clock import NOON
from tests.fakes.samples import BUFFET
from twofold.campaigns.check.campaign import faults
from twofold.campaigns.check.over import over
from twofold.campaigns.model import CodeLimits, CodePool
from twofold.campaigns.offer import CodeRules, Offer, ReferralOffer

BEGIN, END = datetime(2026, 12, 1, tzinfo=UTC), datetime(2026, 11, 1, tzinfo=UTC)
HALF = Offer(title="Half", kind="percent", value=50, currency="EUR")
LASSI = Offer(title="A lassi", kind="item", value=0)
PLACES = {"vienna-1": "Market Square 4"}


def found(**changes: Any) -> list[str]:
    return list(faults("campaign", replace(BUFFET, **{"offer": HALF, "places": PLACES, **changes})))


def ruled(**rules: Any) -> dict[str, Any]:
    return {"offer": replace(HALF, rules=CodeRules(**rules))}


def test_a_campaign_that_uses_all_of_it_makes_sense():
    rules = CodeRules(
        minimum=4_000,
        products=("soup", "curry"),
        places=("vienna-1",),
        starts_at=END,
        ends_at=BEGIN,
        uses=100,
        once_per_lead=True,
    )
    limits = CodeLimits(codes=10_000, redemptions=5_000, discount=1_000_000, currency="EUR")
    assert found(offer=replace(HALF, rules=rules), limits=limits, pool=CodePool(low_at=0)) == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (ruled(minimum=0), "offer.rules.minimum: this is in minor units"),
        (
            {"offer": replace(HALF, currency=None, rules=CodeRules(minimum=1))},
            "offer.rules.minimum: a least basket is of",
        ),
        ({"offer": replace(HALF, currency="Euro")}, "offer.currency: this is three letters"),
        (ruled(products=("a",) * 101), "offer.rules.products: this is a list of 100 at most"),
        (ruled(products=("a", " ")), "offer.rules.products[1]: this is a product's id"),
        (ruled(products=("a", "a")), "offer.rules.products[1]: `a` stands there already"),
        (ruled(products=("x" * 129,)), "offer.rules.products[0]: this is a product's id"),
        (
            ruled(places=("vienna-2",)),
            "offer.rules.places[0]: `vienna-2` is none of the campaign's places; did you mean vienna-1?",
        ),
        (ruled(places=("graz",)), "offer.rules.places[0]: `graz` is none of the campaign's places."),
        (ruled(starts_at=BEGIN, ends_at=END), "offer.rules.ends_at: it ends before it begins"),
        (ruled(starts_at=BEGIN, ends_at=BEGIN), "offer.rules.ends_at: it ends before it begins"),
        (ruled(ends_at=END.replace(tzinfo=None)), "offer.rules.ends_at: say of which time zone"),
        (ruled(uses=0), "offer.rules.uses: a code is good for 1 to 100 orders"),
        (ruled(uses=101), "offer.rules.uses: a code is good for 1 to 100 orders"),
        (
            {"referral": ReferralOffer(offer=replace(LASSI, rules=CodeRules(uses=0)))},
            "referral.offer.rules.uses: a code is good",
        ),
        ({"limits": CodeLimits(codes=0)}, "limits.codes: this is 1 or more"),
        ({"limits": CodeLimits(redemptions=-1)}, "limits.redemptions: this is 1 or more"),
        ({"limits": CodeLimits(discount=0, currency="EUR")}, "limits.discount: this is 1 or more"),
        ({"limits": CodeLimits(discount=1)}, "limits.currency: a limit of the discount is of a currency"),
        ({"limits": CodeLimits(discount=1, currency="eur")}, "limits.currency: a limit of the discount is"),
        ({"limits": CodeLimits(discount=1, currency="PLN")}, "limits.currency: the offer is in EUR"),
        (
            {"offer": LASSI, "limits": CodeLimits(discount=1, currency="EUR")},
            "limits.discount: what a free item is worth",
        ),
        ({"pool": CodePool(low_at=-1)}, "pool.low_at: this is 0 or more"),
        ({"places": {"Vienna 1": "x"}}, "places.Vienna 1: a place's id has"),
        ({"places": {"": "x"}}, "places.: a place's id has"),
        ({"places": {"vienna-1": " "}}, "places.vienna-1: what people call it"),
        ({"places": {"vienna-1": "a\nb"}}, "places.vienna-1: what people call it"),
        ({"places": {"vienna-1": "x" * 101}}, "places.vienna-1: what people call it"),
    ],
)
def test_what_makes_no_sense_is_told_with_its_path(changes: dict[str, Any], said: str):
    told = found(**changes)
    assert [sentence for sentence in told if sentence.startswith(f"campaign.{said}")], told


def test_an_amount_s_currency_is_told_of_once():
    (told,) = found(offer=Offer(title="Five off", kind="amount", value=500, currency="Euro"))
    assert told == "campaign.offer.currency: an amount is of a currency, such as EUR."


def test_each_end_that_has_passed_is_told_of_and_is_no_fault():
    ended = replace(BUFFET.offer, rules=CodeRules(ends_at=NOON))
    campaign = replace(BUFFET, ends_at=NOON, offer=ended, referral=ReferralOffer(offer=ended))
    assert list(faults("campaign", campaign)) == []
    assert list(over("campaign", campaign, NOON - timedelta(seconds=1))) == []
    assert [told.partition(": ")[0] for told in over("campaign", campaign, NOON)] == [
        "campaign.ends_at",
        "campaign.offer.rules.ends_at",
        "campaign.referral.offer.rules.ends_at",
    ]
