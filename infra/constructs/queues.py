"""Queues that rules fill, and the dead letters of everything that can fail for good."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aws_cdk import Duration
from aws_cdk import aws_events as events
from aws_cdk import aws_events_targets as targets
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_sqs as sqs
from constructs import Construct

from infra.constructs.alarms import Alarms
from infra.constructs.foundation import Foundation
from infra.constructs.product_function import ProductFunction

CONSUMER_VERBS = ("sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage")
"""What Lambda asks for to empty a queue (AWSLambdaSQSQueueExecutionRole). The CDK's own source grants more."""

KEEP = Duration.days(14)
VISIBILITY_FACTOR = 6
"""A message stays hidden for so many timeouts of its consumer, as AWS advises: throttled tries need room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """Which events a queue gets and how it gives them out.

    `rules` are patterns (`contracts.events.pattern`) by the names of their rules: an event that fits one is heard.
    `at_once`: most invocations at a time, so that no queue takes another's place. `tries`: before a message
    is given up. `overdue`: how long the oldest message may wait before the alarm rings.
    """

    rules: Mapping[str, dict[str, Any]]
    batch: int
    at_once: int
    tries: int
    overdue: Duration


class DeadLetters(Construct):
    """Where given-up work waits two weeks for a person; the alarm rings at the first."""

    def __init__(self, scope: Construct, construct_id: str, *, of: str, alarms: Alarms) -> None:
        super().__init__(scope, construct_id)
        self.queue = _queue(self)
        alarms.watch_dead_letters(self.queue, of=of)


class EventQueue(Construct):
    """A queue of live events before a function.

    What cannot be done ends where every queue gives up, from where SQS brings it back to the queue that it was in.
    What a rule cannot even deliver (`undelivered`) was in none, and is brought by hand.
    """

    def __init__(
        self,
        scope: Construct,
        name: str,
        *,
        feed: Feed,
        function: ProductFunction,
        undelivered: sqs.IQueue,
        on: Foundation,
    ) -> None:
        super().__init__(scope, name)
        self.queue = _queue(
            self,
            visibility=Duration.seconds(VISIBILITY_FACTOR * function.timeout.to_seconds()),
            dead=sqs.DeadLetterQueue(queue=on.given_up, max_receive_count=feed.tries),
        )
        self._fill(feed, undelivered, on)
        self._empty(feed, function)
        self._watch(feed, on)

    def _fill(self, feed: Feed, undelivered: sqs.IQueue, on: Foundation) -> None:
        """The target allows itself on both queues, for these rules alone."""
        target = targets.SqsQueue(self.queue, dead_letter_queue=undelivered, max_event_age=Duration.hours(24))
        for name, pattern in feed.rules.items():
            shape = events.EventPattern(**pattern)
            events.Rule(self, name, event_bus=on.bus.bus, event_pattern=shape, targets=[target])

    def _empty(self, feed: Feed, function: ProductFunction) -> None:
        function.allow(CONSUMER_VERBS, self.queue.queue_arn)
        mapping = lambda_.EventSourceMapping(
            self,
            "Source",
            target=function.entry,
            event_source_arn=self.queue.queue_arn,
            batch_size=feed.batch,
            max_concurrency=feed.at_once,
            report_batch_item_failures=True,
        )
        mapping.node.add_dependency(function.role)

    def _watch(self, feed: Feed, on: Foundation) -> None:
        period = Duration.minutes(1)
        age = self.queue.metric_approximate_age_of_oldest_message(period=period, statistic="Maximum")
        why = "Messages wait too long: the consumer is slow, throttled or failing."
        on.alarms.watch(self, "Overdue", age, at=feed.overdue.to_seconds(), why=why, times=3)


def _queue(
    scope: Construct, *, visibility: Duration | None = None, dead: sqs.DeadLetterQueue | None = None
) -> sqs.Queue:
    return sqs.Queue(
        scope,
        "Queue",
        visibility_timeout=visibility,
        retention_period=KEEP,
        dead_letter_queue=dead,
        encryption=sqs.QueueEncryption.SQS_MANAGED,
        enforce_ssl=True,
    )
