"""Opens imports, uploads files and runs them, as often as it takes."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count

from tests.fakes.campaigns import InMemoryCampaignBook
from tests.fakes.clock import SetClock
from tests.fakes.imports import (
    Fuse,
    Guarded,
    InMemoryImportBook,
    InMemoryUploads,
    Killed,
    PackedPool,
    Readers,
    endless,
)
from tests.fakes.memory import Memory
from tests.fakes.samples import BUFFET
from twofold.contracts.payloads.imports import ImportProgress, ImportRequest
from twofold.imports.codes.intake import CodeIntake
from twofold.imports.open import OpenImport
from twofold.imports.run import RunImport
from twofold.imports.show import ShowImport

AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
ENDLESS = 10**9


@dataclass(slots=True)
class Desk:
    """`kept` are the campaigns whose promises were looked after."""

    jobs: InMemoryImportBook = field(default_factory=InMemoryImportBook)
    uploads: InMemoryUploads = field(default_factory=InMemoryUploads)
    pool: PackedPool = field(default_factory=PackedPool)
    kept: list[str] = field(default_factory=list)
    readers: Readers = field(default_factory=Readers)
    clock: SetClock = field(default_factory=SetClock)
    memory: Memory = field(default_factory=Memory)
    ids: "count[int]" = field(default_factory=count)

    def open(self, content: bytes | None = None, campaign_id: str = BUFFET.campaign_id) -> str:
        """The id of an import, whose file is there if there is a `content`."""
        self.memory.campaigns[BUFFET.campaign_id] = BUFFET
        announce = OpenImport(
            campaigns=InMemoryCampaignBook(self.memory),
            book=self.jobs,
            uploads=self.uploads,
            draw_id=lambda: str(next(self.ids)),
            clock=self.clock,
        )
        opened = announce(ImportRequest(kind="codes", campaign_id=campaign_id))
        if content is not None:
            self.uploads.files[opened.import_id] = content
        return opened.import_id

    def run(self, import_id: str, fuse: Fuse | None = None, time_left: Callable[[], float] = endless) -> str:
        guard = fuse or Fuse(at=ENDLESS)
        intake = CodeIntake(
            codes=Guarded(self.pool, guard),
            pool=Guarded(self.pool, guard),
            keep_promises=lambda campaign_id: guard(lambda: self.keep(campaign_id)),
        )
        return RunImport(
            jobs=Guarded(self.jobs, guard),
            uploads=Guarded(self.uploads, guard),
            reader=Guarded(self.readers, guard),
            intakes={"codes": intake},
            clock=self.clock,
        )(import_id, time_left)

    def keep(self, campaign_id: str) -> int:
        self.kept.append(campaign_id)
        return 0

    def run_to_the_end(self, import_id: str, fuse: Fuse) -> int:
        """Killed as the fuse says, followed by another; answer how many there were."""
        for runs in count(1):
            try:
                self.run(import_id, fuse)
            except Killed:
                continue
            return runs
        raise AssertionError("it goes on until it is done")

    def take_in(self, content: bytes) -> ImportProgress:
        import_id = self.open(content)
        self.run(import_id)
        return self.show(import_id)

    def show(self, import_id: str) -> ImportProgress:
        return ShowImport(book=self.jobs, links=self.uploads, clock=self.clock)(import_id)
