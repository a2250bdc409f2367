"""Tells how far an export is, and where its files can be fetched."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from msgspec import UNSET

from twofold.contracts.instants import Clock, to_second
from twofold.contracts.payloads.exports import ExportedFile, ExportProgress

from .model import Export
from .ports import ExportBook, Files


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowExport:
    """Files are kept for `days`, counted from when the export was asked for; 0: until somebody removes them."""

    book: ExportBook
    files: Files
    clock: Clock
    days: int

    def __call__(self, export_id: str) -> ExportProgress:
        """Raises NotFound."""
        return self.told(self.book.find(export_id))

    def told(self, job: Export) -> ExportProgress:
        end = job.opened_at + timedelta(days=self.days) if self.days else None
        return ExportProgress(
            export_id=job.export_id,
            kind=job.kind,
            format=job.format,
            state=job.state,
            rows=job.rows,
            files=self._files(job, end),
            opened_at=to_second(job.opened_at),
            expires_at=to_second(end) if end else UNSET,
            finished_at=to_second(job.finished_at) if job.finished_at else UNSET,
            why=job.why or UNSET,
        )

    def _files(self, job: Export, end: datetime | None) -> tuple[ExportedFile, ...]:
        at = self.clock()
        if job.state != "finished" or (end and at >= end):
            return ()
        return tuple(
            ExportedFile(
                name=part.name, rows=part.rows, bytes=part.size, url=self.files.address(job, part.name, at)
            )
            for part in job.parts
        )
