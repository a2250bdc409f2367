"""What the features need to know of campaigns."""

from typing import Protocol

from .model import Campaign


class CampaignBook(Protocol):
    def campaign(self, campaign_id: str) -> Campaign:
        """The campaign, at most some seconds old. Raises NotFound."""
