"""Opens files of people, uploads them and runs their import, as often as it takes, in the whole of a world."""

from dataclasses import dataclass, field
from itertools import count

from tests.fakes.arrivals import InMemoryArrivalBook
from tests.fakes.imports import Fuse, Guarded, InMemoryImportBook, InMemoryUploads, Killed, Readers, endless
from tests.fakes.samples import ANNA, BUFFET
from tests.fakes.world import World
from twofold.contracts.events import Envelope
from twofold.contracts.payloads.imports import ImportProgress, ImportRequest
from twofold.imports.leads.intake import LeadIntake
from twofold.imports.leads.ports import ArrivalBook
from twofold.imports.open import OpenImport
from twofold.imports.run import RunImport
from twofold.imports.show import ShowImport
from twofold.leads.model import Lead

ENDLESS = 10**9
HEADING = "phone,first_name,consent_at,consent_text,consent_source,consent_ip\n"
WORDS = "Yes, text me offers of Saffron Garden."
PROOF = f'2026-03-01T10:00:00+01:00,"{WORDS}",https://old.example/join,198.51.100.7'
PROVEN = f"{ANNA},Anna,{PROOF}\n"
"""A line of somebody who agreed, and the proof."""


@dataclass(slots=True)
class PeopleDesk:
    world: World = field(default_factory=World)
    jobs: InMemoryImportBook = field(default_factory=InMemoryImportBook)
    uploads: InMemoryUploads = field(default_factory=InMemoryUploads)
    book: ArrivalBook = field(init=False)
    ids: "count[int]" = field(default_factory=count)

    def __post_init__(self) -> None:
        self.book = InMemoryArrivalBook(self.world.books.leads.memory)  # type: ignore[attr-defined]

    def open(self, content: str | bytes, campaign_id: str = BUFFET.campaign_id) -> str:
        announce = OpenImport(
            campaigns=self.world.books.campaigns,
            book=self.jobs,
            uploads=self.uploads,
            draw_id=lambda: str(next(self.ids)),
            clock=self.world.clock,
        )
        opened = announce(ImportRequest(kind="leads", campaign_id=campaign_id))
        self.uploads.files[opened.import_id] = content.encode() if isinstance(content, str) else content
        return opened.import_id

    def run(self, import_id: str, fuse: Fuse | None = None) -> str:
        guard = fuse or Fuse(at=ENDLESS)
        intake = LeadIntake(
            campaigns=self.world.books.campaigns,
            book=Guarded(self.book, guard),
            identify=self.world.signups.identify,
            clock=self.world.clock,
        )
        return RunImport(
            jobs=Guarded(self.jobs, guard),
            uploads=Guarded(self.uploads, guard),
            reader=Readers(),
            intakes={"leads": intake},
            clock=self.world.clock,
        )(import_id, endless)

    def run_to_the_end(self, import_id: str, fuse: Fuse) -> int:
        for runs in count(1):
            try:
                self.run(import_id, fuse)
            except Killed:
                continue
            return runs
        raise AssertionError("it goes on until it is done")

    def take_in(self, content: str | bytes) -> ImportProgress:
        import_id = self.open(content)
        self.run(import_id)
        return self.show(import_id)

    def show(self, import_id: str) -> ImportProgress:
        return ShowImport(book=self.jobs, links=self.uploads, clock=self.world.clock)(import_id)

    def lead(self, phone: str = ANNA) -> Lead:
        return self.world.lead(phone)

    def events(self) -> list[Envelope]:
        """All that the ledger has."""
        return list(self.world.books.leads.memory.ledger.values())  # type: ignore[attr-defined]
