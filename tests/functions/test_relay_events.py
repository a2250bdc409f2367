"""The ledger's stream to the bus, and the sweep that looks after it."""

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import boto3
import pytest
from botocore.exceptions import ReadTimeoutError

from tests.fakes import sample_events
from tests.fakes.aws import FakeAws
from tests.fakes.made import a_challenge
from tests.fakes.tables import SETTINGS
from tests.functions.booted import BUS
from tests.functions.house import House
from twofold.adapters.dynamodb.challenges import DynamoChallengeBook
from twofold.adapters.dynamodb.connection import connect
from twofold.adapters.signed import SignedService
from twofold.contracts.instants import now


class Ear:
    """A queue that hears everything on the bus."""

    def __init__(self, aws: FakeAws) -> None:
        self._sqs = boto3.client("sqs", **aws.client)
        self.url = self._sqs.create_queue(QueueName="ear")["QueueUrl"]
        arn = self._sqs.get_queue_attributes(QueueUrl=self.url, AttributeNames=["QueueArn"])
        events = boto3.client("events", **aws.client)
        pattern = json.dumps({"source": ["twofold"]})
        events.put_rule(Name="ear", EventBusName=BUS, EventPattern=pattern)
        target: Any = {"Id": "ear", "Arn": arn["Attributes"]["QueueArn"]}
        events.put_targets(Rule="ear", EventBusName=BUS, Targets=[target])

    def heard(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        while got := self._sqs.receive_message(QueueUrl=self.url, MaxNumberOfMessages=10).get("Messages"):
            found += [json.loads(message["Body"]) for message in got]
        return found


@pytest.fixture
def ear(aws: FakeAws) -> Iterator[Ear]:
    ear = Ear(aws)
    yield ear
    boto3.client("sqs", **aws.client).delete_queue(QueueUrl=ear.url)


def test_every_new_row_of_the_ledger_is_on_the_bus_as_it_was_written(house: House, ear: Ear):
    house.code()
    batch = sample_events.streamed(house.ledger())
    assert house.boot("relay_events")(batch) == {"batchItemFailures": []}
    heard = ear.heard()
    assert [h["detail"] for h in heard] == [json.loads(row["event"]) for row in house.ledger()]
    assert {h["detail-type"] for h in heard} == {row["type"] for row in house.ledger()}


def test_the_sample_is_relayed(house: House, ear: Ear):
    assert house.boot("relay_events")(sample_events.read("stream/ledger")) == {"batchItemFailures": []}
    assert len(ear.heard()) == 5


def test_only_new_rows_are_news(house: House, ear: Ear):
    batch = sample_events.read("stream/ledger")
    batch["Records"][1]["eventName"] = "MODIFY"
    del batch["Records"][2]["dynamodb"]["NewImage"]
    batch["Records"][2]["eventName"] = "REMOVE"
    assert house.boot("relay_events")(batch) == {"batchItemFailures": []}
    assert len(ear.heard()) == 3


def test_what_the_bus_refused_is_asked_for_again_by_its_sequence_number(
    house: House, ear: Ear, monkeypatch: pytest.MonkeyPatch
):
    rows = [{**row, "event_id": f"{row['event_id']}{n}"} for n in range(9) for row in sample_rows()]
    batch = sample_events.streamed(rows)
    batch["Records"][0]["eventName"] = "MODIFY"
    refuse(monkeypatch, call=2, position=4)
    told = house.boot("relay_events")(batch)
    # Twenty were taken with the first two calls; the third call's fifth is the 25th new row, after the old one.
    assert told == {"batchItemFailures": [{"itemIdentifier": str(100 + 1 + 24)}]}


def test_a_bus_that_does_not_answer_gets_the_whole_batch_again(house: House, monkeypatch: pytest.MonkeyPatch):
    def silent(service: SignedService, operation: str, arguments: dict[str, Any]) -> Any:
        raise ReadTimeoutError(endpoint_url="bus")

    relay = house.boot("relay_events")
    monkeypatch.setattr(SignedService, "_once", silent)
    told = relay(sample_events.streamed(sample_rows()))
    assert told == {"batchItemFailures": [{"itemIdentifier": "100"}]}


def test_a_row_that_cannot_be_read_fails_the_batch_instead_of_being_skipped(house: House):
    batch = sample_events.streamed([{"event_id": "x"}])
    with pytest.raises(KeyError):
        house.boot("relay_events")(batch)


def test_the_sweep_publishes_what_no_relay_passed_on(house: House, ear: Ear):
    sweep = house.boot("sweep_overdue")
    challenge = a_challenge(now() - timedelta(minutes=20))
    DynamoChallengeBook(connect(SETTINGS)).open(
        challenge, challenge.asked(challenge.sent_at), [], challenge.sent_at
    )
    assert sweep({})["published"] == 1
    assert [h["detail"]["data"]["challenge_id"] for h in ear.heard()] == [challenge.challenge_id]
    assert sweep({})["published"] == 0


def sample_rows() -> list[dict[str, str]]:
    records = sample_events.read("stream/ledger")["Records"]
    return [{n: v["S"] for n, v in record["dynamodb"]["NewImage"].items()} for record in records]


def refuse(monkeypatch: pytest.MonkeyPatch, *, call: int, position: int) -> None:
    """Let the bus refuse one entry of one call, both counted from 0."""
    once, calls = SignedService._once, iter(range(100))

    def some(service: SignedService, operation: str, arguments: dict[str, Any]) -> Any:
        answer = once(service, operation, arguments)
        if operation == "PutEvents" and next(calls) == call:
            answer["Entries"][position] = {"ErrorCode": "ThrottlingException", "ErrorMessage": "slow down"}
            answer["FailedEntryCount"] = 1
        return answer

    monkeypatch.setattr(SignedService, "_once", some)
