"""From a tap or a number left to a lead: taps of signs, sign-up and confirmation by scripts and by forms, magnets."""

import secrets
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from twofold.adapters.dynamodb.campaigns import DynamoAssetBook, DynamoCampaignBook
from twofold.adapters.dynamodb.challenges import DynamoChallengeBook
from twofold.adapters.dynamodb.leads import DynamoLeadBook
from twofold.adapters.dynamodb.limits import DynamoCounter
from twofold.adapters.secrets import derive_key
from twofold.contracts.instants import now
from twofold.contracts.settings import LimitSettings, SecretSettings
from twofold.entrypoints.landing.desk import LandingDesk
from twofold.entrypoints.landing.scene import Scenes
from twofold.entrypoints.pages import Pages
from twofold.leads.admit import AdmitLead
from twofold.leads.confirm import ConfirmSignup
from twofold.leads.find_challenge import FindChallenge
from twofold.leads.magnet.hand_over import HandOver
from twofold.leads.magnet.token import MagnetTokens
from twofold.leads.phone import LeadIdentity
from twofold.leads.referral_link import ReferralLinks
from twofold.leads.resend import Resend
from twofold.leads.sign_up import SignUp
from twofold.leads.verification import VerificationKey
from twofold.leads.welcome import Greeting
from twofold.visits.click import Click

from .code_draw import code_draw
from .doors import edge
from .shared import database, site

if TYPE_CHECKING:
    from .rare_visits import Rare

__all__ = [
    "confirm_signup",
    "edge",
    "follow_tap",
    "landing_desk",
    "open_magnet",
    "resend",
    "sign_up",
    "site",
]

_root = SecretSettings.from_env().need("root")
_limits = LimitSettings.from_env()
_challenges = DynamoChallengeBook(database())
_assets = DynamoAssetBook()
_campaigns = DynamoCampaignBook()
_magnets = MagnetTokens(derive_key(_root, "magnet"))


def sign_up() -> SignUp:
    return SignUp(
        assets=_assets,
        campaigns=_campaigns,
        challenges=_challenges,
        identify=LeadIdentity(derive_key(_root, "lead-id")),
        limits=_limits,
        draw_id=lambda: secrets.token_urlsafe(18),
        clock=now,
    )


def resend() -> Resend:
    return Resend(assets=_assets, challenges=_challenges, limits=_limits, clock=now)


def confirm_signup() -> ConfirmSignup:
    return ConfirmSignup(
        assets=_assets,
        challenges=_challenges,
        guesses=DynamoCounter(),
        guesses_day=_limits.guesses_day,
        key=VerificationKey(derive_key(_root, "verification")),
        admit=AdmitLead(
            campaigns=_campaigns,
            leads=DynamoLeadBook(database()),
            draw_code=code_draw(),
            greeting=Greeting(site=site().url, links=ReferralLinks(derive_key(_root, "referral"))),
        ),
        hand_over=HandOver(campaigns=_campaigns, tokens=_magnets, site=site().url),
        clock=now,
    )


def landing_desk(pages: Pages) -> LandingDesk:
    return LandingDesk(
        pages=pages,
        scenes=Scenes(assets=_assets, campaigns=_campaigns, site=site().url, clock=now),
        find=FindChallenge(challenges=_challenges, clock=now),
        sign_up=sign_up(),
        resend=resend(),
        confirm=confirm_signup(),
        clock=now,
    )


def open_magnet() -> Callable[[str], str]:
    """Magnets and signs are rare beside sign-ups: what they need is loaded for the first of them."""
    return lambda token: _rare().open_magnet(token)


def follow_tap() -> Callable[[str, Click], str]:
    return lambda slug, click: _rare().follow_tap(slug, click)


@cache
def _rare() -> "Rare":
    from .rare_visits import Rare

    return Rare.of(_root, _magnets, assets=_assets, campaigns=_campaigns, most=_limits.visits_10min)
