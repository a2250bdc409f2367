"""Tells how far an import is."""

from dataclasses import dataclass
from datetime import timedelta

from msgspec import UNSET

from twofold.contracts.instants import Clock, to_second
from twofold.contracts.payloads.imports import ImportProgress
from twofold.contracts.uploads import KEPT_DAYS

from .model import LEADS, Import
from .ports import FaultLinks, ImportBook, Link


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowImport:
    book: ImportBook
    links: FaultLinks
    clock: Clock

    def __call__(self, import_id: str) -> ImportProgress:
        """With a link to its file of faults, if there is one that is still kept. Raises NotFound."""
        job = self.book.find(import_id)
        return progress(job, self._link(job))

    def _link(self, job: Import) -> Link | None:
        at = self.clock()
        kept = job.finished_at is not None and at < job.finished_at + timedelta(days=KEPT_DAYS)
        return self.links.faults(job.import_id, at) if kept and job.noted else None


def progress(job: Import, faults: Link | None = None) -> ImportProgress:
    people = job.kind == LEADS
    return ImportProgress(
        import_id=job.import_id,
        kind=job.kind,
        campaign_id=job.campaign_id,
        state=job.state,
        lines=job.lines,
        added=job.added,
        known=job.known,
        bad=job.bad,
        confirmed=job.confirmed if people else UNSET,
        pending=job.pending if people else UNSET,
        updated=job.updated if people else UNSET,
        suppressed=job.suppressed if people else UNSET,
        faults=job.faults,
        faults_url=faults.url if faults else UNSET,
        faults_until=to_second(faults.until) if faults else UNSET,
        bytes=job.read if job.upload else UNSET,
        size=job.upload.size if job.upload else UNSET,
        why=job.why or UNSET,
        finished_at=to_second(job.finished_at) if job.finished_at else UNSET,
    )
