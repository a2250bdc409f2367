"""How a lead's change becomes part of an action: on the version that was read, with its consent link and events."""

from collections.abc import Iterator

from pynamodb.expressions.update import Action

from twofold.leads.change import LeadChange
from twofold.leads.consent import Consent
from twofold.leads.model import STAGES, Lead

from . import ledger
from .items import ConsentItem, LeadItem
from .transaction import Transaction


def put_change(transaction: Transaction, change: LeadChange) -> None:
    """Someone who was none before becomes a mark: an id without a number."""
    lead, was = change.lead, change.was_version
    as_read = (LeadItem.version == was) if was else LeadItem.lead_id.does_not_exist()
    transaction.update("lead", LeadItem(lead_id=lead.lead_id), list(_actions(change)), as_read)
    if change.consent:
        transaction.put("consent", consent_item(change.consent), ConsentItem.lead_id.does_not_exist())
    for event in change.events:
        ledger.append(transaction, event)


def _actions(change: LeadChange) -> Iterator[Action]:
    lead = change.lead
    yield LeadItem.status.set(lead.status)
    yield LeadItem.version.set(lead.version)
    yield LeadItem.scopes.set(list(lead.scopes))
    yield LeadItem.hold.set(lead.hold) if lead.hold else LeadItem.hold.remove()
    yield LeadItem.held_until.set(lead.held_until) if lead.held_until else LeadItem.held_until.remove()
    yield LeadItem.failures.set(lead.failures) if lead.failures else LeadItem.failures.remove()
    yield LeadItem.tags.set(list(lead.tags)) if lead.tags else LeadItem.tags.remove()
    yield LeadItem.stage.set(lead.stage) if lead.stage != STAGES[0] else LeadItem.stage.remove()
    given = LeadItem.attributes_given
    yield given.set(dict(lead.attributes)) if lead.attributes else given.remove()
    if lead.left_at:
        yield LeadItem.left_at.set(lead.left_at)
    if change.consent:
        yield LeadItem.consent_seq.set(lead.consent_seq)
        yield LeadItem.consent_digest.set(lead.consent_digest)
    if not change.was_version:
        yield from _where_they_came_from(lead)


def _where_they_came_from(lead: Lead) -> Iterator[Action]:
    if lead.origin and lead.origin.campaign_id:
        yield LeadItem.campaign_id.set(lead.origin.campaign_id)


def consent_item(consent: Consent) -> ConsentItem:
    return ConsentItem(
        lead_id=consent.lead_id,
        seq=f"{consent.seq:06d}",
        action=consent.action,
        at=consent.at,
        scopes=list(consent.scopes),
        evidence=consent.evidence,
        campaign_id=consent.origin.campaign_id,
        asset_id=consent.origin.asset_id,
        place=consent.origin.place,
        challenge_id=consent.challenge_id,
        salt=consent.salt,
        previous=consent.previous,
        digest=consent.digest,
    )
