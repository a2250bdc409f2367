"""Imports so many coupons in a process that does nothing else, killed so often, and says what it took.

`python -m tests.unit.imports.million 1000000 3`: lines of the file, kills on the way. It prints one line of JSON.
"""

import json
import resource
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from tests.fakes.imports import (
    Fuse,
    Guarded,
    InMemoryImportBook,
    InMemoryUploads,
    Killed,
    PackedPool,
    Readers,
    endless,
)
from twofold.contracts.instants import now
from twofold.imports.codes.intake import CodeIntake
from twofold.imports.model import Import, Upload
from twofold.imports.run import RunImport

BAD_EVERY = 1_000
"""One line of so many is no coupon."""


class Generated(InMemoryUploads):
    """A file that is written as it is read: it lies elsewhere, as it would in a bucket."""

    def __init__(self, lines: int) -> None:
        super().__init__(piece_size=1024 * 1024)
        self.width, self.lines = 20, lines

    def find(self, import_id: str) -> Upload:
        return Upload(self.width * self.lines, "tag")

    def piece(self, import_id: str, upload: Upload, start: int) -> bytes:
        """Lines are alike long; a piece may begin and end within one."""
        first, last = start // self.width, min((start + self.piece_size) // self.width + 1, self.lines)
        text = b"".join(_line(number) for number in range(first, last))
        return text[start - first * self.width :][: self.piece_size]


def _line(number: int) -> bytes:
    """Unlike its neighbours, like no other."""
    mark = b"=" if number % BAD_EVERY == 0 else b"C"
    return b"%c%018X\n" % (mark, number * 2_654_435_761)


def peak_mb() -> int:
    """Of this process alone: what `getrusage` tells on Linux begins with the size of whoever started it."""
    status = Path("/proc/self/status")
    if status.is_file():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) // 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main(lines: int, kills: int) -> dict[str, float]:
    jobs, uploads, pool = InMemoryImportBook(), Generated(lines), PackedPool()
    jobs.open(Import(import_id="imp_1", campaign_id="buffet-20", opened_at=datetime.now(UTC)))
    began, runs, chance = time.monotonic(), 0, Random(7)
    while not jobs.find("imp_1").over:
        at = chance.randrange(1, lines // 400) if runs < kills else 10**9
        guard, runs = Fuse(at=at, after=bool(runs % 2)), runs + 1
        try:
            guarded = Guarded(pool, guard)
            intake = CodeIntake(codes=guarded, pool=guarded, keep_promises=lambda _: 0)
            RunImport(
                jobs=Guarded(jobs, guard),
                uploads=Guarded(uploads, guard),
                reader=Readers(),
                intakes={"codes": intake},
                clock=now,
            )("imp_1", endless)
        except Killed:
            continue
    job, seconds = jobs.find("imp_1"), time.monotonic() - began
    told = {
        "lines": job.lines,
        "added": job.added,
        "known": job.known,
        "bad": job.bad,
        "pool": len(pool.codes),
    }
    return {**told, "runs": runs, "seconds": round(seconds, 1), "peak_mb": peak_mb()}


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]), int(sys.argv[2]))))
