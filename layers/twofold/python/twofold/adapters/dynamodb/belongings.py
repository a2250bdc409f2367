"""What a lead has: found by the lead's id, for whoever tells them all that is kept."""

from collections.abc import Sequence

from twofold.messages.model import Message

from .items import CartItem, MessageItem, OrderItem
from .message_items import from_item
from .messages_of_lead import read_messages
from .reading import reaching_database


class DynamoTexts:
    def of(self, lead_id: str, most: int) -> Sequence[Message]:
        with reaching_database():
            newest = list(MessageItem.by_lead.query(lead_id, scan_index_forward=False, limit=most))
        return [from_item(item) for item in read_messages(reversed(newest))]


class DynamoCommerce:
    def orders_of(self, lead_id: str, most: int) -> Sequence[str]:
        with reaching_database():
            rows = OrderItem.by_lead.query(lead_id, scan_index_forward=False, limit=most)
            return [row.order_id for row in rows][::-1]

    def carts_of(self, lead_id: str, most: int) -> Sequence[str]:
        with reaching_database():
            rows = CartItem.by_lead.query(lead_id, scan_index_forward=False, limit=most)
            return [row.cart_id for row in rows][::-1]
