"""What the features need to know of assets."""

from typing import Protocol

from .model import Asset


class AssetBook(Protocol):
    def asset(self, asset_id: str) -> Asset:
        """The asset, at most some seconds old. Raises NotFound."""
