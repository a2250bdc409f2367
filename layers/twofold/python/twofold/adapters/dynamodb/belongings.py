"""What a lead has: found by the lead's id, for whoever tells them all that is kept."""

from collections.abc import Sequence

from twofold.messages.model import Message

from .items import CartItem, MessageItem, OrderItem
from .message_items import from_item
from .reading import reaching_database


class DynamoTexts:
    def of(self, lead_id: str, most: int) -> Sequence[Message]:
        with reaching_database():
            rows = MessageItem.by_lead.query(lead_id, scan_index_forward=False, limit=most)
            ids = [row.message_id for row in rows][::-1]
            found = (
                {item.message_id: item for item in MessageItem.batch_get(ids, consistent_read=True)}
                if ids
                else {}
            )
        return [from_item(found[each]) for each in ids if each in found]


class DynamoCommerce:
    def orders_of(self, lead_id: str, most: int) -> Sequence[str]:
        with reaching_database():
            rows = OrderItem.by_lead.query(lead_id, scan_index_forward=False, limit=most)
            return [row.order_id for row in rows][::-1]

    def carts_of(self, lead_id: str, most: int) -> Sequence[str]:
        with reaching_database():
            rows = CartItem.by_lead.query(lead_id, scan_index_forward=False, limit=most)
            return [row.cart_id for row in rows][::-1]
