"""Follows an asset's short link: a person's visit is counted, a machine's look is not, and both go on."""

from dataclasses import dataclass

from twofold.assets.links import AssetLink, read_slug
from twofold.assets.model import Asset
from twofold.assets.ports import AssetBook, AssetLinks
from twofold.contracts.errors import NotFound, Unavailable
from twofold.contracts.ids import DrawId
from twofold.limits.allowance import Allowance

from .allowances import visit_allowances
from .click import Click
from .device import device_of
from .machines import known_machine, machine_count
from .model import Kind, Visit
from .ports import VisitBook
from .target import Ticket, target_of
from .utm import read_utm

OPENED_AS: dict[str, Kind] = {"qr": "scanned", "nfc": "tapped"}
"""What opening an asset's link is called; for all others, it was clicked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenLink:
    """`site` is our address, without a trailing slash; `most` visits of a network are counted in ten minutes."""

    links: AssetLinks
    assets: AssetBook
    visits: VisitBook
    site: str
    most: int
    draw_id: DrawId

    def __call__(self, slug: str, click: Click) -> str:
        """The address to go to: the asset's target or its landing page, never another. Raises NotFound."""
        known = read_slug(slug)
        if known is None:
            raise NotFound("There is nothing at this address.", code="link_not_found")
        link = self.links.find(known)
        asset = self.assets.asset(link.asset_id)
        visit_id = self._count(asset, link, click)
        ticket = Ticket(visit_id=visit_id, utm=read_utm(click.query), referral=link.referrer and link.slug)
        return target_of(asset, self.site, ticket)

    def _count(self, asset: Asset, link: AssetLink, click: Click) -> str | None:
        """The visit's id; None where no person came, or nothing could be counted: people go on all the same."""
        try:
            if known_machine(click):
                self.visits.count(machine_count(asset, click))
                return None
            visit = self._visit(asset, link, click)
            return visit.visit_id if self.visits.record(visit, self._charges(click)) else None
        except Unavailable:
            return None

    def _visit(self, asset: Asset, link: AssetLink, click: Click) -> Visit:
        return Visit(
            visit_id=self.draw_id(),
            origin=asset.origin,
            kind="clicked" if link.referrer else OPENED_AS.get(asset.kind, "clicked"),
            device=device_of(click.user_agent),
            at=click.at,
            utm=read_utm(click.query) or None,
            referral=link.slug if link.referrer else None,
            verified=False if asset.asks_for_tap else None,
        )

    def _charges(self, click: Click) -> tuple[Allowance, ...]:
        return visit_allowances(click.network, self.most)
