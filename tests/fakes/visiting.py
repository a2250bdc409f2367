"""The use cases around visits and assets, wired to the ports of a test as `twofold.wiring` wires them to AWS."""

import hashlib
from datetime import datetime

from tests.fakes.books import Books
from tests.fakes.clock import SetClock
from tests.fakes.made import a_click
from tests.fakes.samples import SITE
from tests.fakes.tags import SoftTag
from twofold.assets.change import ChangeAsset
from twofold.assets.create import CreateAsset
from twofold.assets.links import draw_slug
from twofold.assets.nfc.keys import TagKeys
from twofold.assets.sync import SyncAsset
from twofold.visits.follow_tap import FollowTap
from twofold.visits.model import draw_visit_id
from twofold.visits.open_link import OpenLink
from twofold.visits.report import ReportVisit

UID = bytes.fromhex("04DE5F1EACC040")
MOST = 600


def keys_of(asset_id: str) -> TagKeys:
    digest = hashlib.sha256(asset_id.encode()).digest()
    return TagKeys(meta=digest[:16], file=digest[16:])


def sign_of(asset_id: str, uid: bytes = UID) -> SoftTag:
    """A sign that was written for the asset."""
    keys = keys_of(asset_id)
    return SoftTag(uid, keys.meta, keys.file)


class Visiting:
    """`most` visits of a network are counted in ten minutes."""

    def __init__(self, books: Books, clock: SetClock, most: int = MOST) -> None:
        self.clock = clock
        self.open = OpenLink(
            links=books.asset_links,
            assets=books.assets,
            visits=books.visits,
            site=SITE,
            most=most,
            draw_id=draw_visit_id,
        )
        self.report = ReportVisit(
            assets=books.assets, visits=books.visits, most=most, draw_id=draw_visit_id, clock=clock
        )
        self.follow_tap = FollowTap(
            links=books.asset_links,
            assets=books.assets,
            taps=books.taps,
            visits=books.visits,
            keys=keys_of,
            site=SITE,
            most=most,
            draw_id=draw_visit_id,
        )

    def tap(self, slug: str, picc: str, mac: str, at: datetime | None = None, **fields: object) -> str:
        """Let a phone open a sign's link; answer where it leads."""
        query = {"p": picc, "c": mac}
        return self.follow_tap(slug, a_click(at or self.clock(), **{"query": query, **fields}))


class Keeping:
    """How assets are made and changed."""

    def __init__(self, books: Books, clock: SetClock) -> None:
        self.create = CreateAsset(
            register=books.register, campaigns=books.campaigns, draw_slug=draw_slug, clock=clock
        )
        self.change = ChangeAsset(register=books.register, clock=clock)
        self.sync = SyncAsset(register=books.register, draw_slug=draw_slug, clock=clock)
