"""From the ledger to the bus, and the repair of what was left lying."""

from twofold.adapters.dynamodb.ledger import DynamoLedger
from twofold.adapters.dynamodb.operations import DynamoHeartbeat
from twofold.adapters.dynamodb.wanted_events import DynamoWantedEvents
from twofold.adapters.eventbridge import EventBridgeBus
from twofold.contracts.instants import now
from twofold.contracts.settings import BusSettings
from twofold.ledger.relay import RelayEvents
from twofold.ledger.repair import RepairGap

from .shared import database


def relay_events() -> RelayEvents:
    database()
    bus = EventBridgeBus(BusSettings.from_env().name, DynamoWantedEvents())
    return RelayEvents(bus=bus, heartbeat=DynamoHeartbeat(), clock=now)


def repair_gap() -> RepairGap:
    return RepairGap(ledger=DynamoLedger(), heartbeat=DynamoHeartbeat(), relay=relay_events(), clock=now)
