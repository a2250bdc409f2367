"""What every OrdersSince and TextsHad promises."""

from datetime import timedelta

import pytest

from tests.fakes.automating import AT
from tests.fakes.books import Books
from tests.fakes.in_dynamodb import in_dynamodb
from tests.fakes.in_memory import in_memory
from tests.fakes.made import ORIGIN, a_message, an_answer, fresh, was_sent
from tests.fakes.memory import Memory
from tests.fakes.orders import order_books
from tests.fakes.tables import SETTINGS
from twofold.adapters.dynamodb.connection import connect
from twofold.adapters.dynamodb.orders import DynamoOrderBook
from twofold.messages.model import MARKETING, Message
from twofold.messages.sending.plan import planned
from twofold.orders.kept import KeptOrder, Match, Placement
from twofold.orders.ports import OrderBook

Desk = tuple[Books, OrderBook]


@pytest.fixture(params=["memory", "dynamodb"])
def desk(request: pytest.FixtureRequest) -> Desk:
    if request.param == "memory":
        memory = Memory()
        return in_memory(memory), order_books(memory).orders
    request.getfixturevalue("aws")
    return in_dynamodb(SETTINGS), DynamoOrderBook(connect(SETTINGS))


def order(orders: OrderBook, lead_id: str | None, days: int = 0) -> None:
    match = Match(lead_id=lead_id, by="code", origin=ORIGIN) if lead_id else None
    placed = Placement(amount=100, currency="PLN", placed_at=AT + timedelta(days=days), match=match)
    until = AT + timedelta(days=900)
    orders.keep(KeptOrder(order_id=fresh("order"), source="api", version=1, until=until, placement=placed))


class TestOrdersSince:
    def test_an_order_counts_that_came_after_the_moment(self, desk: Desk):
        books, orders = desk
        lead_id = fresh("lead")
        assert not books.ordered.ordered(lead_id, AT - timedelta(days=9))
        order(orders, lead_id)
        order(orders, lead_id, days=-30)
        assert books.ordered.ordered(lead_id, AT - timedelta(milliseconds=1))
        assert not books.ordered.ordered(lead_id, AT)

    def test_another_s_order_and_nobody_s_do_not(self, desk: Desk):
        books, orders = desk
        order(orders, fresh("lead"))
        order(orders, None)
        assert not books.ordered.ordered(fresh("lead"), AT - timedelta(days=1))


class TestTextsHad:
    def text(self, books: Books, lead_id: str, template: str, state: str, days: int = 0) -> Message:
        message = a_message(
            lead_id, template=template, message_class=MARKETING, planned_at=AT + timedelta(days=days)
        )
        books.messages.plan(message, planned(message))
        if state != "planned":
            books.messages.claim(message)
        if state not in ("planned", "claimed"):
            books.messages.close(message.now(state), was_sent(message) if state == "accepted" else None)
        return message

    @pytest.mark.parametrize("state", ["claimed", "accepted", "unknown"])
    def test_what_a_lead_has_or_may_have_is_told_by_its_template(self, desk: Desk, state: str):
        books, _ = desk
        lead_id = fresh("lead")
        self.text(books, lead_id, "reminder", state)
        self.text(books, lead_id, "reminder", state)
        self.text(books, lead_id, "cart", state)
        self.text(books, fresh("lead"), "thanks", state)
        assert books.had.templates(lead_id, AT - timedelta(days=1)) == {"reminder", "cart"}

    @pytest.mark.parametrize("state", ["planned", "failed"])
    def test_what_did_not_reach_them_is_not(self, desk: Desk, state: str):
        books, _ = desk
        lead_id = fresh("lead")
        self.text(books, lead_id, "reminder", state)
        assert books.had.templates(lead_id, AT - timedelta(days=1)) == frozenset()

    def test_neither_is_what_is_too_long_ago_nor_what_they_wrote_themselves(self, desk: Desk):
        books, _ = desk
        lead_id = fresh("lead")
        self.text(books, lead_id, "reminder", "accepted", days=-90)
        books.replies.receive(an_answer(lead_id, "Hello", AT), None, [])
        assert books.had.templates(lead_id, AT - timedelta(days=90)) == frozenset()
        assert books.had.templates(lead_id, AT - timedelta(days=91)) == {"reminder"}

    def test_a_lead_without_any_had_none(self, desk: Desk):
        assert desk[0].had.templates(fresh("lead"), AT) == frozenset()
