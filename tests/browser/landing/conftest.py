"""The landing page as it is deployed, on this machine: functions, their files, and an AWS in this process."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser

from infra.artefacts import ROOT, browser
from tests.browser.landing.guest import Guest
from tests.browser.landing.site import Site
from tests.browser.person import anywhere, plain
from tests.browser.serving import serving
from tests.fakes.aws import FakeAws
from tests.fakes.samples import ASSETS, BUFFET
from tests.fakes.stored import put_asset
from tests.functions.booted import booted
from tests.functions.house import House
from twofold.adapters.dynamodb.campaigns import DynamoCampaignBook
from twofold.campaigns.offer import LeadMagnet, ReferralOffer

__all__ = ["anywhere", "plain"]


@pytest.fixture
def house(server: FakeAws) -> Iterator[House]:
    server.empty()
    with booted(server) as start:
        yield House(start, server)


@pytest.fixture
def site(house: House) -> Iterator[Site]:
    built = browser.bundled(ROOT / "functions" / "serve_pages")
    files = {"/static/landing.js": ("text/javascript; charset=utf-8", built["landing.js"].read_text("utf-8"))}
    site = Site(house, files)
    with serving(site) as site.origin:
        yield site


@pytest.fixture
def generous() -> str:
    """An asset whose campaign gives all there is: a magnet, and a link to bring friends with."""
    magnet = LeadMagnet(title={"en": "The spice guide"}, url="https://brand.example/guide.pdf")
    DynamoCampaignBook().put(
        replace(BUFFET, campaign_id="generous", magnet=magnet, referral=ReferralOffer(), apply_url=None)
    )
    put_asset(
        replace(ASSETS["ast_landing"], asset_id="ast_gift", campaign_id="generous", slug=None, keyword=None)
    )
    return "ast_gift"


@pytest.fixture
def somebody() -> type[Guest]:
    return Guest


@pytest.fixture
def guest(window: Browser, site: Site) -> Iterator[Guest]:
    """With a phone that runs scripts."""
    with Guest.with_a(window, site) as guest:
        yield guest
