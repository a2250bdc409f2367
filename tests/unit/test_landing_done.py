"""The last step of a landing page, as it is for those who get a code and for those who get none."""

import pytest
from msgspec import UNSET

from tests.fakes.code_pages import PAGES
from tests.fakes.samples import BUFFET, LANDING, SITE
from twofold.assets.show import settings_of
from twofold.campaigns.words.speak import LANGUAGES, ours
from twofold.contracts.payloads.signups import Confirmation, ConfirmedLead, Magnet, OwnDiscount
from twofold.entrypoints.landing.done import done_page
from twofold.entrypoints.landing.scene import Scene

LEAD = ConfirmedLead(lead_id="led_1", status="confirmed", returning=False)
MINE = OwnDiscount(
    code="BUF-1",
    title=BUFFET.offer.title,
    redeem_url=f"{SITE}/c/BUF1",
    qr_url=f"{SITE}/q/BUF1.svg",
    state="issued",
    expires_at="2027-01-01T12:00:00Z",
    last_day="2026-12-31",
)


def page(outcome: Confirmation, locale: str = "en") -> str:
    asset = settings_of(LANDING, BUFFET, locale)
    return done_page(PAGES, Scene(asset=asset, campaign=BUFFET, site=SITE, closed=None), outcome)


def test_the_code_stands_there_with_its_last_day():
    found = page(Confirmation(lead=LEAD, discount=MINE))
    assert 'id="ticket">BUF-1</p>' in found
    assert "Valid until 31 December 2026" in found
    assert 'href="/c/BUF1"' in found


@pytest.mark.parametrize("locale", LANGUAGES)
@pytest.mark.parametrize("why", ["promised", "used_up"])
def test_who_gets_no_code_is_told_why_in_their_language(locale: str, why: str):
    found = page(Confirmation(lead=LEAD, no_code=why), locale)
    assert f'<h1 dir="auto">{ours(locale)["no_code_heading"]}</h1>' in found
    assert ours(locale)[f"no_code_{why}"] in found
    assert "ticket" not in found
    assert "<img" not in found


def test_another_number_is_asked_for_unless_all_is_given_out():
    assert "data-restart" in page(Confirmation(lead=LEAD, no_code="promised"))
    assert "data-restart" not in page(Confirmation(lead=LEAD, no_code="used_up"))


def test_who_gets_no_code_still_gets_what_else_there_is():
    guide = Magnet(title="The spice guide", url=f"{SITE}/m/token")
    outcome = Confirmation(lead=LEAD, no_code="promised", magnet=guide, referral_url=f"{SITE}/r/1")
    found = page(outcome)
    assert "The spice guide" in found
    assert f"{SITE}/r/1" in found
    assert found.count('role="status"') == 1
    assert outcome.discount is UNSET
