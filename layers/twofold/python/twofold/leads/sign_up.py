"""A number left at an asset: the first of the two yeses."""

from dataclasses import dataclass
from datetime import datetime

from twofold.assets.model import Asset
from twofold.assets.ports import AssetBook
from twofold.campaigns.model import Campaign
from twofold.campaigns.ports import CampaignBook
from twofold.contracts.errors import InvalidRequest
from twofold.contracts.ids import DrawId
from twofold.contracts.instants import Clock
from twofold.contracts.payloads.signups import SignupAccepted, SignupRequest
from twofold.contracts.settings import LimitSettings
from twofold.visits.tap import tap_needed
from twofold.visits.visitor import Visitor

from .allowances import text_allowances
from .consent import Evidence
from .model import Challenge
from .phone import LeadIdentity
from .ports import ChallengeBook
from .read_phone import read_phone
from .verification import LIFETIME


@dataclass(frozen=True, slots=True, kw_only=True)
class SignUp:
    assets: AssetBook
    campaigns: CampaignBook
    challenges: ChallengeBook
    identify: LeadIdentity
    limits: LimitSettings
    draw_id: DrawId
    clock: Clock

    def __call__(self, request: SignupRequest, visitor: Visitor) -> SignupAccepted:
        """Open a challenge; the text itself is sent by whoever hears the event.

        The answer, and every step up to it, is the same whatever we know of the number.
        Raises NotFound, Forbidden (origin; `tap_needed`), Gone (asset paused, campaign over), InvalidRequest, TooMany
        (the visitor's network).
        """
        at = self.clock()
        asset = self.assets.asset(request.asset_id)
        campaign = self.campaigns.campaign(asset.campaign_id)
        asset.admit(visitor.origin)
        if closed := asset.closed(campaign, at):
            raise closed
        challenge = self._challenge(request, visitor, asset, campaign, at)
        self.challenges.open(challenge, challenge.asked(at), text_allowances(visitor, self.limits), at)
        return challenge.told()

    def _challenge(
        self, request: SignupRequest, visitor: Visitor, asset: Asset, campaign: Campaign, at: datetime
    ) -> Challenge:
        evidence = _evidence(request, visitor, campaign, at)
        phone = read_phone(request.phone, served=asset.serves(campaign), country=request.country)
        return Challenge(
            challenge_id=self.draw_id(),
            lead_id=self.identify(phone.e164),
            phone=phone,
            origin=asset.origin,
            evidence=evidence,
            expires_at=at + LIFETIME,
            sent_at=at,
            trusted=visitor.trusted(self.limits.trusted_networks),
            attributes=request.attributes,
            tap=_tap(request, asset),
        )


def _tap(request: SignupRequest, asset: Asset) -> str | None:
    """The visit that has to be a genuine tap, where the asset asks for one; the book looks whether it is."""
    if not asset.asks_for_tap:
        return None
    if request.visit_id is None:
        raise tap_needed()
    return request.visit_id


def _evidence(request: SignupRequest, visitor: Visitor, campaign: Campaign, at: datetime) -> Evidence:
    wording = campaign.wording(request.consent.version)
    if wording is None:
        raise InvalidRequest(
            f"This campaign has no consent text of that version; the current one is {campaign.consents[-1].version}.",
            code="consent_version_unknown",
            field="consent.version",
        )
    if not request.consent.accepted:
        raise InvalidRequest(
            "Without consent there is no sign-up.", code="consent_missing", field="consent.accepted"
        )
    locale = campaign.best_locale(request.locale)
    return Evidence(
        address=visitor.address,
        user_agent=visitor.user_agent,
        page_url=request.page_url,
        locale=locale,
        wording_version=wording.version,
        wording=wording.said(locale, campaign.locale),
        ticked_at=at,
        visit_id=request.visit_id,
        utm=request.utm,
        referral=request.referral,
        variant=request.variant,
    )
