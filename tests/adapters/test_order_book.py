"""What every OrderBook and CartBook promises, and what forgetting does to both."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.fakes.aws import FakeAws
from tests.fakes.in_memory import in_memory
from tests.fakes.made import ORIGIN, fresh
from tests.fakes.memory import Memory
from tests.fakes.orders import order_books
from tests.fakes.tables import SETTINGS
from twofold.adapters.dynamodb.carts import DynamoCartBook
from twofold.adapters.dynamodb.connection import connect
from twofold.adapters.dynamodb.forgetting import DynamoForgetting
from twofold.adapters.dynamodb.ledger import DynamoLedger
from twofold.adapters.dynamodb.orders import DynamoOrderBook
from twofold.contracts.errors import TooMany
from twofold.contracts.events import Envelope, PrivacyRequested
from twofold.ledger.ports import Ledger
from twofold.ledger.record import record
from twofold.limits.allowance import Allowance
from twofold.orders.events import cart_event, placed_events
from twofold.orders.kept import ClosedCart, KeptCart, KeptOrder, Match, Placement, Spent
from twofold.orders.ports import CartBook, CartMoved, Forgetting, OrderBook, OrderMoved
from twofold.orders.refunds import KeptRefund
from twofold.orders.take_refund import MOST_REFUNDS

AT = datetime(2026, 11, 22, 12, 0, 0, 123_000, tzinfo=UTC)
UNTIL = AT.replace(microsecond=0) + timedelta(days=1)


@dataclass(frozen=True)
class Desk:
    orders: OrderBook
    carts: CartBook
    forgetting: Forgetting
    ledger: Ledger

    def types(self, subject: str) -> list[str]:
        rows = self.ledger.since("", AT.replace(hour=13), 10_000)
        return [row.type for row in rows if f'"{subject}"' in row.event]


@pytest.fixture(params=["memory", "dynamodb"])
def desk(request: pytest.FixtureRequest) -> Desk:
    if request.param == "memory":
        memory = Memory()
        books = order_books(memory)
        return Desk(books.orders, books.carts, books.forgetting, in_memory(memory).ledger)
    request.getfixturevalue("aws")
    connection = connect(SETTINGS)
    return Desk(
        DynamoOrderBook(connection),
        DynamoCartBook(connection),
        DynamoForgetting(connection),
        DynamoLedger(),
    )


def a_match(lead_id: str | None = None) -> Match:
    return Match(lead_id=lead_id or fresh("lead"), by="code", origin=ORIGIN)


def an_order(**fields: object) -> KeptOrder:
    spent = Spent(code="BUF2", redemption_id="BUF2.2", basket=12_000)
    placement = Placement(
        amount=10_000, currency="PLN", placed_at=AT, match=a_match(), spent=spent, cart_id="cart-1"
    )
    order = KeptOrder(order_id=fresh("order"), source="api", version=1, until=UNTIL, placement=placement)
    return replace(order, **fields)  # type: ignore[arg-type]


def a_cart(**fields: object) -> KeptCart:
    cart = KeptCart(
        cart_id=fresh("cart"),
        source="api",
        version=1,
        updated_at=AT,
        until=UNTIL,
        amount=5_000,
        currency="PLN",
        lines=2,
        lead_id=fresh("lead"),
        code="BUF2",
        url="https://shop.example/cart/7",
    )
    return replace(cart, **fields)  # type: ignore[arg-type]


def closed(cart: KeptCart, **fields: object) -> ClosedCart:
    ended = ClosedCart(cart_id=cart.cart_id, source=cart.source, at=cart.updated_at, until=cart.until)
    return replace(ended, **fields)  # type: ignore[arg-type]


def some_refunds(number: int) -> tuple[KeptRefund, ...]:
    return tuple(KeptRefund(refund_id=f"r{n}", asked=10, at=AT, reason="cold soup") for n in range(number))


def of(order: KeptOrder) -> str:
    assert order.placement
    assert order.placement.match
    return order.placement.match.lead_id


class TestOrders:
    @pytest.mark.parametrize("unknown", ["never", "x" * 3_000])
    def test_an_order_that_never_was_is_not_there(self, desk: Desk, unknown: str):
        assert desk.orders.find(unknown) is None

    def test_an_order_is_found_as_it_was_kept_and_told_with_it(self, desk: Desk):
        order = an_order(refunds=some_refunds(2), settled=1)
        desk.orders.keep(order, placed_events(order, AT))
        assert desk.orders.find(order.order_id) == order
        assert sorted(desk.types(of(order))) == ["order.placed.v1", "order.refunded.v1", "order.refunded.v1"]

    def test_an_order_of_nobody_is_found_as_it_was_kept(self, desk: Desk):
        bare = Placement(amount=0, currency="JPY", placed_at=AT)
        refused = replace(bare, spent=Spent(code="BUF2", reason="expired"))
        for placement in (bare, refused, None):
            order = an_order(placement=placement)
            desk.orders.keep(order)
            assert desk.orders.find(order.order_id) == order

    def test_refunds_wait_for_their_order(self, desk: Desk):
        waiting = an_order(placement=None, refunds=some_refunds(1))
        desk.orders.keep(waiting)
        placed = replace(an_order(), order_id=waiting.order_id, version=2, refunds=waiting.refunds)
        desk.orders.keep(placed)
        assert desk.orders.find(waiting.order_id) == placed

    def test_of_two_changes_of_one_version_the_second_has_to_look_again(self, desk: Desk):
        order = an_order()
        desk.orders.keep(order)
        for late in (order, replace(order, version=3)):
            with pytest.raises(OrderMoved):
                desk.orders.keep(replace(late, source="late"), placed_events(late, AT))
        assert desk.orders.find(order.order_id) == order
        assert desk.types(of(order)) == []

    def test_as_many_refunds_as_there_may_be_are_told_at_once(self, desk: Desk):
        order = an_order(refunds=some_refunds(MOST_REFUNDS))
        desk.orders.keep(order, placed_events(order, AT), closed(a_cart()))
        assert desk.types(of(order)).count("order.refunded.v1") == MOST_REFUNDS
        assert desk.orders.find(order.order_id) == order

    def test_a_cart_is_ordered_with_its_order(self, desk: Desk):
        cart = a_cart()
        desk.carts.keep(cart, (), (), AT)
        later = UNTIL + timedelta(seconds=9)
        desk.orders.keep(an_order(), (), closed(cart, source="other", at=later, until=later))
        ordered = replace(cart, version=2, state="ordered", url=None, until=later)
        assert desk.carts.find(cart.cart_id) == ordered
        with pytest.raises(CartMoved):
            desk.carts.keep(replace(cart, version=2), (), (), AT)

    def test_a_cart_that_nobody_told_of_is_ordered_all_the_same(self, desk: Desk):
        blank = KeptCart(
            cart_id=fresh("cart"), source="api", version=1, updated_at=AT, until=UNTIL, state="ordered"
        )
        desk.orders.keep(an_order(), (), closed(blank))
        assert desk.carts.find(blank.cart_id) == blank

    def test_no_cart_is_ordered_without_its_order(self, desk: Desk):
        order, cart = an_order(), a_cart()
        desk.orders.keep(order)
        desk.carts.keep(cart, (), (), AT)
        with pytest.raises(OrderMoved):
            desk.orders.keep(order, (), closed(cart))
        assert desk.carts.find(cart.cart_id) == cart


class TestCarts:
    def test_a_cart_is_found_as_it_was_kept_and_told_with_it(self, desk: Desk):
        cart = a_cart()
        desk.carts.keep(cart, (cart_event(cart, a_match(cart.lead_id), AT),), (), AT)
        assert desk.carts.find(cart.cart_id) == cart
        assert desk.types(cart.lead_id or "") == ["cart.updated.v1"]
        assert desk.carts.find("never") is None

    def test_of_two_changes_of_one_version_the_second_has_to_look_again(self, desk: Desk):
        cart = a_cart()
        desk.carts.keep(cart, (), (), AT)
        with pytest.raises(CartMoved):
            desk.carts.keep(replace(cart, amount=1), (), (), AT)
        desk.carts.keep(replace(cart, version=2, code=None, url=None), (), (), AT)
        found = desk.carts.find(cart.cart_id)
        assert found
        assert (found.version, found.code, found.url) == (2, None, None)

    def test_beyond_an_allowance_nothing_is_kept(self, desk: Desk):
        charges = (Allowance(key=fresh("net"), most=2, seconds=600),)
        cart, other = a_cart(), a_cart()
        desk.carts.keep(cart, (), charges, AT)
        desk.carts.charge(charges, AT)
        with pytest.raises(TooMany) as raised:
            desk.carts.keep(other, (cart_event(other, a_match(other.lead_id), AT),), charges, AT)
        assert raised.value.retry_after == 600
        with pytest.raises(TooMany):
            desk.carts.charge(charges, AT)
        desk.carts.charge((), AT)
        assert desk.carts.find(other.cart_id) is None
        assert desk.types(other.lead_id or "") == []


class TestForgetting:
    def test_a_lead_s_carts_are_found(self, desk: Desk):
        cart = a_cart()
        for kept in (cart, a_cart()):
            desk.carts.keep(kept, (), (), AT)
        assert list(desk.forgetting.carts_of(cart.lead_id or "")) == [cart.cart_id]

    def test_what_is_unlinked_is_nobodys_any_more(self, desk: Desk):
        order, cart = an_order(refunds=some_refunds(1)), a_cart()
        desk.orders.keep(order)
        desk.carts.keep(cart, (), (), AT)
        desk.forgetting.unlink_order(order.order_id)
        desk.forgetting.unlink_cart(cart.cart_id)
        assert order.placement
        bare = replace(order, version=2, placement=replace(order.placement, match=None, cart_id=None))
        assert desk.orders.find(order.order_id) == bare
        gone = replace(cart, version=2, lead_id=None, url=None, code=None)
        assert desk.carts.find(cart.cart_id) == gone
        assert not desk.forgetting.carts_of(cart.lead_id or "")

    def test_whoever_read_it_before_has_to_look_again(self, desk: Desk):
        order, cart = an_order(), a_cart()
        desk.orders.keep(order)
        desk.carts.keep(cart, (), (), AT)
        desk.forgetting.unlink_order(order.order_id)
        desk.forgetting.unlink_cart(cart.cart_id)
        with pytest.raises(OrderMoved):
            desk.orders.keep(replace(order, version=2))
        with pytest.raises(CartMoved):
            desk.carts.keep(replace(cart, version=2), (), (), AT)

    def test_what_is_not_there_stays_away(self, desk: Desk):
        for unknown in (fresh("none"), "x" * 3_000):
            desk.forgetting.unlink_order(unknown)
            desk.forgetting.unlink_cart(unknown)
            assert desk.orders.find(unknown) is None
            assert desk.carts.find(unknown) is None

    def test_a_request_is_told_once(self, desk: Desk):
        once, lead_id = Allowance(key=fresh("privacy"), most=1, seconds=30 * 86_400), fresh("lead")
        assert desk.forgetting.tell(a_request(lead_id, 1), once) is True
        assert desk.forgetting.tell(a_request(lead_id, 2), once) is False
        assert desk.types(lead_id) == ["privacy.requested.v1"]


def a_request(lead_id: str, version: int) -> Envelope:
    data = PrivacyRequested(request="erasure", source="shopify:a", reference="7")
    return record(data, subject=lead_id, version=version, at=AT, origin=ORIGIN)


def test_the_database_is_told_in_whole_seconds_when_a_row_may_go(aws: FakeAws):
    order, cart = an_order(until=UNTIL.replace(microsecond=999_999)), a_cart()
    DynamoOrderBook(connect(SETTINGS)).keep(order, (), closed(cart))
    rows = [*aws.rows(SETTINGS.required("orders")), *aws.rows(SETTINGS.required("carts"))]
    ends = {row.get("order_id") or row["cart_id"]: row["ttl"] for row in rows}
    whole = {"N": str(int(UNTIL.timestamp()))}
    assert (ends[order.order_id], ends[cart.cart_id]) == (whole, whole)
