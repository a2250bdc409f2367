"""The campaign, the assets and the people of the stories."""

import json
from dataclasses import replace
from pathlib import Path

import msgspec

from twofold.assets.model import Asset
from twofold.campaigns.model import Campaign
from twofold.contracts.payloads.redemptions import RedemptionRequest
from twofold.contracts.payloads.signups import ConsentGiven, SignupRequest
from twofold.visits.visitor import Visitor

ROOT = Path(__file__).parents[2]
_SEED = json.loads((ROOT / "infra/operate/campaigns/buffet.json").read_text("utf-8"))

BUFFET = msgspec.convert(_SEED["campaign"], Campaign)
ASSETS = {
    a["asset_id"]: msgspec.convert({**a, "campaign_id": BUFFET.campaign_id}, Asset) for a in _SEED["assets"]
}
LANDING = ASSETS["ast_landing"]
WIDGET = ASSETS["ast_widget"]
POSTER = ASSETS["ast_window_poster"]

SPA = replace(BUFFET, campaign_id="spa-10", code_prefix="SPA", brand="Still Water")
SPA_LANDING = replace(LANDING, asset_id="ast_spa", campaign_id="spa-10")

ANNA = "+48601234567"
BEN = "+48602345678"
CARA = "+491711234567"

SITE = "https://twofold.example"
SHOP = "https://saffrongarden.example"
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148"
PASSER_BY = Visitor(address="203.0.113.7", user_agent=PHONE)
CONSENT = ConsentGiven(version="2026-11-1", accepted=True)


def signup(phone: str = ANNA, **fields: object) -> SignupRequest:
    asked = SignupRequest(asset_id=LANDING.asset_id, phone=phone, consent=CONSENT)
    return msgspec.structs.replace(asked, **fields)


def order(order_id: str = "order-1", **fields: object) -> RedemptionRequest:
    asked = RedemptionRequest(order_id=order_id, amount=10_000, currency="PLN")
    return msgspec.structs.replace(asked, **fields)
