"""A partner at work on the leads of a world in memory."""

from dataclasses import dataclass, field

from tests.fakes.histories import InMemoryConsents, InMemoryHistory
from tests.fakes.in_memory import in_memory
from tests.fakes.memory import Memory
from tests.fakes.world import World
from twofold.contracts.events import Envelope
from twofold.contracts.payloads.leads import LeadPatch, LeadPatched, OptedOut, OptOutRequest
from twofold.leads.partner_opt_out import PartnerOptOut
from twofold.leads.show import ShowLead
from twofold.leads.show_consents import ShowConsents
from twofold.leads.timeline import ShowTimeline
from twofold.leads.update import UpdateLead


@dataclass
class Desk:
    memory: Memory = field(default_factory=Memory)
    world: World = field(init=False)

    def __post_init__(self) -> None:
        self.world = World(books=in_memory(self.memory))
        books, clock = self.world.books, self.world.clock
        self.show = ShowLead(book=books.leads, codes=books.codes)
        self.timeline = ShowTimeline(book=books.leads, history=InMemoryHistory(self.memory))
        self.consents = ShowConsents(book=books.leads, consents=InMemoryConsents(self.memory))
        self.update = UpdateLead(book=books.leads, clock=clock)
        self.opt_out = PartnerOptOut(book=books.leads, clock=clock)

    def joined(self) -> str:
        return self.world.confirmed().lead.lead_id

    def patch(self, lead_id: str, patch: LeadPatch, expected: int | None = None) -> LeadPatched:
        self.world.clock.forward(seconds=1)
        return self.update(lead_id, patch, told_by="hubspot", expected=expected)

    def left(self, lead_id: str, text: str | None = None) -> tuple[OptedOut, bool]:
        return self.opt_out(lead_id, OptOutRequest(text=text), told_by="hubspot")

    def news(self, lead_id: str, since: int) -> list[Envelope]:
        """What happened to the lead after this version."""
        return [event for event in self.world.books.upkeep.timeline(lead_id) if event.version > since]
