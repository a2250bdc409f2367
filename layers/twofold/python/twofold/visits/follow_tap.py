"""Follows the link that an authenticated sign makes for each tap: a genuine, fresh one is a proof of being there."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from twofold.assets.links import is_referral, read_slug
from twofold.assets.model import Asset
from twofold.assets.nfc.keys import TagKeys
from twofold.assets.ports import AssetBook, AssetLinks
from twofold.contracts.errors import NotFound, OutcomeUnknown, Unavailable, Untrusted
from twofold.contracts.ids import DrawId

from .allowances import visit_allowances
from .click import Click
from .device import device_of
from .machines import known_machine, machine_count
from .model import Visit
from .ports import TapBook, VisitBook
from .tap import Tap
from .target import Ticket, target_of
from .utm import read_utm

PICC, MAC = "p", "c"
"""The parameters in which a sign says who it is, and proves it."""

KeysOf = Callable[[str], TagKeys]
"""The two secrets of an asset's signs, by its id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowTap:
    """`site` is our address, without a trailing slash; `most` visits of a network are counted in ten minutes."""

    links: AssetLinks
    assets: AssetBook
    taps: TapBook
    visits: VisitBook
    keys: KeysOf
    site: str
    most: int
    draw_id: DrawId

    def __call__(self, slug: str, click: Click) -> str:
        """The address to go to: the asset's target or its landing page, never another. Raises NotFound.

        Whoever comes by a copied or forged link goes there too; only no proof goes with them.
        """
        known = read_slug(slug)
        if known is None or is_referral(known):
            raise NotFound("There is no sign at this address.", code="link_not_found")
        asset = self.assets.asset(self.links.find(known).asset_id)
        ticket = Ticket(visit_id=self._visit_id(asset, click), utm=read_utm(click.query))
        return target_of(asset, self.site, ticket)

    def _visit_id(self, asset: Asset, click: Click) -> str | None:
        """None where no person came, or nothing could be stored: people go on all the same."""
        visit_id = self.draw_id()
        try:
            if known_machine(click):
                # A preview must not use up the tap of the person who holds the phone.
                self.visits.count(machine_count(asset, click))
                return None
            return visit_id if self._judge(asset, click, visit_id) else None
        except OutcomeUnknown:
            # It may be stored; if it is not, the visit proves nothing where it is shown.
            return visit_id
        except Unavailable:
            return None

    def _judge(self, asset: Asset, click: Click, visit_id: str) -> bool:
        tap, visit = self._tap(asset, click, visit_id), _visit(asset, click, visit_id)
        charges = visit_allowances(click.network, self.most)
        if tap and self.taps.prove(tap, visit, charges):
            return True
        return self.visits.record(replace(visit, verified=False), charges)

    def _tap(self, asset: Asset, click: Click, visit_id: str) -> Tap | None:
        # Only those who tap wait for the cryptography to load.
        from twofold.assets.nfc.sun import read_tap

        try:
            picc = read_tap(click.query.get(PICC), click.query.get(MAC), self.keys(asset.asset_id))
        except Untrusted:
            return None
        uid = picc.uid.hex()
        return Tap(asset_id=asset.asset_id, uid=uid, counter=picc.counter, visit_id=visit_id, at=click.at)


def _visit(asset: Asset, click: Click, visit_id: str) -> Visit:
    return Visit(
        visit_id=visit_id,
        origin=asset.origin,
        kind="tapped",
        device=device_of(click.user_agent),
        at=click.at,
        utm=read_utm(click.query) or None,
        verified=True,
    )
