"""Leads that become marks, in one transaction with the link and the event that say so."""

from twofold.contracts.instants import day_of
from twofold.leads.model import Lead
from twofold.leads.ports import LeadMoved
from twofold.privacy.model import Erasure

from . import ledger
from .activity import shard_of
from .changes import consent_item
from .connection import SharedConnection
from .items import ConsentItem, LeadItem
from .transaction import Cancelled, Transaction


class DynamoErasureBook:
    def __init__(self, connection: SharedConnection) -> None:
        self._connection = connection

    def erase(self, erasure: Erasure) -> None:
        transaction = Transaction(self._connection)
        # The whole row is put anew: what some later version adds to a lead is forgotten, too.
        transaction.put("lead", _mark(erasure.mark), LeadItem.version == erasure.was_version)
        transaction.put("consent", consent_item(erasure.consent), ConsentItem.lead_id.does_not_exist())
        ledger.append(transaction, erasure.event)
        try:
            transaction.commit()
        except Cancelled as cancelled:
            raise LeadMoved from cancelled


def _mark(mark: Lead) -> LeadItem:
    """It stands among those who were active on that day, so that retention finds it when its time has come."""
    assert mark.left_at
    return LeadItem(
        lead_id=mark.lead_id,
        status=mark.status,
        version=mark.version,
        scopes=[],
        codes=list(mark.codes),
        consent_seq=mark.consent_seq,
        consent_digest=mark.consent_digest,
        left_at=mark.left_at,
        active_shard=shard_of(day_of(mark.left_at), mark.lead_id),
    )
