"""Verifications: the whole row, with number, name and address, goes; the ledger tells which there were."""

from collections.abc import Iterator

from twofold.adapters.dynamodb.challenges import awaited_key
from twofold.adapters.dynamodb.items import AwaitedItem, ChallengeItem
from twofold.adapters.dynamodb.reading import reaching_database, read
from twofold.contracts.events import Envelope
from twofold.contracts.instants import to_text
from twofold.privacy.model import Forgotten


class ErasedChallenges:
    def forget(self, person: Forgotten) -> int:
        ids = set(_of(person))
        awaited = read(AwaitedItem, awaited_key(person.lead_id))
        with reaching_database():
            found = list(ChallengeItem.batch_get(sorted(ids), consistent_read=True)) if ids else []
            for item in found:
                item.delete()
            if awaited and awaited.awaited_id in ids:
                # Whoever is invited afresh since then has another challenge, whose row stays.
                awaited.delete(AwaitedItem.awaited_id == awaited.awaited_id)
                return len(found) + 1
        return len(found)


def _of(person: Forgotten) -> Iterator[str]:
    """All those that were opened before the erasure; an empty one is of a code that was given without any."""
    before: Iterator[Envelope] = (event for event in person.events if event.time <= to_text(person.at))
    return (found for event in before if (found := getattr(event.data, "challenge_id", "")))
