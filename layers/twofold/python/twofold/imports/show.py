"""Tells how far an import is."""

from dataclasses import dataclass

from twofold.contracts.payloads.pools import ImportProgress

from .ports import ImportBook


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowImport:
    book: ImportBook

    def __call__(self, import_id: str) -> ImportProgress:
        """Raises NotFound."""
        return self.book.find(import_id).progress()
