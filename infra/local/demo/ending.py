"""What remains of the story: the ledger's rows, and the same events as the bus carried them."""

from collections import Counter
from typing import Any

import boto3
from boto3.dynamodb.conditions import Key

from infra.local.demo.bus import Tap
from infra.local.demo.scene import Scene, wait_for
from twofold.contracts import events
from twofold.contracts.events import Envelope
from twofold.contracts.tables import LEDGER

STORY = Counter(
    {
        events.SignupRequested.type: 1,
        events.LeadConfirmed.type: 1,
        events.CodeIssued.type: 1,
        events.CodeReserved.type: 1,
        events.CodeRedeemed.type: 2,
        events.CodeRolledBack.type: 2,
        events.OrderPlaced.type: 1,
        events.OrderRefunded.type: 1,
        events.MessageReceived.type: 2,
        events.MessagePlanned.type: 2,
        events.LeadOptedOut.type: 1,
        events.MessageSent.type: 4,
        events.MessageDelivered.type: 4,
    }
)
"""What must have happened, how often: four texts left and arrived, two of them in answer to two that came; the code was
spent once at the till and once by an order, which was told twice, and freed each time."""


def ledger(scene: Scene) -> None:
    """Read from the table itself, by the lead."""
    rows = wait_for(lambda: _without_automations(rows_of(scene)), _complete)
    scene.teller.step(
        "ledger",
        "All of it stands in the ledger, each fact written in the same transaction as what it changed (what was "
        "answered is dated by SNS, which on this machine counts in whole seconds; what automations noted is left out):",
        events=[told(row) for row in rows],
    )
    types = [row.type for row in rows]
    scene.promise(_complete(rows), f"The ledger should hold the whole story; it holds {', '.join(types)}")
    scene.known["ledger"] = {row.id for row in rows}


def bus(scene: Scene, tap: Tap) -> None:
    """Received from a queue that a rule of this run fed from the bus."""
    wanted: set[str] = scene.known["ledger"]
    wait_for(lambda: tap.drain(), lambda heard: wanted <= heard.keys())
    heard = [event for key, event in sorted(tap.heard.items()) if key in wanted]
    scene.teller.step(
        "bus",
        "And each came over the event bus once it was in the ledger, for whoever listens:",
        events=[{**told(event), "about": event.id} for event in heard],
    )
    scene.promise({event.id for event in heard} == wanted, "Every event of the ledger should be on the bus")


def rows_of(scene: Scene) -> list[Envelope]:
    """What the ledger holds of the scene's lead, oldest first."""
    aws = scene.stack["aws"]
    table = boto3.resource("dynamodb", **aws["client"]).Table(aws["outputs"]["TableNames"][LEDGER.name])
    found = table.query(
        KeyConditionExpression=Key(LEDGER.partition).eq(scene.known["lead"]), ConsistentRead=True
    )
    return [events.read(str(item["event"])) for item in found["Items"]]


def _without_automations(rows: list[Envelope]) -> list[Envelope]:
    # Some leads are held out of each, and when a reminder is called off is nobody's hurry.
    return [row for row in rows if not row.type.startswith("automation.")]


def _complete(rows: list[Envelope]) -> bool:
    return Counter(row.type for row in rows) == STORY


def told(event: Envelope) -> dict[str, Any]:
    data = {name: getattr(event.data, name) for name in event.data.__struct_fields__}
    about = ", ".join(f"{name} {value}" for name, value in data.items() if value is not None)
    return {"time": event.time[11:23], "type": event.type, "about": about, "id": event.id}
