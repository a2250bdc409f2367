"""Reads an uploaded file of coupons into its campaign's pool, from wherever whoever read it before came to."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from twofold.contracts.instants import Clock
from twofold.pools.ports import MOST_AT_ONCE, CodePoolBook

from .model import Import
from .ports import FileChanged, ImportBook, ImportMoved, KnownCodes, Uploads
from .rows import Row, rows
from .text import Unreadable

CHUNK = MOST_AT_ONCE
"""Rows that are looked at, put into the pool and done with together."""

LARGEST = 100 * 1024 * 1024
"""Bytes of a file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportCodes:
    """`keep_promises` gives the campaign's new coupons to some of those who wait for one; the sweeper, to the rest."""

    jobs: ImportBook
    uploads: Uploads
    codes: KnownCodes
    pool: CodePoolBook
    keep_promises: Callable[[str], int]
    clock: Clock

    def __call__(self, import_id: str) -> str:
        """Answer what became of it: finished, failed, seen (it was over before), no_file or taken_over.

        Whoever dies on the way is followed by another, who comes to the same end with the same counts. Raises
        NotFound, and Unavailable for another try.
        """
        job = self.jobs.find(import_id)
        if job.over:
            return "seen"
        try:
            job = self._read(job)
        except ImportMoved:
            return "taken_over"
        if job.over:
            self.keep_promises(job.campaign_id)
        return job.state if job.over else "no_file"

    def _read(self, job: Import) -> Import:
        upload = job.upload or self.uploads.find(job.import_id)
        if upload is None:
            return job
        try:
            if job.upload is None:
                job = self._save(job.begun(upload, self.clock()))
            return self._through(job)
        except Unreadable as fault:
            stands = self.jobs.find(job.import_id)
            return self._save(stands.ended(self.clock(), why=str(fault)))

    def _through(self, job: Import) -> Import:
        assert job.upload
        assert job.begun_at
        if job.upload.size > LARGEST:
            raise Unreadable(f"The file has more than {LARGEST >> 20} MB. Send it in several.")
        # From the start every time: what stood there before is needed to tell a coupon that stands there twice.
        every, done = rows(self._pieces(job), job.begun_at), job.line
        left = (row for row in every if row.line > done)
        while chunk := list(islice(left, CHUNK)):
            job = self._take(job, chunk)
        return self._save(job.ended(self.clock()))

    def _take(self, job: Import, chunk: Sequence[Row]) -> Import:
        coupons = [row.entry.of(job.campaign_id, job.import_id) for row in chunk if row.entry]
        if job.plan is None:
            known = self.codes.known(coupons)
            job = self._save(job.planned([coupon.code not in known for coupon in coupons]))
        assert job.plan is not None
        self.pool.put([coupon for coupon, new in zip(coupons, job.plan, strict=True) if new == "1"])
        return self._save(job.past(chunk))

    def _pieces(self, job: Import) -> Iterator[bytes]:
        assert job.upload
        start = 0
        try:
            while piece := self.uploads.piece(job.import_id, job.upload, start):
                yield piece
                start += len(piece)
        except FileChanged as error:
            raise Unreadable(
                "The file was replaced while it was read. Send it as an import of its own."
            ) from error

    def _save(self, after: Import) -> Import:
        self.jobs.save(after)
        return after
