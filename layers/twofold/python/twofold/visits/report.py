"""A page tells how it was met, and what was done on the brand's site."""

from contextlib import suppress
from dataclasses import dataclass
from typing import cast

from twofold.assets.model import Asset
from twofold.assets.ports import AssetBook
from twofold.contracts.errors import InvalidRequest, Unavailable
from twofold.contracts.events import AssetVisited
from twofold.contracts.ids import DrawId
from twofold.contracts.instants import Clock, day_of
from twofold.contracts.payloads.visits import VisitAccepted, VisitRequest
from twofold.ledger.record import record
from twofold.limits.allowance import Allowance

from .allowances import told_once, visit_allowances
from .device import device_of
from .machines import machine_agent
from .model import Count, Kind, Visit
from .ports import VisitBook
from .utm import read_utm
from .visitor import Visitor

COUNTED = frozenset({"shown", "dismissed"})
"""What is no visit: only how often is kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportVisit:
    """`most` visits of a network are counted in ten minutes."""

    assets: AssetBook
    visits: VisitBook
    most: int
    draw_id: DrawId
    clock: Clock

    def __call__(self, request: VisitRequest, visitor: Visitor) -> VisitAccepted:
        """The visit's id: the one that was sent, else a new one. What cannot be counted now, or twice, is let go.

        Raises NotFound, Forbidden (origin), InvalidRequest when something was viewed and nobody says what.
        """
        asset = self.assets.asset(request.asset_id)
        asset.admit(visitor.origin)
        if (request.kind == "viewed") != (request.label is not None):
            raise InvalidRequest(
                "`viewed` says what in `label`; the other kinds have none.",
                code="label_missing" if request.label is None else "label_not_wanted",
                field="label",
            )
        visit_id = request.visit_id or self.draw_id()
        with suppress(Unavailable):
            if not machine_agent(visitor.user_agent):
                self._count(request, asset, visitor, visit_id)
        return VisitAccepted(visit_id=visit_id)

    def _count(self, request: VisitRequest, asset: Asset, visitor: Visitor, visit_id: str) -> None:
        if request.kind in COUNTED:
            self.visits.count(self._counted(request, asset, visitor))
        elif request.kind == "viewed":
            self._view(request, asset, visitor, visit_id)
        else:
            visit = self._visit(request, asset, visitor, visit_id)
            self.visits.record(visit, self._charges(request, visitor))

    def _counted(self, request: VisitRequest, asset: Asset, visitor: Visitor) -> Count:
        device = device_of(visitor.user_agent)
        return Count(asset_id=asset.asset_id, day=day_of(self.clock()), kind=request.kind, device=device)

    def _view(self, request: VisitRequest, asset: Asset, visitor: Visitor, visit_id: str) -> None:
        at, device = self.clock(), device_of(visitor.user_agent)
        data = AssetVisited(kind="viewed", device=device, label=request.label, variant=request.variant)
        cause = f"{visit_id}|{request.label}"
        event = record(data, subject=visit_id, version=1, at=at, origin=asset.origin, cause=cause)
        self.visits.tell(event, self._counted(request, asset, visitor), self._charges(request, visitor))

    def _visit(self, request: VisitRequest, asset: Asset, visitor: Visitor, visit_id: str) -> Visit:
        return Visit(
            visit_id=visit_id,
            origin=asset.origin,
            kind=cast(Kind, request.kind),
            device=device_of(visitor.user_agent),
            at=self.clock(),
            utm=read_utm(request.utm or {}) or None,
            referral=request.referral,
            variant=request.variant,
            verified=False if asset.asks_for_tap else None,
        )

    def _charges(self, request: VisitRequest, visitor: Visitor) -> tuple[Allowance, ...]:
        # A page tells the same again when it is opened, shut and opened; it stays one visit, and one thing viewed.
        once = () if request.visit_id is None else (told_once(request.visit_id, request.kind, request.label),)
        return (*visit_allowances(visitor.mark, self.most), *once)
