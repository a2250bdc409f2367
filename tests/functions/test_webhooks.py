"""Webhooks from the API to the endpoint: what partners ask for, what the relay marks, what is put down and brought."""

import json
from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from tests.fakes import sample_events
from tests.functions.house import Answered, House
from twofold.adapters.dynamodb.deliveries import DynamoDeliveryBook
from twofold.adapters.safe_http.caller import SafeHttp
from twofold.adapters.webhook_couriers import LambdaCouriers
from twofold.contracts.events import WEBHOOKS
from twofold.webhooks.ports import Unreachable
from twofold.webhooks.sending import courier

Ask = Callable[..., Answered]


@pytest.fixture
def ask(house: House, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Asks as in a sample, with a key for everything; couriers are called, but nobody comes."""
    monkeypatch.setattr(LambdaCouriers, "_call", lambda _, payload: CALLED.append(payload))
    CALLED.clear()
    key = house.key()

    def asked(sample: str, headers: dict[str, str] | None = None, **more: Any) -> Answered:
        return house.ask("serve_partners", sample_events.http(sample, headers=key | (headers or {}), **more))

    return asked


CALLED: list[dict[str, Any]] = []


def _made(ask: Ask, **body: object) -> dict[str, Any]:
    told = ask("create_webhook", body={"url": "https://crm.example/hook", "events": ["*"], **body})
    assert told.status == 201, told.text
    return told.json


def test_a_webhook_is_made_shown_changed_and_deleted(ask: Ask):
    made = _made(ask, contact=True)
    one = {"webhook_id": made["webhook_id"]}
    shown = ask("webhook", **one)
    assert (shown.status, shown.headers["etag"]) == (200, '"1"')
    assert {**shown.json, "secret": made["secret"]} == made
    assert ask("webhooks").json == {"webhooks": [shown.json]}
    after = ask("change_webhook", {"if-match": '"1"'}, body={"description": "List"}, **one)
    assert (after.status, after.headers["etag"], after.json["description"]) == (200, '"2"', "List")
    late = ask("change_webhook", {"if-match": '"1"'}, body={"description": "Other"}, **one)
    assert (late.status, late.json["code"]) == (412, "version_mismatch")
    assert ask("delete_webhook", {"if-match": '"2"'}, **one).status == 204
    assert ask("webhook", **one).json["code"] == "webhook_not_found"


def test_asking_twice_with_one_key_makes_one(ask: Ask):
    body = {"url": "https://crm.example/hook", "events": ["lead.*"]}
    first = ask("create_webhook", body=body)
    again = ask("create_webhook", body=body)
    assert (first.status, again.status) == (201, 200)
    assert first.json == again.json


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"url": "https://127.0.0.1/"}, "url"),
        ({"url": "http://crm.example/"}, "url"),
        ({"events": ["lead.confirmd.v1"]}, "events[0]"),
        ({"events": []}, "events"),
        ({"headers": {"Host": "elsewhere"}}, "headers.Host"),
        ({"mapping": {"system": "sap"}}, "mapping.system"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_what_cannot_be_is_refused_and_the_field_named(ask: Ask, body: dict[str, Any], field: str):
    told = ask("create_webhook", body={"url": "https://crm.example/hook", "events": ["*"], **body})
    assert told.status == 422, told.text
    assert told.json["errors"][0]["field"] == field


def test_a_key_that_may_not_read_leads_has_none_sent(house: House, ask: Ask):
    event = sample_events.http("create_webhook", headers=house.key("webhooks"))
    told = house.ask("serve_partners", event)
    assert (told.status, told.json["code"]) == (403, "scope_missing")


def test_the_queue_is_put_down_for_whoever_wants_it_and_a_courier_is_called(house: House, ask: Ask):
    wanting = _made(ask, events=["code.*"])["webhook_id"]
    ask(
        "create_webhook",
        {"idempotency-key": "other"},
        body={"url": "https://b.example", "events": ["lead.*"]},
    )
    assert house.boot("deliver_webhooks")(sample_events.read("queue/webhooks")) == {"batchItemFailures": []}
    assert [{"courier": wanting}] == CALLED
    told = ask("deliveries", webhook_id=wanting, query={"state": "waiting"}).json
    (delivery,) = told["deliveries"]
    assert (delivery["type"], delivery["attempts"], delivery["tries"]) == ("code.redeemed.v1", 0, [])
    shown = ask("delivery", webhook_id=wanting, event_id=delivery["event_id"]).json
    assert shown["event"]["data"]["order_id"] == "till-4-20261124-0031"


def test_a_courier_that_comes_tries_and_writes_down_what_became_of_it(
    house: House, ask: Ask, monkeypatch: pytest.MonkeyPatch
):
    made = _made(ask, events=["code.*"])["webhook_id"]
    house.boot("deliver_webhooks")(sample_events.read("queue/webhooks"))

    def nobody(*_: object) -> None:
        raise Unreachable("dns", "There is no such host.")

    monkeypatch.setattr(SafeHttp, "call", nobody)
    # Nobody wants to wait five seconds for the next try.
    monkeypatch.setattr(courier, "SHORT", courier.LOOK)
    assert house.boot("deliver_webhooks")({"courier": made}) is None
    (delivery,), _ = DynamoDeliveryBook().page(made, None, None, 10)
    assert (delivery.state, delivery.attempts) == ("waiting", 1)
    assert delivery.tries[0].error == "dns"
    health = ask("webhook", webhook_id=made).json["health"]
    assert (health["failures"], health["last_error"]) == (1, "dns")


def test_what_a_webhook_wants_is_marked_by_the_relay(house: House, ask: Ask):
    _made(ask, events=["signup.*"])
    house.join()
    rows = house.ledger()
    house.boot("relay_events")(sample_events.streamed(rows))
    entries = [e for name, asked in house.aws.calls if "PutEvents" in name for e in asked["Entries"]]
    marked = {e["DetailType"]: e.get("Resources") for e in entries}
    assert marked["signup.requested.v1"] == [WEBHOOKS]


def test_single_events_are_replayed_at_once_and_a_time_by_who_serves_webhooks(house: House, ask: Ask):
    made = _made(ask)["webhook_id"]
    house.join()
    (row,) = [row for row in house.ledger() if row["type"] == "signup.requested.v1"]
    event_id = json.loads(row["event"])["id"]
    told = ask("replay_webhook", webhook_id=made, body={"event_ids": [event_id]})
    assert (told.status, told.json) == (202, {"webhook_id": made, "events": 1, "unknown": []})
    assert [{"courier": made}] == CALLED
    CALLED.clear()
    day = {"from": "2026-01-01T00:00:00Z", "to": "2026-01-31T00:00:00Z"}
    assert ask("replay_webhook", webhook_id=made, body=day).status == 202
    ((kind, replay),) = CALLED[0].items()
    assert kind == "replay"
    assert house.boot("deliver_webhooks")({"replay": json.loads(_encoded(replay))}) is None


def test_the_sweep_calls_a_courier_for_what_was_left(house: House, ask: Ask):
    made = _made(ask, events=["code.*"])["webhook_id"]
    house.boot("deliver_webhooks")(sample_events.read("queue/webhooks"))
    CALLED.clear()
    assert house.boot("sweep_overdue")({})["couriers"] == 1
    assert {"courier": made} in CALLED


def test_a_call_for_what_is_no_more_is_done_with(house: House, ask: Ask):
    made = _made(ask)["webhook_id"]
    ask("delete_webhook", {"if-match": "*"}, webhook_id=made)
    assert house.boot("deliver_webhooks")({"courier": made}) is None


def _encoded(replay: object) -> bytes:
    return msgspec.json.encode(replay)
