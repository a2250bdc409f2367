"""Reads an uploaded file, from wherever whoever read it before came to."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from twofold.contracts.instants import Clock

from .faults import FaultFile
from .model import Import
from .ports import FileChanged, ImportBook, ImportMoved, Intake, Reader, Uploads
from .row import Row
from .text import Unreadable

CHUNK = 1_000
"""Rows that are looked at, taken in and done with together."""

LARGEST = 100 * 1024 * 1024
"""Bytes of a file."""

LARGEST_OF = {"leads": 1024 * 1024 * 1024}
"""Where it is another: a million people, each with the words that they agreed to."""

RESERVE = 180.0
"""Seconds: with less it is time to leave the rest to another. A thousand rows take a few; where others change the same
leads, or the database is slow, they take long."""

TimeLeft = Callable[[], float]
"""Seconds that this invocation still has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunImport:
    """`intakes` by the kind of file; `reader` goes on where time was short."""

    jobs: ImportBook
    uploads: Uploads
    reader: Reader
    intakes: Mapping[str, Intake[Any]]
    clock: Clock

    def __call__(self, import_id: str, time_left: TimeLeft) -> str:
        """Answer what became of it: finished, failed, seen (it was over before), no_file, handed_over or taken_over.

        Whoever dies on the way is followed by another, who comes to the same end with the same counts. Once it is over
        the file is removed: numbers and names do not lie about. Raises NotFound, and Unavailable for another try.
        """
        job = self.jobs.find(import_id)
        if job.over:
            self.uploads.remove(import_id)
            return "seen"
        try:
            job = self._read(job, time_left)
        except ImportMoved:
            return "taken_over"
        if not job.over:
            return self._handed_over(job) if job.upload else "no_file"
        self.uploads.remove(import_id)
        self.intakes[job.kind].ended(job)
        return job.state

    def _handed_over(self, job: Import) -> str:
        self.reader.start(job.import_id)
        return "handed_over"

    def _read(self, job: Import, time_left: TimeLeft) -> Import:
        """Not over, where there is no file, or time is short."""
        upload = job.upload or self.uploads.find(job.import_id)
        if upload is None:
            return job
        faults = FaultFile()
        try:
            if job.upload is None:
                job = self._save(job.begun(upload, self.clock()))
            job, whole = self._through(job, faults, time_left)
            return self._end(job, faults) if whole else job
        except Unreadable as why:
            return self._end(self._as_it_stands(job.import_id), faults, str(why))

    def _through(self, job: Import, faults: FaultFile, time_left: TimeLeft) -> tuple[Import, bool]:
        """Whether it came through. Some rows are taken in, however late it is: so whoever begins comes further."""
        assert job.upload
        largest = LARGEST_OF.get(job.kind, LARGEST)
        if job.upload.size > largest:
            raise Unreadable(f"The file has more than {largest >> 20} MB. Send it in several.")
        # From the start every time: what stood there before is needed to tell an entry that stands there twice.
        every = self.intakes[job.kind].rows(self._pieces(job), job)
        left = _after(job.line, every, faults)
        while chunk := list(islice(left, CHUNK)):
            job = self._take(job, chunk)
            faults.note(chunk)
            if time_left() < RESERVE:
                return job, False
        return job, True

    def _take(self, job: Import, chunk: Sequence[Row[Any]]) -> Import:
        intake, entries = self.intakes[job.kind], [row.entry for row in chunk if row.entry is not None]
        if job.plan is None:
            job = self._save(job.planned(intake.plan(job, entries)))
        assert job.plan is not None
        intake.take(job, entries, job.plan)
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

    def _as_it_stands(self, import_id: str) -> Import:
        """Raises ImportMoved when another has ended it, and so removed the file, meanwhile."""
        job = self.jobs.find(import_id)
        if job.over:
            raise ImportMoved
        return job

    def _end(self, job: Import, faults: FaultFile, why: str | None = None) -> Import:
        if faults.count:
            self.uploads.keep_faults(job.import_id, *faults.whole())
        return self._save(job.ended(self.clock(), why, faults.count))

    def _save(self, after: Import) -> Import:
        self.jobs.save(after)
        return after


def _after(line: int, rows: Iterator[Row[Any]], faults: FaultFile) -> Iterator[Row[Any]]:
    """Those behind this line; what was wrong with those before is noted on the way."""
    for row in rows:
        if row.line > line:
            yield row
        else:
            faults.note((row,))
