"""What a widget or a landing page needs to greet a visitor."""

from dataclasses import dataclass

from msgspec import UNSET

from twofold.campaigns.model import Campaign, Variant
from twofold.campaigns.ports import CampaignBook
from twofold.campaigns.theme import dressed
from twofold.campaigns.words.speak import direction, filled, words
from twofold.contracts.instants import Clock
from twofold.contracts.payloads.assets import AssetSettings, ConsentText, WidgetRules, WidgetVariant

from .model import Asset
from .ports import AssetBook


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowAsset:
    assets: AssetBook
    campaigns: CampaignBook
    clock: Clock

    def __call__(self, asset_id: str, locale: str | None) -> AssetSettings:
        """In the locale that comes nearest to the one wished for.

        Raises NotFound, and Gone while the asset is paused or its campaign does not run.
        """
        asset = self.assets.asset(asset_id)
        campaign = self.campaigns.campaign(asset.campaign_id)
        if closed := asset.closed(campaign, self.clock()):
            raise closed
        return settings_of(asset, campaign, campaign.best_locale(locale))


def settings_of(asset: Asset, campaign: Campaign, locale: str) -> AssetSettings:
    """What a visitor is greeted with, whether they can sign up or not."""
    return AssetSettings(
        asset_id=asset.asset_id,
        kind=asset.kind,
        brand=campaign.brand,
        title=campaign.title(locale),
        locale=locale,
        locales=sorted(campaign.texts),
        direction=direction(locale),
        countries=list(asset.serves(campaign)),
        consent=_consent(campaign, locale),
        texts=words(campaign, locale),
        rules=campaign.rules or WidgetRules(),
        theme=dressed(campaign.theme or {}),
        variants=[_variant(variant, campaign, locale) for variant in campaign.variants],
        apply_url=campaign.apply_url or UNSET,
    )


def _consent(campaign: Campaign, locale: str) -> ConsentText:
    wording = campaign.consents[-1]
    return ConsentText(
        version=wording.version,
        text=wording.said(locale, campaign.locale),
        terms_url=wording.terms_url,
        privacy_url=wording.privacy_url,
    )


def _variant(variant: Variant, campaign: Campaign, locale: str) -> WidgetVariant:
    said = {**variant.texts.get(campaign.locale, {}), **variant.texts.get(locale, {})}
    return WidgetVariant(
        name=variant.name,
        share=variant.share,
        texts={name: filled(text, campaign, locale) for name, text in said.items()},
        theme=dressed(variant.theme),
        rules=variant.rules or UNSET,
    )
