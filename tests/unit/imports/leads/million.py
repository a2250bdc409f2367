"""Imports so many people in a process that does nothing else, killed so often, and says what it took.

`python -m tests.unit.imports.leads.million 1000000 3`: lines of the file, kills on the way. It prints one line of JSON.
"""

import json
import sys
import time
from random import Random

from tests.fakes.arrivals import PackedArrivals
from tests.fakes.campaigns import InMemoryCampaignBook
from tests.fakes.imports import Fuse, Guarded, InMemoryImportBook, InMemoryUploads, Killed, Readers, endless
from tests.fakes.memory import Memory
from tests.fakes.samples import BUFFET
from tests.unit.imports.million import peak_mb
from twofold.contracts.instants import now
from twofold.imports.leads.intake import LeadIntake
from twofold.imports.model import Import, Upload
from twofold.imports.run import RunImport
from twofold.leads.phone import LeadIdentity

HEADING = "phone,member,consent_at,consent_source,consent_text,padding"
WORDS = (
    "I agree to receive recurring automated texts. Msg & data rates may apply. STOP to end, HELP for help."
)
WIDTH = 200
BAD_EVERY, PENDING_EVERY = 1_000, 4
"""One line of so many is no number, one of so many has no proof."""


class Generated(InMemoryUploads):
    """A file that is written as it is read: it lies elsewhere, as it would in a bucket. Lines are alike long."""

    def __init__(self, lines: int) -> None:
        super().__init__(piece_size=1024 * 1024)
        self.lines = lines

    def find(self, import_id: str) -> Upload:
        return Upload(WIDTH * (self.lines + 1), "tag")

    def piece(self, import_id: str, upload: Upload, start: int) -> bytes:
        first, last = start // WIDTH, min((start + self.piece_size) // WIDTH + 1, self.lines + 1)
        text = b"".join(_line(number) for number in range(first, last))
        return text[start - first * WIDTH :][: self.piece_size]


def _line(position: int) -> bytes:
    if position == 0:
        return f"{HEADING:<{WIDTH - 1}}\n".encode()
    number = position - 1
    phone = "+4822" if number % BAD_EVERY == 0 else f"+4860{number * 7_919 % 10**7:07d}"
    proof = (
        ",," if number % PENDING_EVERY == 1 else f'2026-03-01T10:00:00Z,https://old.example/join,"{WORDS}"'
    )
    return f"{f'{phone},P{number},{proof},':<{WIDTH - 1}}\n".encode()


def main(lines: int, kills: int) -> dict[str, float]:
    jobs, uploads, book, memory = InMemoryImportBook(), Generated(lines), PackedArrivals(), Memory()
    memory.campaigns[BUFFET.campaign_id] = BUFFET
    jobs.open(Import(import_id="imp_1", campaign_id=BUFFET.campaign_id, opened_at=now(), kind="leads"))
    began, runs, chance = time.monotonic(), 0, Random(7)
    while not jobs.find("imp_1").over:
        at = chance.randrange(1, max(2, lines // 500)) if runs < kills else 10**9
        guard, runs = Fuse(at=at, after=bool(runs % 2)), runs + 1
        intake = LeadIntake(
            campaigns=InMemoryCampaignBook(memory),
            book=Guarded(book, guard),
            identify=LeadIdentity(b"k" * 32),
            clock=now,
        )
        run = RunImport(
            jobs=Guarded(jobs, guard),
            uploads=Guarded(uploads, guard),
            reader=Readers(),
            intakes={"leads": intake},
            clock=now,
        )
        try:
            run("imp_1", endless)
        except Killed:
            continue
    job, seconds = jobs.find("imp_1"), time.monotonic() - began
    told = {
        name: getattr(job, name) for name in ("lines", "confirmed", "pending", "known", "suppressed", "bad")
    }
    stored = {f"stored_{status}": book.count(status) for status in ("confirmed", "pending")}
    counted = {
        "links": book.links,
        "events": book.events,
        "noted": job.noted,
        "faulty": _lines_of_faults(uploads),
    }
    return {**told, **stored, **counted, "runs": runs, "seconds": round(seconds, 1), "peak_mb": peak_mb()}


def _lines_of_faults(uploads: InMemoryUploads) -> int:
    return sum(content.count(b"\r\n") - 1 for content in uploads.faulty.values())


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]), int(sys.argv[2]))))
