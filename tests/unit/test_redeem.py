"""A code is spent exactly once."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from msgspec import UNSET

from tests.fakes.samples import BUFFET, order
from tests.fakes.world import World
from twofold.campaigns.offer import Offer
from twofold.contracts.errors import Conflict, Gone, InvalidRequest, NotFound
from twofold.contracts.events import CodeRedeemed


def redeemed(world: World) -> list[CodeRedeemed]:
    return [event.data for event in world.timeline() if isinstance(event.data, CodeRedeemed)]


def test_spending_a_code_gives_a_receipt_with_what_it_takes_off(world: World):
    code = world.code()
    done = world.codes.redeem(code, order(amount=9_999, location="Till 2"))
    assert done.new
    receipt = done.answer
    assert (receipt.amount, receipt.discount_amount, receipt.currency) == (9_999, 1_999, "PLN")
    assert (receipt.code, receipt.order_id, receipt.location) == (code, "order-1", "Till 2")
    assert (receipt.lead_id, receipt.campaign_id) == (world.lead_id(), "buffet-20")
    (event,) = redeemed(world)
    assert (event.redemption_id, event.discount_amount) == (receipt.redemption_id, 1_999)


def test_the_same_order_again_gets_the_same_receipt(world: World):
    code = world.code()
    first = world.codes.redeem(code, order())
    world.clock.forward(days=60)
    again = world.codes.redeem(code, order())
    assert (again.new, again.answer) == (False, first.answer)
    assert len(redeemed(world)) == 1


def test_another_order_is_refused(world: World):
    code = world.code()
    world.codes.redeem(code, order("order-1"))
    with pytest.raises(Conflict) as raised:
        world.codes.redeem(code, order("order-2"))
    assert raised.value.code == "code_already_redeemed"
    assert len(redeemed(world)) == 1


def test_of_many_tills_at_once_one_spends_the_code(world: World):
    code = world.code()

    def ring_up(n: int) -> bool:
        try:
            return world.codes.redeem(code, order(f"order-{n}")).new
        except Conflict:
            return False

    with ThreadPoolExecutor(8) as tills:
        assert sum(tills.map(ring_up, range(40))) == 1
    assert len(redeemed(world)) == 1


def test_an_expired_code_is_gone(world: World):
    code = world.code()
    world.clock.forward(days=31)
    with pytest.raises(Gone) as raised:
        world.codes.redeem(code, order())
    assert raised.value.code == "code_expired"


def test_a_revoked_code_is_refused(world: World):
    code = world.code()
    world.books.upkeep.revoke(code)
    with pytest.raises(Conflict) as raised:
        world.codes.redeem(code, order())
    assert raised.value.code == "code_revoked"


def test_a_code_that_never_was_is_not_found(world: World):
    with pytest.raises(NotFound):
        world.codes.redeem("NEVER", order())


def test_money_off_needs_the_money_s_own_currency(world: World):
    ten = Offer(title="10 € off", kind="amount", value=1_000, currency="EUR", valid_days=30)
    world.books.upkeep.put_campaign(replace(BUFFET, offer=ten))
    code = world.code()
    with pytest.raises(InvalidRequest) as raised:
        world.codes.redeem(code, order(currency="PLN"))
    assert (raised.value.code, raised.value.field) == ("currency_mismatch", "currency")
    assert world.codes.redeem(code, order(currency="EUR", amount=700)).answer.discount_amount == 700


def test_what_a_free_item_is_worth_only_the_shop_can_say(world: World):
    soup = Offer(title="A free soup", kind="item", value=0)
    world.books.upkeep.put_campaign(replace(BUFFET, offer=soup))
    receipt = world.codes.redeem(world.code(), order()).answer
    assert (receipt.discount_amount, receipt.discount.currency) == (UNSET, UNSET)


def test_a_code_is_worth_what_was_promised_whatever_the_campaign_says_now(world: World):
    code = world.code()
    world.books.upkeep.put_campaign(replace(BUFFET, offer=replace(BUFFET.offer, value=5)))
    assert world.codes.redeem(code, order(amount=1_000)).answer.discount_amount == 200
