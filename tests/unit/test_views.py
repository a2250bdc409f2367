"""What the pages say."""

from pathlib import Path

import pytest

from tests.fakes.samples import BUFFET, ROOT, order
from tests.fakes.world import World
from twofold.contracts.errors import NotFound
from twofold.contracts.payloads import CampaignName, CodeStatus, OfferTerms
from twofold.entrypoints import views
from twofold.entrypoints.pages import SAFE, Pages
from twofold.entrypoints.qr import draw_qr

PAGES = Pages(ROOT / "functions" / "serve_pages")


def status(terms: OfferTerms) -> CodeStatus:
    name = CampaignName(campaign_id="c", brand="Brand")
    return CodeStatus(code="C", state="issued", valid=True, campaign=name, discount=terms)


@pytest.mark.parametrize(
    ("terms", "worth"),
    [
        (OfferTerms(title="", kind="percent", value=20), "−20 %"),
        (OfferTerms(title="", kind="amount", value=1_050, currency="EUR"), "−10.50 EUR"),
        (OfferTerms(title="", kind="item", value=0), "Free"),
    ],
)
def test_what_a_code_is_worth_is_said_shortly(terms: OfferTerms, worth: str):
    assert views.code(status(terms))["worth"] == worth


def test_a_code_that_never_expires_says_no_date():
    assert views.code(status(OfferTerms(title="", kind="item", value=0)))["expires"] == ""


@pytest.mark.parametrize(
    ("fate", "verdict"),
    [("redeemed", "has been used"), ("revoked", "was withdrawn"), ("expired", "has expired")],
)
def test_a_code_that_is_over_says_why(world: World, fate: str, verdict: str):
    code = world.code()
    if fate == "redeemed":
        world.codes.redeem(code, order())
    if fate == "revoked":
        world.books.upkeep.revoke(code)
    if fate == "expired":
        world.clock.forward(days=31)
    view = views.code(world.codes.check(code))
    assert verdict in view["verdict"]
    assert (view["state"], view["expires"]) == ("over", "")
    assert verdict in PAGES.fill("code.html", view)


def test_the_sample_campaign_has_every_text_of_the_landing_page():
    assert set(views.LANDING_TEXTS) <= set(BUFFET.texts[BUFFET.locale])


def test_a_field_that_is_missing_is_not_left_blank():
    with pytest.raises(KeyError):
        PAGES.fill("code.html", {"brand": "x"})


def test_values_are_escaped_once_and_filled_in_once():
    fields = views.code(status(OfferTerms(title="$code <b>&\"'", kind="item", value=0)))
    page = PAGES.fill("code.html", fields)
    assert "$code &lt;b&gt;&amp;&quot;&#x27;" in page


@pytest.mark.parametrize("name", ["../handler.py", "..", "", "landing.html", "/etc/passwd"])
def test_only_static_files_are_served(name: str):
    with pytest.raises(NotFound):
        PAGES.file(name)


def test_every_static_file_has_its_kind():
    kinds = {
        path.name: PAGES.file(path.name)[0] for path in Path(ROOT / "functions/serve_pages/static").iterdir()
    }
    assert kinds
    assert set(kinds.values()) <= {"text/css", "text/javascript", "application/javascript"}


def test_pages_are_not_framed_and_run_nothing_inline():
    policy = SAFE["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in policy
    assert "unsafe-inline" not in policy
    assert SAFE["X-Content-Type-Options"] == "nosniff"


def test_a_qr_code_is_a_drawing_of_its_text_alone():
    one, other = draw_qr("https://twofold.example/j/a"), draw_qr("https://twofold.example/j/b")
    assert one == draw_qr("https://twofold.example/j/a")
    assert one != other
    assert "<script" not in draw_qr("<script>alert(1)</script>")
