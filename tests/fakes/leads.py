"""Leads in memory: a welcome makes all of it true at once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tests.fakes.changes import judge, make
from tests.fakes.issues import insist_on_issue, insist_on_room, issue, take
from tests.fakes.memory import Memory
from tests.fakes.taps import bind, insist_on_bond
from twofold.contracts.instants import day_of
from twofold.contracts.payloads.signups import Confirmation
from twofold.leads.change import LeadChange
from twofold.leads.drawn import NewCode
from twofold.leads.model import Lead
from twofold.leads.ports import LeadMoved, LinkTaken, PromiseStands, Welcome
from twofold.ledger.record import Origin
from twofold.pools.promise import Promise


@dataclass(frozen=True, slots=True)
class InMemoryLeadBook:
    memory: Memory

    def lead(self, lead_id: str) -> Lead | None:
        with self.memory.lock:
            return self.memory.leads.get(lead_id)

    def leads(self, lead_ids: Sequence[str]) -> dict[str, Lead]:
        with self.memory.lock:
            return {i: self.memory.leads[i] for i in lead_ids if i in self.memory.leads}

    def code_of(self, lead_id: str, campaign_id: str) -> NewCode | None:
        with self.memory.lock:
            return self.memory.issues.get((lead_id, campaign_id))

    def promised(self, lead_id: str, campaign_id: str) -> bool:
        with self.memory.lock:
            return (lead_id, campaign_id) in self.memory.promises

    def welcome(self, welcome: Welcome) -> Confirmation:
        with self.memory.lock:
            stored = self.memory.challenges[welcome.challenge.challenge_id]
            if stored.outcome:
                return stored.outcome
            insist_on_bond(self.memory, welcome.challenge)
            self._insist(welcome)
            bind(self.memory, welcome.challenge)
            self.memory.challenges[stored.challenge_id] = replace(stored, outcome=welcome.outcome)
            self.memory.leads[stored.lead_id] = _lead(welcome)
            self.memory.consents.setdefault(stored.lead_id, []).append(welcome.consent)
            self._issue(welcome)
            if welcome.link:
                self.memory.asset_links.setdefault(welcome.link.slug, welcome.link)
            self.memory.append(*welcome.events)
            return welcome.outcome

    def change(self, change: LeadChange) -> None:
        with self.memory.lock:
            judge(self.memory, change)
            make(self.memory, change)

    def last_scopes(self, lead_id: str) -> tuple[str, ...]:
        with self.memory.lock:
            links = reversed(self.memory.consents.get(lead_id, []))
            return next((link.scopes for link in links if link.action != "withdrawn"), ())

    def _insist(self, welcome: Welcome) -> None:
        stored = self.memory.leads.get(welcome.challenge.lead_id)
        as_known = (stored and stored.version) == (welcome.known and welcome.known.version)
        issued = welcome.code and (welcome.challenge.lead_id, welcome.code.campaign_id) in self.memory.issues
        if not as_known or issued:
            raise LeadMoved
        if welcome.code:
            insist_on_issue(self.memory, welcome.code)
        if welcome.promised:
            if (welcome.challenge.lead_id, welcome.challenge.origin.campaign_id) in self.memory.promises:
                raise PromiseStands
            insist_on_room(self.memory, welcome.promised.charge)
        link = welcome.link and self.memory.asset_links.get(welcome.link.slug)
        if welcome.link and link and link.referrer != welcome.link.referrer:
            raise LinkTaken

    def _issue(self, welcome: Welcome) -> None:
        code, challenge = welcome.code, welcome.challenge
        if code:
            self.memory.issues[challenge.lead_id, code.campaign_id] = code
            issue(self.memory, code, challenge.lead_id, challenge.origin)
        if welcome.promised:
            take(self.memory, welcome.promised.charge)
            promise = _promise(welcome)
            self.memory.promises[promise.lead_id, promise.campaign_id] = promise


def _promise(welcome: Welcome) -> Promise:
    promised, challenge = welcome.promised, welcome.challenge
    assert promised
    return Promise(
        lead_id=challenge.lead_id,
        origin=challenge.origin,
        challenge_id=challenge.challenge_id,
        locale=challenge.evidence.locale,
        at=welcome.at,
        charged=promised.charge.row if promised.charge else None,
        referral=promised.referral,
    )


def _lead(welcome: Welcome) -> Lead:
    challenge, day = welcome.challenge, day_of(welcome.at)
    known = welcome.known or Lead(lead_id=challenge.lead_id, status="unknown", version=0)
    lead = replace(
        known,
        status="confirmed",
        version=known.version + 1,
        phone=challenge.phone,
        scopes=welcome.consent.scopes,
        codes=(*known.codes, *([welcome.code.code] if welcome.code else [])),
        consent_seq=welcome.consent.seq,
        consent_digest=welcome.consent.digest,
        locale=challenge.evidence.locale,
        origin=_origin(welcome),
        attributes={**(known.attributes or {}), **(challenge.attributes or {})} or None,
        hold=None,
        held_until=None,
        failures=0,
    )
    return active(lead, day)


def active(lead: Lead, day: str) -> Lead:
    """The lead as it is once they have done something on that day."""
    if (lead.active_on or "") >= day:
        return lead
    return replace(lead, active_on=day, active_days=lead.active_days + 1)


def _origin(welcome: Welcome) -> Origin:
    """Where they met us first; a mark that nobody joined by tells no asset."""
    known = welcome.known.origin if welcome.known else None
    return known if known and known.asset_id else welcome.challenge.origin
