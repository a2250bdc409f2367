"""Finds exports that stand still, as after a death or a call that was lost, and has them written on."""

from dataclasses import dataclass

from twofold.contracts.errors import NotFound
from twofold.contracts.instants import Clock

from .ports import ExportBook, Writer


@dataclass(frozen=True, slots=True, kw_only=True)
class RestartExports:
    book: ExportBook
    writer: Writer
    clock: Clock

    def __call__(self) -> int:
        """How many were handed to a writer. Raises Unavailable."""
        still = [export_id for export_id in self.book.unfinished() if self._stands_still(export_id)]
        for export_id in still:
            self.writer.start(export_id)
        return len(still)

    def _stands_still(self, export_id: str) -> bool:
        try:
            return self.book.find(export_id).stands_still(self.clock())
        except NotFound:
            return False
