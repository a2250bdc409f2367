"""Follows the link of a lead magnet. Opening it changes nothing, so that a preview may look as well."""

from dataclasses import dataclass

from twofold.campaigns.ports import CampaignBook
from twofold.contracts.errors import Gone
from twofold.contracts.instants import Clock

from .ports import Shelf
from .token import MagnetTokens


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenMagnet:
    campaigns: CampaignBook
    tokens: MagnetTokens
    shelf: Shelf
    clock: Clock

    def __call__(self, token: str) -> str:
        """The address to go to. Raises NotFound, and Gone when the link or what it led to is over."""
        claim = self.tokens.read(token, self.clock())
        magnet = self.campaigns.campaign(claim.campaign_id).magnet
        if magnet is not None and magnet.url:
            return magnet.url
        if magnet is None or not magnet.file:
            raise Gone("This campaign hands nothing over any more.", code="magnet_over")
        return self.shelf.address(magnet.file)
