"""That somebody was forgotten to the end: said on the link by which they were erased, which stays as long as any."""

from collections.abc import Sequence

from pynamodb.exceptions import UpdateError

from twofold.adapters.dynamodb.items import ConsentItem
from twofold.adapters.dynamodb.reading import reaching_database, unmet
from twofold.contracts.instants import Clock, now, to_text
from twofold.privacy.model import ERASED, Forgotten


class DynamoEndings:
    def __init__(self, clock: Clock = now) -> None:
        self._clock = clock

    def ended(self, person: Forgotten) -> bool:
        link = link_of(chain_of(person), person)
        return link is None or bool(link.forgotten_at)

    def end(self, person: Forgotten) -> None:
        link = link_of(chain_of(person), person)
        if link is None or link.forgotten_at:
            return
        with reaching_database():
            try:
                said = ConsentItem.forgotten_at.set(self._clock())
                link.update([said], condition=ConsentItem.digest == link.digest)
            except UpdateError as error:
                # Retention has taken the link meanwhile.
                if not unmet(error):
                    raise


def chain_of(person: Forgotten) -> Sequence[ConsentItem]:
    """All links of their chain, oldest first."""
    with reaching_database():
        return list(ConsentItem.query(person.lead_id, consistent_read=True))


def link_of(chain: Sequence[ConsentItem], person: Forgotten) -> ConsentItem | None:
    """The link of this very erasure: one may come back, and be erased again."""
    at = to_text(person.at)
    return next((link for link in chain if link.action == ERASED and to_text(link.at) == at), None)
