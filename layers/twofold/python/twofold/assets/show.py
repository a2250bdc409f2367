"""What a widget or a landing page needs to greet a visitor."""

from dataclasses import dataclass

from twofold.campaigns.model import Campaign
from twofold.campaigns.ports import CampaignBook
from twofold.contracts.payloads import AssetSettings, ConsentText

from .model import Asset
from .ports import AssetBook


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowAsset:
    assets: AssetBook
    campaigns: CampaignBook

    def __call__(self, asset_id: str, locale: str | None) -> AssetSettings:
        """In the locale that comes nearest to the one wished for. Raises NotFound."""
        asset = self.assets.asset(asset_id)
        campaign = self.campaigns.campaign(asset.campaign_id)
        return _settings(asset, campaign, campaign.best_locale(locale))


def _settings(asset: Asset, campaign: Campaign, locale: str) -> AssetSettings:
    wording = campaign.consents[-1]
    texts = {**campaign.texts[campaign.locale], **campaign.texts[locale]}
    return AssetSettings(
        asset_id=asset.asset_id,
        kind=asset.kind,
        brand=campaign.brand,
        title=campaign.title(locale),
        locale=locale,
        countries=list(asset.serves(campaign)),
        consent=ConsentText(
            version=wording.version,
            text=wording.said(locale, campaign.locale),
            terms_url=wording.terms_url,
            privacy_url=wording.privacy_url,
        ),
        texts=texts,
        rules=dict(campaign.rules or {}),
        theme=dict(campaign.theme or {}),
    )
