"""Links in texts: where they led goes, which may have been the person's own cart."""

from twofold.adapters.dynamodb.items import LinkItem
from twofold.adapters.dynamodb.reading import reaching_database
from twofold.messages.links.model import slug_of
from twofold.privacy.model import Forgotten

from .messages import messages_of


class ErasedLinks:
    """`key` is what slugs are made with."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def forget(self, person: Forgotten) -> int:
        slugs = [slug_of(self._key, each.message_id) for each in messages_of(person.lead_id, person.until)]
        with reaching_database():
            found = list(LinkItem.batch_get(slugs, consistent_read=True)) if slugs else []
            for link in found:
                link.delete()
        return len(found)
