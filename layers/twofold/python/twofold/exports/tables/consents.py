"""Consents: who agreed to what, when, where, word for word; of those that were erased, that they were."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from twofold.contracts.instants import from_text
from twofold.exports.columns import Row, columns
from twofold.leads.kept_consent import KeptConsent

COLUMNS = columns(
    "lead_id seq:integer action at:instant scopes:list campaign_id asset_id place method locale wording_version wording"
    " ticked_at:instant page_url address user_agent visit_id referral variant utm:object challenge_id previous digest"
    " commitment"
)
_BEFORE = ("campaign_id", "asset_id", "place", "method", "locale", "wording_version", "wording")
_AFTER = ("page_url", "address", "user_agent", "visit_id", "referral", "variant")


def about(link: KeptConsent) -> tuple[datetime | None, str | None]:
    return link.at, (link.content or {}).get("campaign_id")


def row(link: KeptConsent) -> Row | None:
    said: Mapping[str, Any] = link.content or {}
    ticked = said.get("ticked_at")
    return (
        link.lead_id,
        link.seq,
        link.action,
        link.at,
        link.scopes,
        *(said.get(name) for name in _BEFORE),
        from_text(ticked) if ticked else None,
        *(said.get(name) for name in _AFTER),
        said.get("utm", {}),
        said.get("challenge_id"),
        link.previous,
        link.digest,
        link.commitment,
    )
