"""Leads in memory, and CRMs that are told of them and tell back, until nobody has anything to say any more."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import msgspec

from tests.fakes.acquaintances import InMemoryAcquaintances
from tests.fakes.clock import SetClock
from tests.fakes.crm_hubspot import FakeHubSpot
from tests.fakes.crm_klaviyo import FakeKlaviyo
from tests.fakes.crm_salesforce import FakeSalesforce
from tests.fakes.histories import InMemoryHistory
from tests.fakes.in_memory import in_memory
from tests.fakes.memory import Memory
from tests.fakes.world import World
from twofold.contracts.events import Envelope
from twofold.contracts.payloads.crm import CrmChangesTaken, CrmItem, FlatRecord, HubSpotChange
from twofold.contracts.payloads.leads import LeadPatch
from twofold.crm.inbound.change_by_partner import ChangeByPartner
from twofold.crm.inbound.hear import Hear
from twofold.crm.inbound.hear_flat import read_flat
from twofold.crm.inbound.hear_hubspot import read_hubspot
from twofold.crm.inbound.receive import ReceiveChanges
from twofold.crm.mapping.by_subscription import MappingsBySubscription
from twofold.crm.mapping.systems import System
from twofold.crm.outbound.wording import CrmWording
from twofold.entrypoints.bodies import parse
from twofold.leads.model import Lead
from twofold.leads.partner_opt_out import PartnerOptOut
from twofold.leads.update import UpdateLead
from twofold.webhooks.deliveries.matching import wants
from twofold.webhooks.ports import Answered, Outgoing
from twofold.webhooks.rendering.contact import Contact
from twofold.webhooks.subscriptions.model import Subscription

ROOTS = {
    "hubspot": "https://api.hubapi.com",
    "salesforce": "https://brand.my.salesforce.com",
    "klaviyo": "https://a.klaviyo.com",
}
BODIES: dict[str, Any] = {
    "hubspot": list[HubSpotChange],
    "salesforce": FlatRecord,
    "klaviyo": FlatRecord,
}
NEVER = 12
"""Rounds after which nobody believes that there will be silence."""


Crm = FakeHubSpot | FakeSalesforce | FakeKlaviyo


@dataclass(frozen=True)
class Looking:
    """Answers who asks a Salesforce whether it has a lead; nobody asks for a token."""

    has: Callable[[str], bool] = lambda lead_id: True

    def call(self, request: Outgoing, patience: float) -> Answered:
        assert request.method == "HEAD", "nobody asks for anything else"
        known = self.has(request.url.rpartition("/")[2])
        return Answered(status=200 if known else 404, headers={})


@dataclass
class Ring:
    crms: Sequence[Crm] = ()
    mappings: dict[str, dict[str, Any]] = field(default_factory=dict)
    memory: Memory = field(default_factory=Memory)
    clock: SetClock = field(default_factory=SetClock)
    known: InMemoryAcquaintances = field(default_factory=InMemoryAcquaintances)

    def __post_init__(self) -> None:
        self.world = World(books=in_memory(self.memory), clock=self.clock)
        self.update = UpdateLead(book=self.world.books.leads, clock=self.clock)
        leave = PartnerOptOut(book=self.world.books.leads, clock=self.clock)
        self.receive = ReceiveChanges(
            leads=self.world.books.leads,
            identify=self.world.signups.identify,
            known=self.known,
            history=InMemoryHistory(self.memory),
            change=ChangeByPartner(update_lead=self.update, opt_out=leave),
            clock=self.clock,
        )
        self.told: set[str] = set()
        self.turn = 0
        self.heard: list[str] = []

    @property
    def subscriptions(self) -> list[Subscription]:
        return [self._subscription(crm.system) for crm in self.crms]

    def all(self) -> list[Subscription]:
        return self.subscriptions

    def joined(self, **attributes: str) -> str:
        """A lead who confirmed, with these attributes."""
        lead_id = self.world.confirmed().lead.lead_id
        self.patch(lead_id, attributes=attributes)
        return lead_id

    def patch(self, lead_id: str, **fields: Any) -> None:
        """Somebody who is no CRM changes a lead."""
        self.clock.forward(seconds=1)
        self.update(lead_id, msgspec.convert(fields, LeadPatch), told_by=None)

    def lead(self, lead_id: str) -> Lead:
        found = self.world.books.leads.lead(lead_id)
        assert found
        return found

    def hear(self, system: System, body: Any) -> list[CrmItem]:
        """A CRM posts this."""
        self.clock.forward(seconds=1)
        read = read_hubspot if system == "hubspot" else read_flat
        hear = Hear(system=system, read=read, mappings=MappingsBySubscription(self), receive=self.receive)  # type: ignore[arg-type]
        taken: CrmChangesTaken = hear(parse(json.dumps(body).encode(), BODIES[system]))
        return taken.items

    def settle(self, most: int = NEVER) -> list[int]:
        """How many events there were to tell in each round: to tell all CRMs, and to hear all of them."""
        rounds: list[int] = []
        for _ in range(most):
            fresh = self._fresh()
            if not fresh and not any(crm.waiting for crm in self.crms):
                break
            rounds.append(len(fresh))
            self._tell(fresh)
            for crm in self.crms:
                for body in crm.echoes(self.turn):
                    self.heard += [item.result for item in self.hear(crm.system, body)]
            self.turn += 1
        return rounds

    def _fresh(self) -> list[Envelope]:
        found = [event for key, event in sorted(self.memory.ledger.items()) if key not in self.told]
        self.told |= {event.id for event in found}
        return [event for event in found if event.type.startswith("lead.")]

    def _tell(self, fresh: Sequence[Envelope]) -> None:
        for event in fresh:
            for crm, subscription in zip(self.crms, self.subscriptions, strict=True):
                if wants(subscription, event):
                    self.clock.forward(seconds=1)
                    for request in self.requests(subscription, event):
                        crm.take(request)

    def requests(self, subscription: Subscription, event: Envelope) -> Sequence[Outgoing]:
        contact = contact_of(self.lead(event.subject))
        has = {lead_id for crm in self.crms if isinstance(crm, FakeSalesforce) for lead_id in crm.records}
        looking = Looking(has.__contains__)
        return CrmWording(looking).requests(subscription, event, contact, self.clock())

    def _subscription(self, system: System) -> Subscription:
        return Subscription(
            subscription_id=f"whk_{system}",
            url=ROOTS[system],
            events=("*",),
            secret="whsec_c2VjcmV0",
            created_at=datetime(2026, 11, 1, tzinfo=UTC),
            contact=True,
            system=system,
            mapping={"system": system, **self.mappings.get(system, {})},
            headers={"Authorization": "Bearer sample"},
        )


def contact_of(lead: Lead) -> Contact:
    assert lead.phone
    return Contact(
        lead_id=lead.lead_id,
        phone=lead.phone.e164,
        status=lead.status,
        stage=lead.stage,
        consents=lead.scopes,
        locale=lead.locale,
        attributes=lead.attributes,
        tags=lead.tags,
        version=lead.version,
    )
