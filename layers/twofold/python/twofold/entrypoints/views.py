"""What the pages' templates are filled in with."""

import json

from twofold.contracts.payloads import AssetSettings, CodeStatus, OfferTerms

_FAULTS = {
    "redeemed": "This code has been used.",
    "expired": "This code has expired.",
    "revoked": "This code was withdrawn.",
}


def landing(asset: AssetSettings) -> dict[str, str]:
    """Fields of `landing.html`; `strings` is what the script says, as JSON."""
    texts = asset.texts
    return {
        "asset_id": asset.asset_id,
        "brand": asset.brand,
        "title": asset.title,
        "locale": asset.locale,
        "country": asset.countries[0],
        "consent_version": asset.consent.version,
        "consent": asset.consent.text,
        "terms_url": asset.consent.terms_url,
        "privacy_url": asset.consent.privacy_url,
        "strings": json.dumps(texts, ensure_ascii=False),
        **{name: texts[name] for name in LANDING_TEXTS},
    }


LANDING_TEXTS = (
    "intro",
    "phone_label",
    "join_button",
    "code_label",
    "code_hint",
    "confirm_button",
    "resend_button",
    "change_number",
    "done_heading",
    "copy_button",
    "show_link",
    "terms_label",
    "privacy_label",
)
"""Texts that a campaign must have for its landing page, in its own locale at least."""


def code(status: CodeStatus) -> dict[str, str]:
    """Fields of `code.html`."""
    expires = f"Valid until {status.expires_at[:10]}." if isinstance(status.expires_at, str) else ""
    reason = status.reason if isinstance(status.reason, str) else ""
    return {
        "brand": status.campaign.brand,
        "title": status.discount.title,
        "worth": _worth(status.discount),
        "code": status.code,
        "state": "good" if status.valid else "over",
        "verdict": "Show this at the till."
        if status.valid
        else _FAULTS.get(reason, "This code is not valid."),
        "expires": expires if status.valid else "",
    }


def _worth(terms: OfferTerms) -> str:
    if terms.kind == "percent":
        return f"−{terms.value} %"
    return f"−{terms.value / 100:.2f} {terms.currency}" if terms.kind == "amount" else "Free"
