"""However many ask at once, no code, no coupon and no limit is given out twice, and nobody is turned away before."""

import secrets
from functools import partial

import pytest

from tests.faults import mutants
from tests.faults.contests import codes, redemptions, settled
from tests.faults.contests_codes import Claims, claims, spent_at_once
from tests.faults.contests_orders import REFUNDS, Outcome, told_at_once
from tests.faults.crowd import rush
from tests.faults.flows_codes import taken
from tests.faults.flows_orders import AMOUNT
from tests.faults.flows_pools import dry_times, fill, left, promises
from tests.faults.people import People
from tests.faults.wire import Wire
from twofold.adapters.dynamodb.items import CodeItem
from twofold.campaigns.model import CodeLimits, CodePool

MANY = pytest.mark.prove


def capped(people: People, cap: int) -> People:
    return people.under(limits=CodeLimits(codes=cap), referral=None)


def kept_to(people: People, found: Claims, cap: int) -> bool:
    """Exactly as many codes as there may be, each of one lead; everybody else is a lead all the same."""
    rows = [row.code for row in CodeItem.scan(CodeItem.campaign_id == people.campaign.campaign_id)]
    whole = len(found.confirmed) == len(found.answers)
    given = sorted(found.codes) == sorted(rows) and len(set(rows)) == len(rows) == cap
    return whole and given and found.without("used_up") == len(found.answers) - cap


@pytest.mark.parametrize(("many", "cap"), [(200, 60), pytest.param(1_000, 300, marks=MANY)])
def test_of_many_claims_on_a_limit_exactly_as_many_as_it_says_get_a_code(
    people: People, wire: Wire, many: int, cap: int
):
    own = capped(people, cap)
    found = claims(own, wire, many)
    assert kept_to(own, found, cap)
    assert taken("codes", own) == cap
    # A part is taken a sixteenth of the cap's times, and asked for in vain only by those who saw room in it.
    assert found.tally.most[1] < many / 4


@pytest.mark.parametrize(("many", "coupons"), [(120, 40), pytest.param(1_000, 300, marks=MANY)])
def test_of_many_claims_on_a_pool_each_coupon_goes_to_one_and_all_others_are_promised_one(
    people: People, wire: Wire, many: int, coupons: int
):
    own, delivered = pool(people, coupons)
    found = claims(own, wire, many)
    assert sorted(found.codes) == sorted(delivered), "all of them, none twice, the last one too"
    assert left(own) == 0
    assert found.without("promised") == promises(own) == many - coupons
    assert dry_times(own) == 1
    # Whoever finds it dry tells so, until that is known: no more of them than are at it at once.
    assert found.tally.most[1] < many / 4


def pool(people: People, coupons: int, cap: int | None = None) -> tuple[People, list[str]]:
    own = people.under(pool=CodePool(low_at=0), limits=CodeLimits(codes=cap), referral=None)
    return own, deliver(own, coupons)


def deliver(people: People, many: int) -> list[str]:
    mark = secrets.token_hex(3)
    delivered = [f"sg-{mark}-{number}" for number in range(many)]
    fill(people, *delivered)
    return delivered


def test_promises_are_kept_once_each_in_its_place_under_the_limit_however_many_keep_them_at_once(
    people: People, wire: Wire
):
    own, _ = pool(people, 20, cap=40)
    found = claims(own, wire, 100)
    assert (len(found.codes), found.without("promised"), found.without("used_up")) == (20, 20, 60)
    deliver(own, 30)
    keep = own.process.wiring("sweep_overdue").keep_promises()
    kept = rush([partial(keep, own.campaign.campaign_id)] * 6)
    own.attach()
    owners = [row.lead_id for row in CodeItem.scan(CodeItem.campaign_id == own.campaign.campaign_id)]
    assert len(owners) == len(set(owners)) == 40, kept
    assert (promises(own), left(own), taken("codes", own)) == (0, 10, 40)


def test_of_300_redemptions_exactly_as_many_as_the_campaign_allows_stand(people: People, wire: Wire):
    own = people.under(limits=CodeLimits(redemptions=100))
    found = spent_at_once(own, wire, 300)
    assert (found.receipts, found.refused) == (100, {"campaign_used_up": 200})
    assert taken("redemptions", own) == 100
    assert found.tally.most[1] < 300 / 4


def test_of_300_redemptions_exactly_as_many_as_the_budget_pays_for_stand(people: People, wire: Wire):
    own = people.under(limits=CodeLimits(redemptions=300, discount=50_500, currency="EUR"))
    found = spent_at_once(own, wire, 300)
    assert (found.receipts, found.refused) == (50, {"campaign_used_up": 250})
    assert (taken("redemptions", own), taken("discount", own)) == (50, 50_000)
    assert found.tally.most[1] < 300 / 4


@MANY
def test_of_10_000_redemptions_of_500_codes_500_win(people: People):
    told = redemptions(people, codes(people, 500), tills=20)
    assert sum(len(each) for each in told) == 10_000
    assert all(settled(each) for each in told)


@pytest.mark.parametrize("rounds", [2, pytest.param(50, marks=MANY)])
def test_an_order_told_of_by_eight_at_once_with_refunds_is_one_order_and_one_redemption(
    people: People, rounds: int
):
    for _ in range(rounds):
        told_at_once(people, cancelled=False).in_order(sum(REFUNDS.values()))


@pytest.mark.parametrize("rounds", [2, pytest.param(50, marks=MANY)])
def test_and_so_is_one_that_is_cancelled_meanwhile(people: People, rounds: int):
    for _ in range(rounds):
        told_at_once(people, cancelled=True).in_order(AMOUNT)


def test_the_check_catches_a_limit_that_is_read_and_then_written(
    people: People, wire: Wire, monkeypatch: pytest.MonkeyPatch
):
    mutants.read_then_write(monkeypatch)
    own = capped(people, 30)
    assert not kept_to(own, claims(own, wire, 90), 30)


def test_the_check_catches_a_budget_that_is_read_and_then_written(
    people: People, wire: Wire, monkeypatch: pytest.MonkeyPatch
):
    mutants.read_then_write(monkeypatch)
    own = people.under(limits=CodeLimits(redemptions=30))
    assert spent_at_once(own, wire, 90).receipts > 30


def test_the_check_catches_an_order_that_is_read_and_then_written(
    people: People, monkeypatch: pytest.MonkeyPatch
):
    mutants.read_then_write(monkeypatch)
    outcomes = [told_at_once(people, cancelled=True) for _ in range(3)]
    with pytest.raises(AssertionError):
        _in_order(outcomes, AMOUNT)


def _in_order(outcomes: list[Outcome], back: int) -> None:
    for outcome in outcomes:
        outcome.in_order(back)
