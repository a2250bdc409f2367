"""Writes an export, file by file, from wherever whoever wrote it before came to."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from twofold.contracts.errors import Unavailable
from twofold.contracts.exports import Kind
from twofold.contracts.instants import Clock

from .fill import Filled, Room, fill
from .model import MOST_TURNS, Cursor, Export, Part
from .ports import ExportBook, ExportMoved, Files, Sheets, Source, Writer
from .tables.table import Table, table_of

TimeLeft = Callable[[], float]
"""Seconds that this invocation still has."""

GIVEN_UP = "It could not be written in several tries. The function's log has the cause; ask for it again."


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteExport:
    """`room` is what one file takes, and when it is time to leave the rest to the next invocation."""

    book: ExportBook
    sources: Mapping[Kind, Source]
    sheets: Sheets
    files: Files
    writer: Writer
    clock: Clock
    room: Room

    def __call__(self, export_id: str, time_left: TimeLeft) -> str:
        """Answer what became of it: finished, failed, handed_over, busy (somebody writes it), taken_over or seen.

        Whoever dies on the way is followed by another, who comes to the same rows. Raises NotFound, and Unavailable
        for another try.
        """
        job = self.book.find(export_id)
        if not job.free(self.clock()):
            return self._tidied(job) if job.over else "busy"
        try:
            return self._write(self._save(job.taken(self.clock())), time_left)
        except ExportMoved:
            return self._tidied(self.book.find(export_id))

    def _write(self, job: Export, time_left: TimeLeft) -> str:
        if job.turns > MOST_TURNS:
            return self._save(job.ended(self.clock(), GIVEN_UP)).state
        table, rows = table_of(job.kind, job.platform), self.sources[job.kind].rows(job)
        while not job.read:
            try:
                job = self._add_part(job, table, rows, time_left)
            except Exception:
                # Whoever is called again may begin at once, and errs where somebody notices.
                self._release(job)
                raise
            if not job.read and self.room.late(time_left()):
                self._save(job.released(self.clock()))
                self.writer.start(job.export_id)
                return "handed_over"
        return self._save(job.ended(self.clock())).state

    def _add_part(
        self, job: Export, table: Table, rows: Iterator[tuple[Cursor, Any]], time_left: TimeLeft
    ) -> Export:
        with self.sheets.begun(job.format, table.columns, plain=job.kind == "audience") as sheet:
            filled = fill(sheet, job, table, rows, self.room, time_left)
            part = self._put(job, filled) if sheet.rows else None
        return self._save(job.past(part, filled.cursor, self.clock(), read=filled.end))

    def _put(self, job: Export, filled: Filled) -> Part:
        content, size = filled.sheet.finished()
        part = Part(name=job.next_name, rows=filled.sheet.rows, size=size)
        self.files.put(job, part.name, content, size)
        return part

    def _tidied(self, job: Export) -> str:
        """Somebody else ended it; what was put since then, or just before a death, is nobody's."""
        if job.over and job.state != "finished":
            self.files.remove(job)
        return "seen" if job.over else "taken_over"

    def _release(self, job: Export) -> None:
        try:
            self._save(job.released(self.clock()))
        except (Unavailable, ExportMoved):
            # Then it stays busy until it has stood still for long enough.
            return

    def _save(self, after: Export) -> Export:
        self.book.save(after)
        return after
