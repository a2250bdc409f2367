"""Malformed bodies are refused cheaply, with the path of what is wrong."""

import json

import pytest

from tests.fakes.samples import ANNA
from twofold.contracts.errors import DomainError, InvalidRequest, NotJson
from twofold.contracts.payloads.leads import LookupRequest
from twofold.contracts.payloads.orders import CartReport, OrderReport
from twofold.contracts.payloads.redemptions import RedemptionRequest
from twofold.contracts.payloads.signups import ConfirmationRequest, SignupRequest
from twofold.entrypoints.bodies import parse
from twofold.entrypoints.problems import status_of

GOOD = {"asset_id": "ast_1", "phone": ANNA, "consent": {"version": "1", "accepted": True}}


def written(**changes: object) -> bytes:
    return json.dumps({**GOOD, **changes}).encode()


def fault(raw: bytes, kind: type = SignupRequest) -> DomainError:
    with pytest.raises(DomainError) as raised:
        parse(raw, kind)
    return raised.value


def test_a_good_body_is_read():
    asked = parse(written(attributes={"first_name": "Żaneta 🍜"}), SignupRequest)
    assert (asked.phone, asked.attributes) == (ANNA, {"first_name": "Żaneta 🍜"})


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"hello",
        b"{",
        b"{'a': 1}",
        b'{"a": 1,}',
        b"{} {}",
        b"\xff\xfe{\x00}\x00",
        b'{"phone": "\xed\xa0\x80"}',
        b'{"a": NaN}',
        b'{"a": Infinity}',
        b'{"a": -Infinity}',
        b'{"phone": "\\ud800"}',
        b'{"a": 1' + b"0" * 5_000 + b"}",
        b"[" * 8_000,
        b'{"a":' * 3_000 + b"1" + b"}" * 3_000,
        b"\x00" * 100,
        "{\u00a0}".encode(),
        '{"a": "é"}'.encode("latin-1"),
    ],
    ids=range(18),
)
def test_what_is_not_json_is_400(raw: bytes):
    error = fault(raw)
    assert isinstance(error, NotJson)
    assert status_of(error) == 400


@pytest.mark.parametrize(
    ("raw", "field"),
    [
        (b"1", "body"),
        (b"null", "body"),
        (b"[]", "body"),
        (b'"text"', "body"),
        (b"{}", "asset_id"),
        (written(phone=48601234567), "phone"),
        (written(phone=None), "phone"),
        (written(phone="12"), "phone"),
        (written(phone="1" * 41), "phone"),
        (written(asset_id=""), "asset_id"),
        (written(asset_id="a/b"), "asset_id"),
        (written(asset_id="a" * 65), "asset_id"),
        (written(consent={"version": "1"}), "consent.accepted"),
        (written(consent={"version": "1", "accepted": "yes"}), "consent.accepted"),
        (written(consent={"version": "1", "accepted": 1}), "consent.accepted"),
        (written(consent={"version": "1", "accepted": True, "more": 1}), "consent.more"),
        (written(country="pl"), "country"),
        (written(country="POL"), "country"),
        (written(locale="?"), "locale"),
        (written(surprise=1), "surprise"),
        (written(utm={str(n): "x" for n in range(9)}), "utm"),
        (written(attributes={"a": 1}), "attributes[...]"),
        (written(attributes={"a": "x" * 101}), "attributes[...]"),
        (written(page_url="x" * 2_049), "page_url"),
        (b'{"phone": "1", "phone": "2"}', "phone"),
    ],
)
def test_what_does_not_fit_is_422_and_names_its_field(raw: bytes, field: str):
    error = fault(raw)
    assert isinstance(error, InvalidRequest)
    assert (status_of(error), error.field) == (422, field)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"amount": -1}, "amount"),
        ({"amount": 1.5}, "amount"),
        ({"amount": 1e400}, "amount"),
        ({"amount": True}, "amount"),
        ({"amount": "100"}, "amount"),
        ({"amount": 10**12 + 1}, "amount"),
        ({"amount": 10**30}, "amount"),
        ({"currency": "pln"}, "currency"),
        ({"order_id": ""}, "order_id"),
        ({"order_id": "x" * 129}, "order_id"),
        ({"location": ""}, "location"),
    ],
)
def test_money_and_orders_are_taken_as_they_are_meant(changes: dict[str, object], field: str):
    raw = json.dumps({"order_id": "o", "amount": 1, "currency": "PLN", **changes}).encode()
    assert fault(raw.replace(b"Infinity", b"1e400"), RedemptionRequest).field == field


@pytest.mark.parametrize("kind", [CartReport, OrderReport])
@pytest.mark.parametrize("country", ["PL\n", "pl", "POL", ""])
def test_a_country_is_two_letters_and_no_line_break(kind: type[CartReport | OrderReport], country: str):
    told = {"cart_id": "c", "order_id": "o", "amount": 1, "currency": "PLN", "country": country}
    del told["order_id" if kind is CartReport else "cart_id"]
    assert fault(json.dumps(told).encode(), kind).field == "country"


@pytest.mark.parametrize("typed", ["12345", "1234567", "12345a", "", "１２３４５６", "123456\n123456"])
def test_only_six_digits_are_a_verification_code(typed: str):
    assert fault(json.dumps({"code": typed}).encode(), ConfirmationRequest).field == "code"


@pytest.mark.parametrize("phones", [[], [ANNA] * 101])
def test_a_look_up_asks_for_one_to_a_hundred(phones: list[str]):
    assert fault(json.dumps({"phones": phones}).encode(), LookupRequest).field == "phones"


def test_a_fault_in_a_list_is_named_by_its_place():
    assert fault(json.dumps({"phones": [ANNA, 1]}).encode(), LookupRequest).field == "phones[1]"


@pytest.mark.parametrize(
    "moment",
    [
        "0001-01-01T00:00:00+14:00",
        "0999-12-31T23:59:59Z",
        "1969-12-31T23:59:59Z",
        "9999-12-31T23:59:59-23:59",
        "9999-12-31T23:59:59Z",
    ],
)
def test_a_moment_that_could_not_be_kept_is_refused_before_anything_is_done(moment: str):
    order = {"order_id": "o", "amount": 1, "currency": "PLN", "placed_at": moment}
    assert fault(json.dumps(order).encode(), OrderReport).field == "placed_at"
    cart = {"cart_id": "c", "amount": 1, "currency": "PLN", "updated_at": moment}
    assert fault(json.dumps(cart).encode(), CartReport).field == "updated_at"


@pytest.mark.parametrize("moment", ["1970-01-01T00:00:00-23:59", "9998-12-31T23:59:59+23:59"])
def test_any_moment_that_can_be_kept_is_taken(moment: str):
    order = {"order_id": "o", "amount": 1, "currency": "PLN", "placed_at": moment}
    assert parse(json.dumps(order).encode(), OrderReport).placed_at is not None


@pytest.mark.parametrize(
    ("kind", "said", "told"),
    [
        (OrderReport, {"currency": "pln"}, "three capital letters"),
        (OrderReport, {"country": "pl"}, "two capital letters"),
        (OrderReport, {"lead_id": "a/b"}, "An id has letters"),
        (SignupRequest, {"locale": "?"}, "Write the language"),
        (ConfirmationRequest, {"code": "12"}, "has 6 digits"),
    ],
)
def test_nobody_has_to_read_a_pattern(kind: type, said: dict[str, str], told: str):
    detail = fault(json.dumps(said).encode(), kind).detail
    assert told in detail
    assert "regex" not in detail
