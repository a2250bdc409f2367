"""Who is asking, and who may say so."""

import pytest
from aws_lambda_powertools.utilities.data_classes import APIGatewayProxyEventV2

from twofold.contracts import edge as names
from twofold.contracts.errors import InvalidRequest
from twofold.contracts.settings import LimitSettings
from twofold.entrypoints.callers import Edge, request_key
from twofold.leads.allowances import text_allowances
from twofold.partners.keys import ApiKey
from twofold.visits.visitor import Visitor

EDGE = Edge(secret=b"the edge's secret", site="https://twofold.example")
TILL, CRM = (ApiKey(key_hash=name, label=name, scopes=()) for name in ("till", "crm"))


def event(source_ip: str = "198.51.100.9", path: str = "/x", **headers: str) -> APIGatewayProxyEventV2:
    http = {"method": "POST", "path": path, "sourceIp": source_ip}
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return APIGatewayProxyEventV2({"headers": named, "rawPath": path, "requestContext": {"http": http}})


def through(viewer: str, secret: str = "the edge's secret") -> APIGatewayProxyEventV2:
    return event(**{names.SECRET_HEADER: secret, names.VIEWER_HEADER: viewer})


@pytest.mark.parametrize(
    ("viewer", "address"),
    [
        ("203.0.113.7:4711", "203.0.113.7"),
        ("2001:db8::7:4711", "2001:db8::7"),
        ("[2001:db8::7]:4711", "2001:db8::7"),
        ("nonsense", "198.51.100.9"),
        ("", "198.51.100.9"),
    ],
)
def test_the_edge_is_believed_about_the_client(viewer: str, address: str):
    assert EDGE.visitor(through(viewer)).address == address


@pytest.mark.parametrize("secret", ["", "wrong", "the edge's secre", "the edge's secret "])
def test_nobody_else_is(secret: str):
    assert EDGE.visitor(through("203.0.113.7:4711", secret)).address == "198.51.100.9"


def test_other_headers_are_never_believed():
    told = event(**{"x-forwarded-for": "203.0.113.7", "cf-connecting-ip": "203.0.113.7"})
    assert EDGE.visitor(told).address == "198.51.100.9"


def test_an_address_that_is_none_is_still_somebody():
    assert EDGE.visitor(event("unknown")).address == "0.0.0.0"


def test_our_own_pages_are_not_foreign():
    assert EDGE.visitor(event(origin="https://twofold.example")).origin is None
    assert EDGE.visitor(event()).origin is None
    assert EDGE.visitor(event(origin="https://shop.example")).origin == "https://shop.example"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("203.0.113.7", "203.0.113.250", True),
        ("203.0.113.7", "203.0.114.7", False),
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
    ],
)
def test_a_subscriber_s_addresses_are_counted_as_one(one: str, other: str, same: bool):
    limits = LimitSettings()
    keys = [text_allowances(Visitor(address=address), limits)[0].key for address in (one, other)]
    assert (keys[0] == keys[1]) is same


def test_a_counter_s_key_does_not_tell_the_address():
    assert "203" not in text_allowances(Visitor(address="203.0.113.7"), LimitSettings())[0].key


class TestRequestKey:
    def test_is_none_where_none_was_sent(self):
        assert request_key(event(), TILL, b"{}") is None

    def test_is_the_same_for_the_same_request(self):
        asked = event(idempotency_key="k")
        assert request_key(asked, TILL, b"{}") == request_key(asked, TILL, b"{}")

    def test_belongs_to_its_caller(self):
        keys = [request_key(event(idempotency_key="k"), caller, b"{}") for caller in (TILL, CRM)]
        assert len({key.mark for key in keys if key}) == 2

    @pytest.mark.parametrize(("path", "raw"), [("/y", b"{}"), ("/x", b"{ }")])
    def test_tells_another_path_or_body_apart(self, path: str, raw: bytes):
        first = request_key(event(idempotency_key="k"), TILL, b"{}")
        second = request_key(event(path=path, idempotency_key="k"), TILL, raw)
        assert first
        assert second
        assert first.mark == second.mark
        assert first.fingerprint != second.fingerprint

    @pytest.mark.parametrize("key", ["", "k" * 256])
    def test_has_a_length(self, key: str):
        with pytest.raises(InvalidRequest):
            request_key(event(idempotency_key=key), TILL, b"{}")
