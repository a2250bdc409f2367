"""Between an SQS queue and a use case: one bad message never holds up the others."""

from collections.abc import Mapping
from typing import Any

import msgspec
from aws_lambda_powertools.utilities.batch import BatchProcessor, EventType, process_partial_response
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord

from twofold.contracts import events
from twofold.contracts.events import EventData

from .deeds import Deed, do
from .observability import logger


class _FromBus(msgspec.Struct, frozen=True):
    detail: msgspec.Raw


def consume(event: dict[str, Any], context: Any, deeds: Mapping[type[EventData], Deed]) -> dict[str, Any]:
    """Do for each event in the queue what `deeds` has for its type, and answer which ones to hand over again.

    What cannot succeed (DomainError) is done with; anything else comes again, and in the end to the dead letters.
    """

    def each(record: SQSRecord) -> None:
        heard = events.read(msgspec.json.decode(record.body, type=_FromBus).detail)
        outcome = do(heard, deeds)
        logger.info("consumed", extra={"event_id": heard.id, "type": heard.type, "outcome": outcome})

    processor = BatchProcessor(event_type=EventType.SQS, raise_on_entire_batch_failure=False)
    return process_partial_response(event, each, processor, context)  # type: ignore[return-value]
