"""The ledger's stream to the bus."""

from aws_cdk import Duration
from aws_cdk import aws_dynamodb as dynamodb
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_lambda_event_sources as sources
from constructs import Construct

from infra.constructs.foundation import Foundation
from infra.constructs.product_function import ProductFunction
from infra.constructs.queues import DeadLetters
from twofold.contracts import tables as t

STREAM_VERBS = (
    "dynamodb:DescribeStream",
    "dynamodb:GetRecords",
    "dynamodb:GetShardIterator",
    "dynamodb:ListStreams",
)
LATE = Duration.minutes(1)


class Relay(Construct):
    """Retries for as long as the stream keeps records, a day; what is older, the sweeper publishes again."""

    def __init__(self, scope: Construct, construct_id: str, *, on: Foundation) -> None:
        super().__init__(scope, construct_id)
        self.relay = ProductFunction(self, "relay_events", on=on, timeout=Duration.minutes(1))
        on.tables[t.OPERATIONS].grant(self.relay, "dynamodb:GetItem", "dynamodb:UpdateItem")
        on.bus.grant_put(self.relay)
        self._read(on, on.tables[t.LEDGER].table)
        self._watch_lag(on)

    def _read(self, on: Foundation, ledger: dynamodb.ITableV2) -> None:
        """One batch a shard at a time: what happened to a lead is published in the order it happened."""
        stream = ledger.table_stream_arn
        assert stream is not None
        self.relay.allow(STREAM_VERBS, stream)
        dead = DeadLetters(self, "DeadLetters", of="the relay", alarms=on.alarms).queue
        mapping = lambda_.EventSourceMapping(
            self,
            "Stream",
            target=self.relay.entry,
            event_source_arn=stream,
            starting_position=lambda_.StartingPosition.TRIM_HORIZON,
            batch_size=100,
            report_batch_item_failures=True,
            bisect_batch_on_error=True,
            parallelization_factor=1,
            max_record_age=_give_up_after(on),
            on_failure=sources.SqsDlq(dead),
        )
        mapping.node.add_dependency(self.relay.role)

    def _watch_lag(self, on: Foundation) -> None:
        lag = self.relay.function.metric("IteratorAge", period=Duration.minutes(1), statistic="Maximum")
        why = "Events reach the bus late; nothing is lost for 24 hours. See the relay's errors."
        on.alarms.watch(self, "Lag", lag, at=LATE.to_milliseconds(), why=why, times=3)


def _give_up_after(on: Foundation) -> Duration:
    """The emulator cannot tell which record failed and holds the others up until this is over."""
    return Duration.minutes(1) if on.environment.is_local else Duration.hours(24)
