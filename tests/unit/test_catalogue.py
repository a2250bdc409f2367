"""Every event and every request has one true sample, and every sample is one."""

import json
import re
from base64 import b64decode
from typing import Any
from urllib.parse import parse_qsl

import msgspec
import pytest

from infra.describe_events import PAGE, describe
from tests.fakes import sample_events
from tests.fakes.ledger import row_of
from twofold.contracts import events
from twofold.contracts.events import CATALOGUE, CodeIssued, EventData, SignupRequested
from twofold.contracts.routes.catalogue import ROUTES
from twofold.contracts.routes.commerce import SHOPIFY, WOOCOMMERCE
from twofold.contracts.routes.route import FORM, Route
from twofold.entrypoints import stream
from twofold.entrypoints.bodies import parse
from twofold.ledger.ports import LedgerRow
from twofold.ledger.record import event_id, moment


def test_every_published_event_has_a_sample_and_every_sample_is_published():
    assert set(sample_events.names("bus")) == set(CATALOGUE)


@pytest.mark.parametrize("kind", sorted(CATALOGUE))
def test_a_published_sample_comes_back_as_it_was(kind: str):
    sample = sample_events.read(f"bus/{kind}")
    event = events.read(json.dumps(sample["detail"]))
    assert isinstance(event.data, CATALOGUE[kind])
    assert json.loads(events.write(event)) == sample["detail"]


@pytest.mark.parametrize("kind", sorted(CATALOGUE))
def test_a_sample_is_what_eventbridge_makes_of_an_entry(kind: str):
    sample = sample_events.read(f"bus/{kind}")
    written = json.dumps(sample["detail"])
    entry = events.entry(written, kind, "bus")
    assert (entry["Source"], entry["DetailType"]) == (sample["source"], sample["detail-type"])
    assert json.loads(entry["Detail"]) == sample["detail"]


@pytest.mark.parametrize("kind", sorted(CATALOGUE))
def test_an_event_holds_no_number_and_no_verification_code(kind: str):
    words = json.dumps(sample_events.read(f"bus/{kind}")["detail"])
    assert "601234567" not in words
    assert not re.search(r'"\d{6}"', words)
    fields = {f.name for f in msgspec.structs.fields(CATALOGUE[kind])}
    assert not fields & {"phone", "number", "first_name", "attributes", "address", "text"}


@pytest.mark.parametrize("kind", sorted(CATALOGUE))
def test_an_event_s_id_tells_its_time(kind: str):
    detail = sample_events.read(f"bus/{kind}")["detail"]
    assert detail["id"][:10] == event_id(moment(detail["id"]), "")[:10]
    assert detail["time"].startswith(moment(detail["id"]).strftime("%Y-%m-%dT%H:%M:%S"))


def test_a_rule_hears_live_events_of_its_kinds():
    pattern = events.pattern(CodeIssued, SignupRequested)
    sample = sample_events.read("bus/code.issued.v1")
    assert sample["source"] in pattern["source"]
    assert sample["detail-type"] in pattern["detail_type"]
    assert sample["detail"]["origin"] in pattern["detail"]["origin"]
    assert pattern["detail"]["origin"] == ["live"]


def test_an_event_that_nobody_published_is_not_read():
    detail = sample_events.read("bus/code.issued.v1")["detail"]
    with pytest.raises(KeyError):
        events.read(json.dumps({**detail, "type": "code.melted.v1"}))
    with pytest.raises(msgspec.ValidationError):
        events.read(json.dumps({**detail, "data": {"code": 1}}))


def test_a_field_that_is_added_later_does_not_stop_an_older_reader():
    detail = sample_events.read("bus/code.issued.v1")["detail"]
    newer = {**detail, "more": 1, "data": {**detail["data"], "more": 1}}
    assert events.read(json.dumps(newer)) == events.read(json.dumps(detail))


def test_names_are_past_tense_with_a_version_and_told_apart():
    assert all(re.fullmatch(r"[a-z]+\.[a-z_]+\.v\d+", kind) for kind in CATALOGUE)
    assert len(CATALOGUE) == len(EventData.__subclasses__())


@pytest.mark.parametrize("route", ROUTES, ids=lambda r: f"{r.method} {r.path}")
def test_every_route_has_a_sample_that_it_would_take(route: Route):
    key = f"{route.method} {route.path}"
    sample, *others = [s for s in _requests() if s["routeKey"] == key]
    assert not others or route in (SHOPIFY, WOOCOMMERCE), "only what shops tell differs by its topic"
    pattern = re.sub(r"{(\w+)}", r"(?P<\1>[^/]+)", route.path)
    found = re.fullmatch(pattern, sample["rawPath"])
    assert found
    assert found.groupdict() == sample.get("pathParameters", {})
    assert sample["requestContext"]["http"]["path"] == sample["rawPath"]
    if route.body and route.sends == FORM:
        msgspec.convert(dict(parse_qsl(b64decode(sample["body"]).decode())), route.body)
    elif route.sends == FORM:
        assert dict(parse_qsl(b64decode(sample["body"]).decode(), strict_parsing=True))
    elif route.body:
        parse(sample["body"].encode(), route.body)
    else:
        assert ("body" in sample) == (route in (SHOPIFY, WOOCOMMERCE))


def test_every_sample_of_a_request_belongs_to_a_route():
    keys = {f"{route.method} {route.path}" for route in ROUTES}
    asked_first = {f"OPTIONS {route.path}" for route in ROUTES if route.from_browsers}
    assert {sample["routeKey"] for sample in _requests()} == keys | asked_first


def test_the_sample_of_the_stream_holds_rows_as_the_ledger_keeps_them():
    heard: list[LedgerRow] = []
    sample = sample_events.read("stream/ledger")
    assert stream.consume(sample, lambda rows: heard.extend(rows)) == {"batchItemFailures": []}
    assert heard == [row_of(events.read(row.event)) for row in heard]
    assert len(heard) == len(sample["Records"])


@pytest.mark.parametrize("name", sample_events.names("queue"))
def test_the_samples_of_queues_hold_events_as_the_bus_delivers_them(name: str):
    for record in sample_events.read(f"queue/{name}")["Records"]:
        body = json.loads(record["body"])
        told = sample_events.read(f"bus/{body['detail']['type']}")
        # A schedule wakes with the event alone; what else EventBridge wraps around it, nobody reads. What a webhook
        # wants is marked.
        assert body in (told, {"detail": told["detail"]}, {**told, "resources": [events.WEBHOOKS]})


def test_the_page_about_events_is_up_to_date():
    assert PAGE.read_text("utf-8") == describe(), "run: python -m infra.describe_events > docs/events.md"


def _requests() -> list[dict[str, Any]]:
    """The samples of requests; callbacks come by other ways, too."""
    read = [
        sample_events.read(f"{kind}/{name}")
        for kind in ("http", "callbacks")
        for name in sample_events.names(kind)
    ]
    return [sample for sample in read if "routeKey" in sample]
