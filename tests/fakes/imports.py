"""Imports, uploads and a pool in memory; any of them may be in a process that is killed."""

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, BinaryIO

from twofold.contracts.errors import Conflict, NotFound
from twofold.contracts.events import Envelope
from twofold.imports.model import Import, Upload
from twofold.imports.ports import FileChanged, ImportMoved, Link, Place
from twofold.pools.model import Coupon


@dataclass(slots=True)
class InMemoryImportBook:
    jobs: dict[str, Import] = field(default_factory=dict)
    events: list[Envelope] = field(default_factory=list)

    def open(self, job: Import) -> None:
        if job.import_id in self.jobs:
            raise Conflict("There is an import of this id.", code="import_exists")
        self.jobs[job.import_id] = job

    def find(self, import_id: str) -> Import:
        if import_id not in self.jobs:
            raise NotFound("There is no such import.", code="import_not_found")
        return self.jobs[import_id]

    def save(self, after: Import) -> None:
        there = self.jobs.get(after.import_id)
        if there is None or there.version != after.version - 1:
            raise ImportMoved
        self.jobs[after.import_id] = after
        if after.over:
            self.events.append(after.told())


@dataclass(slots=True)
class InMemoryUploads:
    """`files` by the id of their import, and `faulty` likewise; `piece_size` bytes are read at a time."""

    files: dict[str, bytes] = field(default_factory=dict)
    faulty: dict[str, bytes] = field(default_factory=dict)
    piece_size: int = 1024 * 1024

    def place(self, import_id: str, at: datetime) -> Place:
        url = f"https://uploads.example/{import_id}.csv"
        return Place(url=url, headers={}, until=at + timedelta(minutes=15))

    def find(self, import_id: str) -> Upload | None:
        content = self.files.get(import_id)
        return None if content is None else Upload(len(content), str(hash(content)))

    def piece(self, import_id: str, upload: Upload, start: int) -> bytes:
        content = self.files.get(import_id, b"")
        if str(hash(content)) != upload.tag:
            raise FileChanged
        return content[start : start + self.piece_size]

    def remove(self, import_id: str) -> None:
        self.files.pop(import_id, None)

    def keep_faults(self, import_id: str, content: BinaryIO, size: int) -> None:
        self.faulty[import_id] = content.read()
        assert len(self.faulty[import_id]) == size

    def faults(self, import_id: str, at: datetime) -> Link:
        return Link(f"https://uploads.example/faults/{import_id}.csv", at + timedelta(minutes=15))


def endless() -> float:
    """Seconds that are left to whoever reads a file: as many as it takes."""
    return 10**9


@dataclass(slots=True)
class Readers:
    """Those who are to go on with an import, by its id."""

    called: list[str] = field(default_factory=list)

    def start(self, import_id: str) -> None:
        self.called.append(import_id)


@dataclass
class PackedPool:
    """A pool of which nothing but the codes is kept, as bytes: a million fit beside whoever fills it.

    `issued` are codes that somebody has; `puts` counts how often each coupon was put.
    """

    codes: set[bytes] = field(default_factory=set)
    issued: set[bytes] = field(default_factory=set)

    def known(self, coupons: Sequence[Coupon]) -> Set[str]:
        return {c.code for c in coupons if c.code.encode() in self.codes or c.code.encode() in self.issued}

    def put(self, coupons: Sequence[Coupon]) -> Sequence[str]:
        fresh = [coupon.code.encode() for coupon in coupons]
        told = ["known" if code in self.codes or code in self.issued else "added" for code in fresh]
        self.codes.update(code for code in fresh if code not in self.issued)
        return told


class Killed(BaseException):
    """The process is gone: no line of ours runs after it."""


@dataclass(slots=True)
class Fuse:
    """Kills at the `at`-th call of any port that it guards: before it is done, or (`after`) just then."""

    at: int
    after: bool = False
    calls: int = 0

    def __call__(self, do: Callable[[], Any]) -> Any:
        self.calls += 1
        if self.calls == self.at and not self.after:
            raise Killed
        done = do()
        if self.calls == self.at:
            raise Killed
        return done


@dataclass(frozen=True, slots=True)
class Guarded:
    """A port whose every call goes through a fuse."""

    port: object
    fuse: Fuse

    def __getattr__(self, name: str) -> Any:
        call = getattr(self.port, name)
        return lambda *given, **named: self.fuse(lambda: call(*given, **named))
