"""Adds the campaign's lead magnet to the answer of a confirmation. Nothing is read that was not at hand."""

from dataclasses import dataclass
from datetime import timedelta

import msgspec

from twofold.campaigns.model import Campaign
from twofold.campaigns.ports import CampaignBook
from twofold.contracts.payloads.signups import Confirmation, Magnet
from twofold.contracts.routes.signups import MAGNET

from ..model import Challenge
from .token import Claim, MagnetTokens


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver:
    """`site` is our address, without a trailing slash."""

    campaigns: CampaignBook
    tokens: MagnetTokens
    site: str

    def __call__(self, outcome: Confirmation, challenge: Challenge) -> Confirmation:
        """The answer with the link; as it was, where the campaign hands nothing over.

        Who confirms again gets the same link again: its days count from when the box was ticked.
        """
        campaign = self.campaigns.campaign(challenge.origin.campaign_id)
        magnet, ticked_at = campaign.magnet, challenge.evidence.ticked_at
        if magnet is None:
            return outcome
        until = ticked_at + timedelta(days=magnet.days)
        claim = Claim(lead_id=challenge.lead_id, campaign_id=campaign.campaign_id, until=until)
        url = MAGNET.at(self.site, token=self.tokens.write(claim))
        title = _title(campaign, challenge.evidence.locale)
        return msgspec.structs.replace(outcome, magnet=Magnet(title=title, url=url))


def _title(campaign: Campaign, locale: str) -> str:
    """The nearest that there is; the offer's own where the magnet has none."""
    titles = campaign.magnet.title if campaign.magnet else {}
    nearest = (locale, locale.replace("_", "-").split("-")[0], campaign.locale)
    return next((titles[at] for at in nearest if titles.get(at)), campaign.title(campaign.locale))
