"""For everybody: axe finds nothing at any step, by day and night, from right to left, in whatever colours."""

from dataclasses import replace

import pytest

from infra.artefacts import ROOT
from tests.browser.chromium import SIZES
from tests.browser.landing.guest import Guest
from tests.fakes.samples import ASSETS, BUFFET
from tests.fakes.stored import put_asset
from twofold.adapters.dynamodb.campaigns import DynamoCampaignBook
from twofold.campaigns.offer import LeadMagnet, ReferralOffer

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")
ACCENTS = {"deep": "#b3261e", "pale": "#f5c542", "middling": "#767676"}


def faults(guest: Guest) -> list[str]:
    guest.page.evaluate(AXE)
    broken: list[str]
    broken, passed = guest.page.evaluate(
        "axe.run().then(({ violations, passes }) => [violations.flatMap(({ id, nodes }) => "
        "nodes.map(({ target, failureSummary }) => `${id} ${target} ${failureSummary}`)), passes.length])"
    )
    assert passed > 5, "axe looked at nothing"
    return broken


@pytest.fixture
def colourful() -> str:
    """Assets of campaigns that differ by their accents, and give all there is; one reads from right to left."""
    consent = replace(BUFFET.consents[-1], text={**BUFFET.consents[-1].text, "ar": "أوافق على الرسائل"})
    magnet = LeadMagnet(title={"en": "Guide"}, url="https://brand.example/g.pdf")
    for name, accent in ACCENTS.items():
        campaign = replace(
            BUFFET,
            campaign_id=name,
            theme={"accent": accent},
            consents=(consent,),
            texts={**BUFFET.texts, "ar": {"title": "خصم"}},
            magnet=magnet,
            referral=ReferralOffer(),
        )
        DynamoCampaignBook().put(campaign)
        put_asset(
            replace(ASSETS["ast_landing"], asset_id=f"ast_{name}", campaign_id=name, slug=None, keyword=None)
        )
    return "ast_{}"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("accent", sorted(ACCENTS))
def test_axe_finds_nothing_at_any_step(window, site, colourful, accent: str, scheme: str):
    size = "phone" if scheme == "light" else "desktop"
    with Guest.with_a(window, site, **SIZES[size], color_scheme=scheme, bypass_csp=True) as guest:
        guest.comes(asset_id=colourful.format(accent), query="?locale=ar" if accent == "pale" else "")
        assert faults(guest) == []
        guest.leaves("12 34").page.locator("#fault").wait_for()
        assert faults(guest) == []
        guest.leaves().waits()
        assert faults(guest) == []
        guest.page.locator("#code").fill("000000")
        guest.page.locator("#fault").wait_for()
        assert faults(guest) == []
        guest.page.locator("#code").fill(guest.digits)
        guest.ends()
        assert faults(guest) == []


def test_axe_finds_nothing_on_a_closed_page_and_on_a_code_s_own(window, site):
    put_asset(replace(ASSETS["ast_landing"], asset_id="ast_shut", paused=True, slug=None, keyword=None))
    code = site.house.code()
    with Guest.with_a(window, site, bypass_csp=True) as guest:
        for path in ("/j/ast_shut", f"/c/{code}", "/c/NEVER", "/m/never"):
            guest.page.goto(site.origin + path)
            assert faults(guest) == [], path


def test_what_is_read_from_right_to_left_keeps_numbers_from_left_to_right(window, site, colourful):
    with Guest.with_a(window, site) as guest:
        guest.comes(asset_id=colourful.format("deep"), query="?locale=ar")
        page = guest.page
        assert page.evaluate("getComputedStyle(document.body).direction") == "rtl"
        assert page.evaluate("getComputedStyle(document.querySelector('#phone')).direction") == "ltr"
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
