"""Exports, their files and what they are made of, in memory."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, BinaryIO

from twofold.contracts.errors import Conflict, NotFound, TooMany
from twofold.contracts.events import Envelope
from twofold.contracts.exports import PERSONAL, folder_of
from twofold.exports.model import Cursor, Export
from twofold.exports.ports import ExportMoved


@dataclass(slots=True)
class InMemoryExportBook:
    jobs: dict[str, Export] = field(default_factory=dict)
    events: list[Envelope] = field(default_factory=list)
    open_ids: set[str] = field(default_factory=set)

    def open(self, job: Export, most: int) -> None:
        if job.export_id in self.jobs:
            raise Conflict("There is an export of this id.", code="export_exists")
        if len(self.open_ids) >= most:
            raise TooMany("Ask later.", retry_after=60, code="too_many_exports")
        self.jobs[job.export_id] = job
        self.open_ids.add(job.export_id)

    def find(self, export_id: str) -> Export:
        if export_id not in self.jobs:
            raise NotFound("There is no such export.", code="export_not_found")
        return self.jobs[export_id]

    def save(self, after: Export) -> None:
        there = self.jobs.get(after.export_id)
        if there is None or there.version != after.version - 1:
            raise ExportMoved
        self.jobs[after.export_id] = after
        if after.ends:
            self.open_ids.discard(after.export_id)
            self.events.append(after.told())

    def unfinished(self) -> Sequence[str]:
        return sorted(self.open_ids)


@dataclass(slots=True)
class InMemoryFiles:
    """`kept` by folder, export and name; `keep` makes of a file what is kept of it."""

    kept: dict[tuple[str, str, str], Any] = field(default_factory=dict)
    keep: Callable[[BinaryIO], Any] = lambda content: content.read()

    def put(self, job: Export, name: str, content: BinaryIO, size: int) -> None:
        self.kept[folder_of(job.kind), job.export_id, name] = self.keep(content)

    def remove(self, job: Export) -> int:
        numbers = range(1, len(job.parts) + 2)
        for number in numbers:
            self.kept.pop((folder_of(job.kind), job.export_id, job.name_of(number)), None)
        return len(numbers)

    def address(self, job: Export, name: str, at: datetime) -> str:
        return f"https://exports.example/{folder_of(job.kind)}/{job.export_id}/{name}"

    def personal(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = {}
        for folder, export_id, name in self.kept:
            if folder == PERSONAL:
                found.setdefault(export_id, []).append(name)
        return found

    def remove_personal(self, export_id: str, names: Sequence[str]) -> None:
        for name in names:
            self.kept.pop((PERSONAL, export_id, name), None)

    def of(self, export_id: str) -> list[Any]:
        """What was kept of its files, the first one first."""
        return [kept for (_, whose, _), kept in sorted(self.kept.items()) if whose == export_id]


@dataclass(slots=True)
class Started:
    """Starts nobody; remembers who was to be."""

    ids: list[str] = field(default_factory=list)

    def start(self, export_id: str) -> None:
        self.ids.append(export_id)


@dataclass(slots=True)
class Made:
    """A source of `count` records, each made as it is read; `make` gets its number, which is its cursor, too."""

    count: int
    make: Callable[[int], Any]
    read: int = 0

    def rows(self, job: Export) -> Iterator[tuple[Cursor, Any]]:
        for number in range(int(job.cursor[0]) + 1 if job.cursor else 0, self.count):
            self.read += 1
            yield (str(number),), self.make(number)
