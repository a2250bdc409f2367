"""A code is good for what it was issued for, and a refusal says which rule it was."""

from datetime import timedelta
from typing import Any

import pytest
from msgspec import UNSET

from tests.unit.codes.desk import Desk, line, refused
from twofold.campaigns.offer import Offer
from twofold.codes.refusals import refusal
from twofold.codes.rules import Basket
from twofold.contracts.errors import Conflict, InvalidRequest
from twofold.contracts.reasons import CODES, REASONS, Reason

TEN = Offer(title="10 off", kind="amount", value=1_000, currency="PLN")


class TestAMinimum:
    def test_is_the_least_basket(self, desk: Desk):
        code = desk.code(minimum=5_000)
        error = refused(lambda: desk.redeem(code, amount=4_999))
        assert (type(error), error.code, error.field) == (InvalidRequest, "minimum_not_met", "amount")
        assert error.extra["minimum"] == 5_000
        assert desk.redeem(code, amount=5_000).discount_amount == 1_000

    def test_is_in_the_offer_s_own_currency(self, desk: Desk):
        code = desk.code(minimum=5_000)
        error = refused(lambda: desk.redeem(code, amount=9_000, currency="EUR"))
        assert (type(error), error.code, error.field) == (InvalidRequest, "currency_mismatch", "currency")


class TestCertainProducts:
    def test_need_a_basket_of_lines(self, desk: Desk):
        code = desk.code(products=("soup", "salad"))
        for lines in (None, (), (line("cake"),)):
            error = refused(lambda lines=lines: desk.redeem(code, lines=lines))  # type: ignore[misc]
            assert (type(error), error.code, error.field) == (InvalidRequest, "products_missing", "lines")

    def test_are_all_that_is_discounted(self, desk: Desk):
        basket = (line("soup", 1_500), line("cake", 7_000), line("salad", 500))
        code = desk.code(products=("soup", "salad"))
        assert desk.redeem(code, amount=9_000, lines=basket).discount_amount == 400

    def test_get_no_more_off_than_they_are_worth(self, desk: Desk):
        code = desk.code(worth=TEN, products=("soup",))
        assert (
            desk.redeem(code, amount=9_000, lines=(line("soup", 300), line("cake", 8_700))).discount_amount
            == 300
        )

    def test_are_worth_no_more_than_the_basket(self, desk: Desk):
        code = desk.code(products=("soup",))
        assert desk.redeem(code, amount=1_000, lines=(line("soup", 5_000),)).discount_amount == 200

    def test_of_a_free_item_say_nothing_of_money(self, desk: Desk):
        soup = Offer(title="A free soup", kind="item", value=0)
        code = desk.code(worth=soup, products=("soup",))
        assert desk.redeem(code, lines=(line("soup"),)).discount_amount is UNSET


class TestCertainPlaces:
    @pytest.mark.parametrize("location", [None, "vienna-2", "Vienna-1"])
    def test_are_the_only_ones(self, desk: Desk, location: str | None):
        code = desk.code(places=("vienna-1", "graz-1"))
        error = refused(lambda: desk.redeem(code, location=location))
        assert (type(error), error.code) == (Conflict, "wrong_place")

    def test_take_the_code(self, desk: Desk):
        code = desk.code(places=("vienna-1", "graz-1"))
        assert desk.redeem(code, location="graz-1").location == "graz-1"


def test_a_code_is_good_from_its_first_second_on(desk: Desk):
    code = desk.code(starts_at=desk.clock() + timedelta(hours=1))
    desk.clock.forward(minutes=59, seconds=59)
    error = refused(lambda: desk.redeem(code))
    assert (type(error), error.code) == (Conflict, "not_yet_valid")
    assert "2026-11-22T13:00:00Z" in error.detail
    desk.clock.forward(seconds=1)
    assert desk.redeem(code)


def test_lines_that_no_rule_asks_for_change_nothing(desk: Desk):
    assert desk.redeem(desk.code(), amount=1_000, lines=(line("soup", 10),)).discount_amount == 200


def test_nothing_is_spent_by_a_refusal(desk: Desk):
    code = desk.code(minimum=5_000, products=("soup",), places=("vienna-1",))
    for more in (
        {"amount": 1},
        {"currency": "EUR"},
        {"lines": ()},
        {"location": "x", "lines": (line("soup"),)},
    ):
        refused(lambda more=more: desk.redeem(code, **more))  # type: ignore[misc]
    assert (desk.told(), desk.stored(code).version) == ([], 1)


KNOWN: list[tuple[dict[str, Any], dict[str, Any], str | None]] = [
    ({}, {}, None),
    ({"minimum": 500}, {}, None),
    ({"minimum": 500}, {"amount": 499}, "minimum_not_met"),
    ({"minimum": 500}, {"amount": 500}, None),
    ({"minimum": 500}, {"currency": "EUR"}, "currency_mismatch"),
    ({"products": ("soup",)}, {"amount": 1}, None),
    ({"products": ("soup",)}, {"lines": (line("cake"),)}, "products_missing"),
    ({"places": ("vienna-1",)}, {}, None),
    ({"places": ("vienna-1",)}, {"location": "graz-1"}, "wrong_place"),
    ({"places": ("vienna-1",)}, {"location": "vienna-1"}, None),
]


@pytest.mark.parametrize(("rules", "basket", "reason"), KNOWN)
def test_a_question_is_judged_by_what_it_tells_and_no_more(
    desk: Desk, rules: dict[str, Any], basket: dict[str, Any], reason: str | None
):
    told = desk.use.check(desk.code(**rules), Basket(**basket))
    assert (told.valid, told.reason) == (reason is None, reason or UNSET)


def test_the_rules_are_told_to_whoever_asks(desk: Desk):
    code = desk.code(
        minimum=500,
        products=("soup",),
        places=("vienna-1",),
        starts_at=desk.clock() + timedelta(days=1),
        uses=3,
    )
    told = desk.check(code)
    terms = told.terms
    assert terms is not UNSET
    assert (terms.minimum, terms.currency, terms.products) == (500, "PLN", ("soup",))
    assert (terms.places, terms.starts_at, terms.uses_left) == (("vienna-1",), "2026-11-23T12:00:00Z", 3)
    assert told.reason == "not_yet_valid"


def test_a_code_that_asks_for_nothing_has_no_terms(desk: Desk):
    assert desk.check(desk.code()).terms is UNSET


@pytest.mark.parametrize("reason", REASONS)
def test_every_reason_is_refused_under_its_published_name_and_with_a_sentence(desk: Desk, reason: Reason):
    code = desk.stored(desk.code(minimum=500, products=("soup",), starts_at=desk.clock()))
    error = refusal(reason, code, Basket(currency="EUR"), desk.clock())
    assert error.code == CODES.get(reason, reason)
    assert error.detail.endswith(".")
