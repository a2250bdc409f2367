"""Whom the changes of one request are about, found in as few questions as there can be."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from twofold.contracts.errors import InvalidRequest
from twofold.crm.mapping.systems import System
from twofold.leads.model import Lead
from twofold.leads.phone import LeadIdentity
from twofold.leads.ports import LeadBook
from twofold.leads.read_phone import read_e164

from .changes import Refusal, Told
from .ports import Acquaintances


@dataclass(slots=True)
class AtHand:
    """Leads as they were read at once; one that was changed since is read anew."""

    book: LeadBook
    found: dict[str, Lead]
    outdated: set[str] = field(default_factory=set)

    def lead(self, lead_id: str) -> Lead | None:
        """None for an id that is no lead's, or whose lead was erased."""
        if lead_id in self.outdated:
            self.outdated.remove(lead_id)
            self.found |= self.book.leads([lead_id])
        lead = self.found.get(lead_id)
        return lead if lead and lead.status != "erased" else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Whose:
    leads: LeadBook
    identify: LeadIdentity
    known: Acquaintances

    def learn(self, system: System, told: Sequence[Told]) -> None:
        """Keep whom ids of theirs stand for, of leads that there are."""
        met = dict.fromkeys((one.their_id, one.learns) for one in told if one.their_id and one.learns)
        there = self.at_hand({lead_id for _, lead_id in met})
        for their_id, lead_id in met:
            if there.lead(lead_id):
                self.known.learn(system, their_id, lead_id)

    def of(self, system: System, told: Sequence[Told]) -> list[str | Refusal | None]:
        """For each the id of a lead, None where nobody knows, or why it can be nobody's."""
        theirs = sorted({one.their_id for one in told if one.their_id and not one.own})
        ids = self.known.leads_of(system, theirs) if theirs else {}
        return [None if one.own else self._who(one, ids) for one in told]

    def at_hand(self, lead_ids: Collection[str]) -> AtHand:
        """Up to 100 leads."""
        return AtHand(self.leads, self.leads.leads(sorted(lead_ids)) if lead_ids else {})

    def _who(self, told: Told, ids: Mapping[str, str]) -> str | Refusal | None:
        named = told.lead_id or ids.get(told.their_id or "")
        try:
            by_phone = self.identify(read_e164(told.phone, field="phone")) if told.phone else None
        except InvalidRequest as error:
            return Refusal(field="phone", reason=error.code, detail=error.detail)
        if named and by_phone and named != by_phone:
            detail = "A lead is their number: another one is another lead."
            return Refusal(field="phone", reason="another_number", detail=detail)
        return named or by_phone
