"""Takes coupons out of a file into their campaign's pool."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from twofold.imports.model import ADDED, KNOWN, Import
from twofold.imports.row import Row
from twofold.pools.ports import CodePoolBook
from twofold.pools.read_coupon import Entry

from .ports import KnownCodes
from .rows import rows


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeIntake:
    """`keep_promises` gives the campaign's new coupons to some of those who wait for one; the sweeper, to the rest."""

    codes: KnownCodes
    pool: CodePoolBook
    keep_promises: Callable[[str], int]

    def rows(self, pieces: Iterable[bytes], job: Import) -> Iterator[Row[Entry]]:
        assert job.begun_at
        return rows(pieces, job.begun_at)

    def plan(self, job: Import, entries: Sequence[Entry]) -> str:
        coupons = [entry.of(job.campaign_id, job.import_id) for entry in entries]
        known = self.codes.known(coupons)
        return "".join(KNOWN if coupon.code in known else ADDED for coupon in coupons)

    def take(self, job: Import, entries: Sequence[Entry], plan: str) -> None:
        new = (entry for entry, outcome in zip(entries, plan, strict=True) if outcome == ADDED)
        self.pool.put([entry.of(job.campaign_id, job.import_id) for entry in new])

    def ended(self, job: Import) -> None:
        self.keep_promises(job.campaign_id)
