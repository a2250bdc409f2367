"""Ledger to bus: the relay behind the stream, and the repair behind the clock."""

import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from time import monotonic
from typing import Any

from tests.faults.audit import Audit
from tests.faults.flows import Flow, Point, Scene
from tests.faults.people import ASSET, People, fresh_number
from tests.faults.platform import stream, tick
from twofold.adapters.dynamodb import ledger
from twofold.adapters.dynamodb.items import OperationItem
from twofold.adapters.dynamodb.transaction import Transaction
from twofold.contracts import events
from twofold.contracts.events import CodeRedeemed, Envelope
from twofold.contracts.instants import now
from twofold.leads.phone import Phone
from twofold.ledger.ports import LedgerRow
from twofold.ledger.record import Origin, first_id, record

MANY = 13
"""Two calls to the bus: ten events and three."""

HEARD_WITHIN = 2.0


def _relay(people: People) -> Scene:
    phone = fresh_number()
    happened = _events(people, phone, now())
    rows = [LedgerRow(e.id, e.type, events.write(e)) for e in happened]
    return Scene(phone, lambda handle: stream(handle, rows), _all_heard(people, happened))


def _repair(people: People) -> Scene:
    phone, long_ago = fresh_number(), now() - timedelta(minutes=16)
    happened = _events(people, phone, long_ago)
    people.attach()
    transaction = Transaction(people.connection)
    for event in happened:
        ledger.append(transaction, event)
    transaction.commit()
    # The relay fell silent just before these.
    OperationItem(name="relay_heartbeat", through=first_id(long_ago), at=long_ago).save()
    return Scene(
        phone, lambda handle: tick(lambda _: handle({"people": people})), _all_heard(people, happened)
    )


def _sweep(event: dict[str, Any]) -> Any:
    """As the sweeper's own process does it; what else the sweeper looks after has flows of its own."""
    return event["people"].process.wiring("sweep_overdue").repair_gap()()


def _events(people: People, phone: Phone, at: datetime) -> list[Envelope]:
    """A code's life, too long for one call."""
    origin = Origin(campaign_id=people.campaign.campaign_id, asset_id=ASSET)
    return [
        record(
            CodeRedeemed(code="X", redemption_id=f"X.{n}", order_id=str(n), amount=n, currency="EUR"),
            subject=people.lead_id(phone),
            version=n,
            at=at + timedelta(milliseconds=n),
            origin=origin,
        )
        for n in range(1, MANY + 1)
    ]


def _all_heard(people: People, happened: Sequence[Envelope]) -> Any:
    def judge(answer: Any, found: Audit, point: Point | None) -> None:
        missing = {event.id for event in happened}
        until = monotonic() + HEARD_WITHIN
        while missing and monotonic() < until:
            missing -= _heard(people)
        assert not missing, f"{len(missing)} of {len(happened)} events never reached the bus"

    return judge


def _heard(people: People) -> set[str]:
    """Ids of what the bus handed on since the last time, in ten at most."""
    sqs, queue = people.process.twin.client("sqs"), people.process.twin.queue
    messages = sqs.receive_message(QueueUrl=queue, MaxNumberOfMessages=10).get("Messages", [])
    for message in messages:
        sqs.delete_message(QueueUrl=queue, ReceiptHandle=message["ReceiptHandle"])
    return {json.loads(message["Body"])["detail"]["id"] for message in messages}


FLOWS = (
    Flow("relay", "relay_events", _relay, 42),
    Flow("repair", "sweep_overdue", _repair, 114, command=_sweep),
)
