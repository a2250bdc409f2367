"""What a person says by text, and what comes of it: waited for until it is so, or waiting has no sense any more."""

import json
import uuid
from typing import Any

from infra.local.demo.scene import wait_for
from tests.e2e.visitor import SOON, Visitor
from tests.fakes.outcomes import code_of
from twofold.adapters.dynamodb.messages import DynamoMessageBook
from twofold.contracts.instants import now
from twofold.leads.phone import Phone
from twofold.ledger.record import Origin
from twofold.messages.model import MARKETING, Message, message_id
from twofold.messages.sending.plan import PlanMessage

Row = dict[str, Any]


def say(visitor: Visitor, phone: Phone, text: str) -> None:
    answer = visitor.client.post(f"{visitor.stack.phone}/replies", json={"from": phone.e164, "text": text})
    assert answer.status_code == 202, answer.text


def lead(visitor: Visitor, phone: Phone) -> str:
    """A lead, once it has its two texts, the digits and its code; answers with the code."""
    code = str(code_of(visitor.people.lead(phone)[0]))
    assert any(code in text for text in visitor.texts(phone, 2))
    return code


def answers(visitor: Visitor, phone: Phone, many: int) -> list[str]:
    """What a lead got besides those."""
    return visitor.texts(phone, 2 + many)[2:]


def stored(visitor: Visitor, phone: Phone) -> Row:
    """The lead as it stands."""
    key = {"lead_id": visitor.people.lead_id(phone)}
    return dict(visitor.stack.table("leads").get_item(Key=key, ConsistentRead=True).get("Item", {}))


def standing(visitor: Visitor, phone: Phone, status: str) -> Row:
    """The lead, once its status is this one."""
    return wait_for(lambda: stored(visitor, phone), lambda row: row.get("status") == status, SOON)


def events(visitor: Visitor, phone: Phone, kind: str, many: int = 1) -> list[Row]:
    """The data of a lead's events of this type, once there are so many."""
    table, key = visitor.stack.table("ledger"), {":lead": visitor.people.lead_id(phone)}

    def ask() -> list[Row]:
        rows = table.query(KeyConditionExpression="subject_id = :lead", ExpressionAttributeValues=key)
        return [json.loads(row["event"])["data"] for row in rows["Items"] if row["type"] == kind]

    return wait_for(ask, lambda found: len(found) >= many, SOON)


def messages(visitor: Visitor, phone: Phone, **wanted: str) -> list[Row]:
    """The lead's messages of which these things are true, once there is one."""
    table, key = visitor.stack.table("messages"), {":lead": visitor.people.lead_id(phone)}

    def ask() -> list[Row]:
        found = table.query(
            IndexName="by_lead", KeyConditionExpression="lead_id = :lead", ExpressionAttributeValues=key
        )
        keys = [{"message_id": row["message_id"]} for row in found["Items"]]
        rows = [table.get_item(Key=each, ConsistentRead=True)["Item"] for each in keys]
        return [row for row in rows if wanted.items() <= row.items()]

    return wait_for(ask, bool, SOON)


def plan_marketing(visitor: Visitor, phone: Phone, code: str) -> str:
    """A reminder, asked for as an automation would; answers with its id."""
    visitor.people.attach()
    message = Message(
        message_id=message_id(uuid.uuid4().hex, "reminder"),
        message_class=MARKETING,
        template="reminder",
        lead_id=visitor.people.lead_id(phone),
        origin=Origin(campaign_id=visitor.people.campaign.campaign_id),
        shown="",
        parts=0,
        planned_at=now(),
        fields={"code": code},
    )
    assert PlanMessage(book=DynamoMessageBook(visitor.people.connection))(message)
    return message.message_id
