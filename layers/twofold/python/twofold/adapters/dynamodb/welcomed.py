"""What a welcome writes on the row of its lead."""

from collections.abc import Mapping

from pynamodb.expressions.update import Action

from twofold.contracts.instants import day_of
from twofold.leads.model import Lead
from twofold.leads.ports import Welcome
from twofold.ledger.record import Origin

from .activity import became_active
from .items import LeadItem
from .transaction import Transaction


def put_lead(transaction: Transaction, welcome: Welcome) -> None:
    """Make it part of the action that they are a lead, who must be as known; the step is named `lead`."""
    challenge, known, at = welcome.challenge, welcome.known, welcome.at
    lead = LeadItem(lead_id=challenge.lead_id)
    actions = [
        LeadItem.status.set("confirmed"),
        LeadItem.version.set((known.version if known else 0) + 1),
        LeadItem.phone.set(challenge.phone.e164),
        LeadItem.country.set(challenge.phone.country),
        LeadItem.locale.set(challenge.evidence.locale),
        LeadItem.scopes.set(list(welcome.consent.scopes)),
        LeadItem.consent_seq.set(welcome.consent.seq),
        LeadItem.consent_digest.set(welcome.consent.digest),
        LeadItem.first_confirmed_at.set(LeadItem.first_confirmed_at | at),
        LeadItem.confirmed_at.set(at),
        LeadItem.hold.remove(),
        LeadItem.held_until.remove(),
        LeadItem.failures.remove(),
        *_met(known, challenge.origin),
    ]
    actions += _awake(challenge.lead_id, known, day_of(at))
    if challenge.attributes:
        actions.append(LeadItem.attributes_given.set(_told(known, challenge.attributes)))
    if welcome.code:
        actions.append(LeadItem.codes.set([*(known.codes if known else ()), welcome.code.code]))
    as_known = (LeadItem.version == known.version) if known else LeadItem.lead_id.does_not_exist()
    transaction.update("lead", lead, actions, as_known)


def _told(known: Lead | None, now: Mapping[str, str]) -> Mapping[str, str]:
    """What they say themselves is newer; what a file or a partner has told of them besides stays."""
    return {**((known.attributes if known else None) or {}), **now}


def _awake(lead_id: str, known: Lead | None, day: str) -> list[Action]:
    counted = known is not None and (known.active_on or "") >= day
    return [] if counted else became_active(lead_id, day)


def _met(known: Lead | None, here: Origin) -> list[Action]:
    """Where they met us first; a mark that nobody joined by tells no asset, so it is here."""
    if known and known.origin and known.origin.asset_id:
        return []
    told = [(LeadItem.asset_id, here.asset_id), (LeadItem.place, here.place)]
    where = [attribute.set(value) if value else attribute.remove() for attribute, value in told]
    return [LeadItem.campaign_id.set(here.campaign_id), *where]
