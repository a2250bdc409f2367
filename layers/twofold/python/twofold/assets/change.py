"""Changes an asset that is there: edited, paused, resumed, or led elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from twofold.contracts.errors import InvalidRequest, Unavailable
from twofold.contracts.events import CampaignChanged, Envelope
from twofold.contracts.instants import Clock
from twofold.ledger.record import record

from .check import faults, tidy
from .model import Asset
from .ports import AssetMoved, AssetRegister

FIXED = frozenset({"asset_id", "campaign_id", "kind", "slug", "version"})
"""What people have printed or counted by already."""

TRIES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeAsset:
    register: AssetRegister
    clock: Clock

    def __call__(self, asset_id: str, changes: Mapping[str, Any]) -> Asset:
        """The asset with these fields changed; one that is so already stays as it is, without an event.

        Raises NotFound, Conflict (keyword taken), InvalidRequest that names the field: one that there is not, that
        cannot be changed any more, or whose value makes no sense.
        """
        for name in changes:
            _insist(name)
        for _ in range(TRIES):
            now = self.register.current(asset_id)
            after = _sensible(now, changes)
            if after == now:
                return now
            after = replace(after, version=now.version + 1)
            try:
                self.register.change(after, changed(after, different(now, after), self.clock()))
            except AssetMoved:
                continue
            return after
        raise Unavailable("The asset changed too often.")

    def pause(self, asset_id: str) -> Asset:
        """Nobody can sign up there; its link and page say so in a friendly way. Raises NotFound."""
        return self(asset_id, {"paused": True})

    def resume(self, asset_id: str) -> Asset:
        return self(asset_id, {"paused": False})

    def point(self, asset_id: str, target_url: str | None) -> Asset:
        """Lead its link elsewhere; None: to its own landing page. Raises as any change does."""
        return self(asset_id, {"target_url": target_url})


def _sensible(now: Asset, changes: Mapping[str, Any]) -> Asset:
    """What comes of the changes. Nobody is kept from pausing an asset by what was wrong with it before."""
    after = replace(now, **changes)
    before = {(fault.field, fault.detail) for fault in faults(now)}
    for fault in faults(after):
        if fault.field in changes or (fault.field, fault.detail) not in before:
            raise fault
    return tidy(after)


def changed(asset: Asset, names: tuple[str, ...], at: datetime) -> Envelope:
    """The event that these fields of the asset changed."""
    data = CampaignChanged(changed=names)
    return record(data, subject=asset.asset_id, version=asset.version, at=at, origin=asset.origin)


def different(before: Asset, after: Asset) -> tuple[str, ...]:
    """The names of the fields that are not the same."""
    names = sorted(set(Asset.__dataclass_fields__) - {"version"})
    return tuple(name for name in names if getattr(before, name) != getattr(after, name))


def _insist(name: str) -> None:
    if name not in Asset.__dataclass_fields__:
        raise InvalidRequest(f"An asset has no field {name}.", field=name)
    if name in FIXED:
        raise InvalidRequest("This stays as it was: it is printed and counted by.", code="fixed", field=name)
