"""What the features need to know of assets, and what keeping them needs."""

from collections.abc import Sequence
from typing import Protocol

from twofold.contracts.events import Envelope

from .links import AssetLink
from .model import Asset


class AssetBook(Protocol):
    def asset(self, asset_id: str) -> Asset:
        """The asset, at most some seconds old. Raises NotFound."""


class AssetLinks(Protocol):
    def find(self, slug: str) -> AssetLink:
        """Where a slug of an asset or of a lead leads; it never leads elsewhere later. Raises NotFound."""


class SlugTaken(Exception):
    """Another asset has this very slug."""


class AssetMoved(Exception):
    """Somebody else changed the asset since it was read: look again."""


class AssetRegister(Protocol):
    """Every asset, as those who keep them see it."""

    def current(self, asset_id: str) -> Asset:
        """The asset as it stands now. Raises NotFound."""

    def of_campaign(self, campaign_id: str) -> Sequence[Asset]:
        """All assets of a campaign, by their id."""

    def add(self, asset: Asset, event: Envelope) -> None:
        """Store a new asset, its link, its keyword and the event: all or nothing.

        Raises SlugTaken, and Conflict when another asset has its id or its keyword.
        """

    def change(self, asset: Asset, event: Envelope) -> None:
        """Store the next version of an asset, its keyword and the event. Its slug never changes.

        Raises AssetMoved unless the version before is stored, Conflict when another asset has its keyword.
        """
