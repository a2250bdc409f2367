"""Every reason has its sentence, whether the code was looked up or its redemption refused, in six languages."""

import pytest
from playwright.sync_api import expect

from tests.browser.staff.clerk import Clerk
from tests.browser.staff.till import CODE, FOLDER, a_code
from twofold.campaigns.words.speak import LANGUAGES
from twofold.contracts.reasons import CODES, REASONS, Reason

SENTENCES: dict[Reason, str] = {
    "redeemed": "This code was used already.",
    "expired": "This code has expired.",
    "revoked": "This code was withdrawn.",
    "reserved": "This code is being used in an online order right now.",
    "not_yet_valid": "This code begins to be good later: 1 Dec 2098, 10:00",
    "minimum_not_met": "The basket must be worth at least €20.00.",
    "products_missing": "This code is for products that are not in the basket.",
    "wrong_place": "This code is not for this place.",
    "currency_mismatch": "This code is worth another currency.",
    "lead_already_redeemed": "The customer has used another code of this offer.",
    "campaign_used_up": "This offer is used up.",
}
TERMS = {"minimum": 2000, "currency": "EUR", "starts_at": "2098-12-01T09:00:00Z"}


@pytest.mark.parametrize("reason", REASONS)
def test_a_code_that_is_not_good_is_red_and_says_why(clerk: Clerk, reason: Reason):
    clerk.till.codes[CODE] = a_code(valid=False, reason=reason, terms=TERMS)
    clerk.comes().types()
    expect(clerk.verdict).to_have_text(f"Not good{SENTENCES[reason]}")
    expect(clerk.verdict).to_have_class("bad")
    expect(clerk.page.locator("#basket")).to_have_count(0)
    clerk.press("Another code")
    expect(clerk.page.locator("#code")).to_be_visible()


@pytest.mark.parametrize("reason", REASONS)
def test_a_redemption_that_is_refused_is_red_and_says_why(clerk: Clerk, reason: Reason):
    clerk.till.codes[CODE]["terms"] = TERMS
    status = {"expired": 410, "minimum_not_met": 422, "products_missing": 422, "currency_mismatch": 422}
    clerk.till.refuse("redemptions", status.get(reason, 409), CODES.get(reason, reason))
    clerk.comes().types().redeems()
    expect(clerk.verdict).to_have_text(f"Not redeemed{SENTENCES[reason]}")
    expect(clerk.rows).to_contain_text(["Not redeemed"])
    assert len(clerk.till.posts("/redemptions")) == 1


def test_a_code_that_does_not_exist_is_not_good(clerk: Clerk):
    expect(clerk.comes().types("NOSUCHCODE").verdict).to_contain_text("Not goodThere is no such code.")


def test_a_reason_that_is_not_known_yet_is_told_in_the_server_s_own_words(clerk: Clerk):
    clerk.till.refuse("redemptions", 409, "moon_is_full")
    expect(clerk.comes().types().redeems().verdict).to_have_text("Not redeemedmoon_is_full")


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_is_said_in_every_language(hire, language: str):
    clerk = hire(locale=f"{language}-XX")
    clerk.comes()
    read = "async (name) => (await import(`/src/staff/words/${name}.js`)).default"
    english, own = (clerk.page.evaluate(read, name) for name in ("en", language))
    assert own.keys() == english.keys()
    assert {f"why_{reason}" for reason in REASONS} <= own.keys()
    assert language == "en" or not [name for name in own if own[name] == english[name]]
    assert clerk.page.evaluate("document.documentElement.lang") == f"{language}-XX"
    expect(clerk.page.get_by_role("heading", level=1)).to_have_text(own["title"])


def test_who_reads_none_of_them_reads_english(hire):
    expect(hire(locale="ja-JP").comes().page.get_by_role("heading", level=1)).to_have_text("Redeem codes")
    assert len(list((FOLDER / "browser" / "staff" / "words").iterdir())) == len(LANGUAGES)
