"""Takes back every export that names people: somebody of them was erased."""

from dataclasses import dataclass

from twofold.contracts.errors import NotFound, Unavailable
from twofold.contracts.instants import Clock

from .model import Export
from .ports import ExportBook, ExportMoved, Files

ERASED_MEANWHILE = "Somebody was erased while it was written. Ask for it again."

TRIES = 20
"""An export that is being written moves on a few times a minute."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawExports:
    book: ExportBook
    files: Files
    clock: Clock

    def __call__(self) -> int:
        """Remove the files of all exports that name people, and say so of each; answer how many files they were.

        It is for after what they were made of is gone: one that is asked for from now on stays. One that is being
        written fails, and whoever writes it removes what they put last. Called again, it does what is left. Raises
        Unavailable.
        """
        removed = 0
        for export_id in self.book.unfinished():
            self._end(export_id)
        for export_id, names in self.files.personal().items():
            self._end(export_id)
            self.files.remove_personal(export_id, names)
            removed += len(names)
        return removed

    def _end(self, export_id: str) -> None:
        for _ in range(TRIES):
            try:
                self._end_once(self.book.find(export_id))
            except ExportMoved:
                continue
            except NotFound:
                # It was forgotten before its files were.
                return
            return
        raise Unavailable("An export that is being written could not be ended.")

    def _end_once(self, job: Export) -> None:
        if not job.names_people:
            return
        if not job.over:
            self.book.save(job.ended(self.clock(), ERASED_MEANWHILE))
        elif job.state == "finished":
            self.book.save(job.withdrawn(self.clock()))
