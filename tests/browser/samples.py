"""The sample campaign as its widget gets it."""

import json
from typing import Any

from infra.artefacts import ROOT
from twofold.campaigns.words.en import TEXTS
from twofold.campaigns.words.speak import ours

ASSET = "ast_widget"
NUMBER = "+48 601 234 567"
DIGITS = "481516"
CODE = "BUF-7K2M-9QXW"
FILE = ROOT / "infra" / "operate" / "campaigns" / "buffet.json"


def settings(locale: str = "en") -> dict[str, Any]:
    """Our own texts in that language, over English where we lack it; in others, the campaign's where it has some."""
    campaign = json.loads(FILE.read_text("utf-8"))["campaign"]
    (consent,) = campaign["consents"]
    title = campaign["texts"].get(locale, {}).get("title", campaign["offer"]["title"])
    return {
        "asset_id": ASSET,
        "kind": "widget",
        "brand": campaign["brand"],
        "title": title,
        "locale": locale,
        "locales": ["en", "de", "pl"],
        "direction": "ltr",
        "countries": ["PL", "DE", "AT", "GB", "FR", "US", "VN"],
        "consent": {**consent, "text": consent["text"].get(locale, consent["text"]["en"])},
        "texts": {**TEXTS, **ours(locale), **(campaign["texts"][locale] if locale != "en" else {})},
        "rules": quiet(),
        "theme": {"accent": "#b3261e"},
        "variants": [],
        "apply_url": "/discount/{code}",
    }


def quiet(**rules: Any) -> dict[str, Any]:
    """The teaser alone; nothing opens by itself unless `rules` say so."""
    silent = {
        "teaser": True,
        "popup_after_s": 0,
        "popup_scroll_percent": 0,
        "popup_on_exit": False,
        "popup_on_return": False,
        "quiet_days_after_dismissal": 7,
        "most_popups": 3,
        "most_popups_days": 30,
        "pages": [],
        "not_pages": [],
    }
    return {**silent, **rules}
