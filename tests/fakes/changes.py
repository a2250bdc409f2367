"""A lead's change as part of an action in memory: judged first, then made."""

from dataclasses import replace

from tests.fakes.memory import Memory
from twofold.leads.change import LeadChange
from twofold.leads.model import Lead
from twofold.leads.ports import LeadMoved
from twofold.ledger.record import Origin


def judge(memory: Memory, change: LeadChange | None) -> None:
    """Raises LeadMoved when the lead is not as the change takes it to be."""
    if change is None:
        return
    stored = memory.leads.get(change.lead.lead_id)
    if (stored.version if stored else 0) != change.was_version:
        raise LeadMoved


def make(memory: Memory, change: LeadChange | None) -> None:
    """Whatever else the action holds must have been judged before."""
    if change is None:
        return
    lead_id = change.lead.lead_id
    memory.leads[lead_id] = _as_kept(change, memory.leads.get(lead_id))
    if change.consent:
        memory.consents.setdefault(lead_id, []).append(change.consent)
    memory.append(*change.events)


def _as_kept(change: LeadChange, stored: Lead | None) -> Lead:
    """Of somebody who was none, the mark tells the campaign alone. When they did something last is none of its own."""
    lead = change.lead
    if stored:
        return replace(lead, active_on=stored.active_on, active_days=stored.active_days)
    campaign_id = lead.origin.campaign_id if lead.origin else ""
    return replace(lead, origin=Origin(campaign_id=campaign_id) if campaign_id else None)
