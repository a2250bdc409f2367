"""A lead's messages, found by the lead's id and read as they stand now."""

from collections.abc import Iterable, Sequence

from .items import MessageItem
from .reading import reaching_database


def read_messages(found: Iterable[MessageItem]) -> Sequence[MessageItem]:
    """The whole rows of what an index has, in its order; what is gone by now is left out. Raises Unavailable."""
    with reaching_database():
        ids = [row.message_id for row in found]
        rows = MessageItem.batch_get(ids, consistent_read=True) if ids else ()
        by_id = {item.message_id: item for item in rows}
    return [by_id[each] for each in ids if each in by_id]
