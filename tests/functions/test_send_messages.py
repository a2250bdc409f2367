"""Texts, as their queues hand them over."""

import json

import pytest

from tests.fakes import sample_events
from tests.fakes.samples import ANNA, BUFFET
from tests.functions.house import House
from twofold.contracts.instants import now


def written(house: House, kind: str) -> str:
    return next(row["event"] for row in house.ledger() if row["type"] == kind)


def test_a_verification_code_is_sent_from_its_own_queue(house: House):
    house.join()
    batch = sample_events.queued([written(house, "signup.requested.v1")], name="verification")
    assert house.boot("send_messages")(batch) == {"batchItemFailures": []}
    assert [number for number, _ in house.aws.texts] == [ANNA]


def test_the_same_message_handed_over_twice_is_one_text(house: House):
    house.code()
    for _ in range(2):
        house.send("signup.requested.v1", "code.issued.v1")
    assert len(house.aws.texts) == 2


def test_of_a_hundred_messages_one_bad_one_is_handed_back_and_the_others_are_done(house: House):
    house.join()
    good = written(house, "signup.requested.v1")
    stale = [_as_other(good, n) for n in range(99)]
    batch = sample_events.queued([*stale[:40], "{}", *stale[40:]])
    assert house.boot("send_messages")(batch) == {"batchItemFailures": [{"itemIdentifier": "40"}]}
    blocked = [row for row in house.aws.rows("messages") if row["state"] == "blocked"]
    assert len(blocked) + len(house.aws.texts) == 99


@pytest.mark.parametrize(
    "body",
    [
        "",
        "no json",
        "[]",
        "{}",
        '{"detail": 1}',
        '{"detail": {"type": "code.melted.v1"}}',
        '{"detail": null}',
    ],
)
def test_a_message_that_cannot_be_read_is_handed_back(house: House, body: str):
    batch = sample_events.queued(["{}"])
    batch["Records"][0]["body"] = body
    assert house.boot("send_messages")(batch) == {"batchItemFailures": [{"itemIdentifier": "0"}]}


def test_an_event_that_asks_for_no_text_is_done_with(house: House):
    detail = json.dumps(sample_events.read("bus/code.redeemed.v1")["detail"])
    assert house.boot("send_messages")(sample_events.queued([detail])) == {"batchItemFailures": []}
    assert house.aws.texts == []


class TestPlannedTexts:
    def outcome(self, house: House) -> list[str]:
        """What the queue brings of plans is taken; answer how every message stands."""
        assert house.send("message.planned.v1") == {"batchItemFailures": []}
        return [row["state"] for row in house.aws.rows("messages")]

    def test_what_was_planned_is_sent_once_and_told(self, house: House):
        message = house.plan()
        for _ in range(2):
            assert self.outcome(house) == ["accepted"]
        ((number, words),) = house.aws.texts
        assert number == ANNA
        assert words.startswith(f"{BUFFET.brand}: offers and reminders by text.")
        assert str(BUFFET.contact) in words
        sent = house.message(message.message_id)
        assert (sent.provider, sent.rule, sent.price, sent.shown) == ("sns", "allowed", 50_000, words)
        assert [row["type"] for row in house.ledger()] == ["message.planned.v1", "message.sent.v1"]

    def test_what_is_over_is_blocked_and_the_rule_is_told(self, house: House):
        message = house.plan(expires_at=now())
        assert self.outcome(house) == ["blocked"]
        assert house.aws.texts == []
        assert house.message(message.message_id).rule == "expired"

    def test_marketing_without_a_lead_is_blocked(self, house: House):
        house.plan("lead-nobody", message_class="marketing", template="reminder", to=None)
        assert self.outcome(house) == ["blocked"]

    def test_what_a_schedule_wakes_is_heard_as_it_was_from_the_bus(self, house: House):
        house.plan()
        batch = sample_events.queued([written(house, "message.planned.v1")], name="woken")
        assert set(json.loads(batch["Records"][0]["body"])) == {"detail"}
        assert house.boot("send_messages")(batch) == {"batchItemFailures": []}
        assert [number for number, _ in house.aws.texts] == [ANNA]


@pytest.mark.parametrize("name", sample_events.names("queue"))
def test_the_samples_are_old_or_gone_and_send_nothing(house: House, name: str):
    assert house.boot("send_messages")(sample_events.read(f"queue/{name}")) == {"batchItemFailures": []}
    assert house.aws.texts == []


def _as_other(event: str, n: int) -> str:
    """The same question under another id, as another event would ask it."""
    parsed = json.loads(event)
    return json.dumps({**parsed, "id": parsed["id"][:-3] + f"{n:03d}"})
