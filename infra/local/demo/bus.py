"""A tap on the event bus: a rule that catches all of ours, and a queue that keeps it while the story lasts."""

import json
import uuid
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import boto3

from twofold.contracts import events
from twofold.contracts.events import SOURCE, Envelope

if TYPE_CHECKING:
    from mypy_boto3_events.type_defs import TargetTypeDef


class Tap:
    """Made for one run through the API, and removed after it; the stack itself knows nothing of it."""

    def __init__(self, aws: dict[str, Any]) -> None:
        self.heard: dict[str, Envelope] = {}
        self._sqs = boto3.client("sqs", **aws["client"])
        self._events = boto3.client("events", **aws["client"])
        self._bus = aws["outputs"]["BusName"]
        self._name = f"demo-{uuid.uuid4().hex[:12]}"

    def __enter__(self) -> Self:
        self._queue = self._sqs.create_queue(QueueName=self._name)["QueueUrl"]
        asked = self._sqs.get_queue_attributes(QueueUrl=self._queue, AttributeNames=["QueueArn"])
        pattern = json.dumps({"source": [SOURCE]})
        self._events.put_rule(Name=self._name, EventBusName=self._bus, EventPattern=pattern)
        target: TargetTypeDef = {"Id": "tap", "Arn": asked["Attributes"]["QueueArn"]}
        self._events.put_targets(Rule=self._name, EventBusName=self._bus, Targets=[target])
        return self

    def drain(self) -> dict[str, Envelope]:
        """Everything heard so far, by event id."""
        while messages := self._sqs.receive_message(QueueUrl=self._queue, MaxNumberOfMessages=10).get(
            "Messages"
        ):
            for message in messages:
                event = events.read(json.dumps(json.loads(message["Body"])["detail"]))
                self.heard[event.id] = event
                self._sqs.delete_message(QueueUrl=self._queue, ReceiptHandle=message["ReceiptHandle"])
        return self.heard

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._events.remove_targets(Rule=self._name, EventBusName=self._bus, Ids=["tap"])
        self._events.delete_rule(Name=self._name, EventBusName=self._bus)
        self._sqs.delete_queue(QueueUrl=self._queue)
