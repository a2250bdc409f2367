"""What is true of a visit, and what is counted of it."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from twofold.contracts.events import AssetVisited, Envelope
from twofold.contracts.instants import day_of
from twofold.ledger.record import Origin, record

from .device import Device

Kind = Literal["opened", "scanned", "tapped", "clicked"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One meeting of a person with an asset. `verified` as in `asset.visited.v1`."""

    visit_id: str
    origin: Origin
    kind: Kind
    device: Device
    at: datetime
    utm: Mapping[str, str] | None = None
    referral: str | None = None
    variant: str | None = None
    verified: bool | None = None

    def told(self) -> Envelope:
        """The event of it."""
        data = AssetVisited(
            kind=self.kind,
            device=self.device,
            verified=self.verified,
            utm=dict(self.utm) if self.utm else None,
            referral=self.referral,
            variant=self.variant,
        )
        return record(data, subject=self.visit_id, version=1, at=self.at, origin=self.origin)

    @property
    def count(self) -> "Count":
        kind = self.kind if self.verified is not False else "unverified"
        return Count(asset_id=self.asset_id, day=day_of(self.at), kind=kind, device=self.device, utm=self.utm)

    @property
    def asset_id(self) -> str:
        return self.origin.asset_id or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """What one more is counted under. `day` is UTC's, `2026-11-22`.

    `kind` is a visit's, or shown, dismissed, viewed, machine, or unverified (a tap that its sign did not prove).
    """

    asset_id: str
    day: str
    kind: str
    device: Device
    utm: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How often something was counted on a day; `utm` are source, medium and campaign, joined by `/`, or empty."""

    day: str
    kind: str
    device: str
    utm: str
    number: int


def draw_visit_id() -> str:
    """120 random bits: whoever has it may tell more of the visit."""
    return f"vst_{secrets.token_urlsafe(15)}"
