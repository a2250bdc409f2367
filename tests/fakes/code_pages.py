"""How a code stands, and the page that says so, without a store."""

from dataclasses import replace
from typing import Any

import msgspec

from tests.fakes.samples import BUFFET, ROOT
from twofold.campaigns.words.speak import words
from twofold.contracts.instants import from_text, last_day
from twofold.contracts.payloads.codes import CampaignName, CodeStatus, OfferTerms
from twofold.entrypoints.code_page import code_page
from twofold.entrypoints.code_scene import CodeScene
from twofold.entrypoints.pages import Pages

PAGES = Pages(ROOT / "functions" / "serve_pages")
CODE = "BUFK7M2XQ9PTR"
TWENTY = OfferTerms(title=BUFFET.offer.title, kind="percent", value=20)


def status(discount: OfferTerms = TWENTY, /, **fields: Any) -> CodeStatus:
    """A code that is good, but for what `fields` say; one with an end has its last day."""
    if "expires_at" in fields:
        fields = {"last_day": last_day(from_text(fields["expires_at"])), **fields}
    name = CampaignName(campaign_id=BUFFET.campaign_id, brand=BUFFET.brand)
    told = CodeStatus(code=CODE, state="issued", valid=True, campaign=name, discount=discount)
    return msgspec.structs.replace(told, **fields)


def bad(reason: str, state: str | None = None, **fields: Any) -> CodeStatus:
    """A code that is not good, for this reason."""
    return status(state=state or reason, valid=False, reason=reason, **fields)


def scene(told: CodeStatus, wished: str | None = "en", **changes: Any) -> CodeScene:
    """Of the sample campaign, with these changes."""
    campaign = replace(BUFFET, **changes)
    locale = campaign.best_locale(wished)
    return CodeScene(status=told, campaign=campaign, locale=locale, say=words(campaign, locale))


def page(told: CodeStatus, wished: str | None = "en", **changes: Any) -> str:
    return code_page(PAGES, scene(told, wished, **changes))
