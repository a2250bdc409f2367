"""What a lead ordered, and which texts they had, since some moment: found by the lead."""

from datetime import datetime

from .items import MessageItem, OrderItem
from .reading import reaching_database

HAD = ("claimed", "unknown", "accepted", "delivered")
"""States of a text that a lead has, or may have by now."""


class DynamoOrdersSince:
    def ordered(self, lead_id: str, since: datetime) -> bool:
        with reaching_database():
            return any(OrderItem.by_lead.query(lead_id, OrderItem.placed_at > since, limit=1))


class DynamoTextsHad:
    def templates(self, lead_id: str, since: datetime) -> frozenset[str]:
        with reaching_database():
            ids = [
                row.message_id for row in MessageItem.by_lead.query(lead_id, MessageItem.planned_at > since)
            ]
            found = MessageItem.batch_get(ids) if ids else ()
            return frozenset(item.template for item in found if item.state in HAD)
