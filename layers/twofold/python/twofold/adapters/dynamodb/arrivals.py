"""Leads that a file brings: many in one transaction, and several of those side by side."""

from collections.abc import Iterator, Mapping, Sequence, Set
from concurrent.futures import ThreadPoolExecutor
from itertools import chain

from pynamodb.expressions.update import Action

from twofold.leads.change import LeadChange
from twofold.leads.model import Lead
from twofold.ledger.record import Origin

from . import ledger
from .changes import consent_item
from .connection import SharedConnection
from .items import ConsentItem, LeadItem
from .leads import DynamoLeadBook
from .many_hands import EACH, HANDS
from .transaction import Cancelled, Transaction

MOST_STEPS = 100
"""Of one transaction: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html"""

MOST_BYTES = 2 * 1024 * 1024
"""Of the evidence in one transaction, which may have 4 MB in all."""


class DynamoArrivalBook:
    def __init__(self, connection: SharedConnection) -> None:
        self._connection = connection
        self._leads = DynamoLeadBook(connection)

    def leads(self, lead_ids: Sequence[str]) -> Mapping[str, Lead]:
        parts = (lead_ids[first : first + EACH] for first in range(0, len(lead_ids), EACH))
        with ThreadPoolExecutor(HANDS) as hands:
            return {key: lead for part in hands.map(self._leads.leads, parts) for key, lead in part.items()}

    def store(self, changes: Sequence[LeadChange]) -> Set[str]:
        with ThreadPoolExecutor(HANDS) as hands:
            return set(chain.from_iterable(hands.map(self._together, batches(changes))))

    def _together(self, batch: Sequence[LeadChange]) -> Set[str]:
        """One who moved stops all of a batch, so then each is stored alone."""
        try:
            self._commit(batch)
        except Cancelled:
            if len(batch) == 1:
                return {batch[0].lead.lead_id}
            return set(chain.from_iterable(self._together((change,)) for change in batch))
        return set()

    def _commit(self, batch: Sequence[LeadChange]) -> None:
        transaction = Transaction(self._connection)
        for change in batch:
            _put(transaction, change)
        transaction.commit()


def batches(changes: Sequence[LeadChange]) -> Iterator[Sequence[LeadChange]]:
    """As many in each as one transaction can have."""
    batch, steps, size = list[LeadChange](), 0, 0
    for change in changes:
        more = 1 + len(change.events) + bool(change.consent)
        length = len(change.consent.evidence.wording.encode()) if change.consent else 0
        if batch and (steps + more > MOST_STEPS or size + length > MOST_BYTES):
            yield batch
            batch, steps, size = [], 0, 0
        batch.append(change)
        steps, size = steps + more, size + length
    if batch:
        yield batch


def _put(transaction: Transaction, change: LeadChange) -> None:
    lead, was = change.lead, change.was_version
    as_read = (LeadItem.version == was) if was else LeadItem.lead_id.does_not_exist()
    item = LeadItem(lead_id=lead.lead_id)
    transaction.update(f"lead {lead.lead_id}", item, list(_actions(change)), as_read)
    if change.consent:
        new = ConsentItem.lead_id.does_not_exist()
        transaction.put(f"consent {lead.lead_id}", consent_item(change.consent), new)
    for event in change.events:
        ledger.append(transaction, event)


def _actions(change: LeadChange) -> Iterator[Action]:
    """What a file can tell; neither hold nor activity is touched."""
    lead = change.lead
    yield LeadItem.version.set(lead.version)
    yield LeadItem.status.set(lead.status)
    if lead.phone:
        yield LeadItem.phone.set(lead.phone.e164)
        yield LeadItem.country.set(lead.phone.country)
    if lead.locale:
        yield LeadItem.locale.set(lead.locale)
    if lead.attributes:
        yield LeadItem.attributes_given.set(lead.attributes)
    if lead.tags:
        yield LeadItem.tags.set(list(lead.tags))
    yield from _agreed(change)
    if not change.was_version:
        yield from _met(lead.origin)


def _agreed(change: LeadChange) -> Iterator[Action]:
    lead, consent = change.lead, change.consent
    if consent is None:
        return
    yield LeadItem.scopes.set(list(lead.scopes))
    yield LeadItem.consent_seq.set(lead.consent_seq)
    yield LeadItem.consent_digest.set(lead.consent_digest)
    yield LeadItem.first_confirmed_at.set(LeadItem.first_confirmed_at | consent.at)
    yield LeadItem.confirmed_at.set(consent.at)


def _met(origin: Origin | None) -> Iterator[Action]:
    if origin:
        yield LeadItem.campaign_id.set(origin.campaign_id)
