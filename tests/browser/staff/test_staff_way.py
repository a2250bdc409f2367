"""From the device's link to a redeemed code and back, with a server that answers."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser.staff.clerk import Clerk
from tests.browser.staff.conftest import Hire
from tests.browser.staff.till import CODE, KEY, a_code
from twofold.contracts.currencies import IN_USE, decimals

MINOR = "async (asked) => (await import('/src/staff/money.js')).minor(...asked)"
DIGITS = """async (asked) => {
  const { currencies, decimals, shown } = await import('/src/staff/money.js');
  const written = (one) => shown(10 ** decimals(one), one, 'en').replace(/[^0-9.]/g, '');
  return [currencies(), Object.fromEntries(asked.map((one) => [one, [decimals(one), written(one)]]))];
}"""
KNOWN_TO_BROWSERS = "Intl.supportedValuesOf('currency')"


def test_the_key_leaves_the_address_at_once_and_the_device_says_who_it_is(clerk: Clerk):
    clerk.comes()
    expect(clerk.page.locator("#device")).to_have_text("Vienna, Ring 4Till 2")
    assert clerk.page.url == f"{clerk.till.origin}/staff"
    clerk.page.reload()
    expect(clerk.page.locator("#code")).to_be_visible()
    assert not clerk.complaints


def test_without_a_key_the_page_explains_itself_and_asks_nobody(clerk: Clerk):
    clerk.comes(None)
    expect(clerk.page.get_by_role("heading", name="This device is not set up yet")).to_be_focused()
    assert not clerk.till.seen


def test_a_code_is_typed_checked_redeemed_and_taken_back(clerk: Clerk):
    clerk.comes().types(" buf-7k2m 9qxw4 ")
    expect(clerk.verdict).to_contain_text("Good")
    expect(clerk.page.locator(".worth")).to_have_text("−\u2060€12.00")
    clerk.fills("48,50")
    expect(clerk.page.locator(".press")).to_have_text("Redeem −\u2060€12.00")
    clerk.press("Redeem")
    expect(clerk.verdict).to_have_text("Redeemed · −\u2060€12.00")
    (asked,) = clerk.till.posts("/redemptions")
    body = json.loads(asked.body)
    assert body | {"order_id": ""} == {"order_id": "", "amount": 4850, "currency": "EUR"}
    assert body["order_id"].startswith("till-Till-2-")
    assert asked.headers["idempotency-key"] == body["order_id"]
    clerk.press("Undo")
    expect(clerk.verdict).to_contain_text("Taken back")
    assert clerk.till.undone == [f"{CODE}.2"]
    expect(clerk.rows).to_have_text([f"{CODE}Taken back" + clerk.rows.locator("time").inner_text()])
    clerk.press("Next code")
    expect(clerk.types().verdict).to_contain_text("Good")
    assert not clerk.complaints


def test_a_scan_has_an_order_of_its_own(clerk: Clerk):
    clerk.till.codes["TWICE"] = a_code("TWICE")
    clerk.comes()
    for code in (CODE, "TWICE"):
        clerk.types(code).redeems()
        expect(clerk.verdict).to_contain_text("Redeemed")
        clerk.press("Next code")
    assert len({receipt["order_id"] for receipt in clerk.till.spent.values()}) == 2


@pytest.mark.parametrize(
    "typed",
    [f"https://site.example/c/{CODE}?utm=x", f"HTTPS://SITE.EXAMPLE/C/{CODE}", f"site.example/c/{CODE}/"],
)
def test_the_address_of_a_code_s_page_counts_as_the_code(clerk: Clerk, typed: str):
    expect(clerk.comes().types(typed).verdict).to_contain_text("Good")


def test_a_code_of_one_character_is_a_code(clerk: Clerk):
    clerk.till.codes["X"] = a_code("X")
    expect(clerk.comes().types("x").verdict).to_contain_text("Good")


@pytest.mark.parametrize("typed", ["", "-", "https://elsewhere.example/menu", "<b>"])
def test_what_is_no_code_is_said_to_be_none_and_asked_of_nobody(clerk: Clerk, typed: str):
    clerk.comes().types(typed)
    expect(clerk.page.get_by_role("alert")).to_have_text("That is not a discount code.")
    expect(clerk.page.locator("#code")).to_be_focused()
    assert not [asked for asked in clerk.till.seen if "/codes/" in asked.path]


def test_undo_counts_down_and_ends_with_its_minutes(clerk: Clerk):
    clerk.till.device["undo_s"] = 3
    clerk.comes().types().redeems()
    undo = clerk.page.locator("#view").get_by_role("button", name="Undo")
    expect(undo).to_have_text("Undo (0:02)")
    expect(undo).to_be_hidden()


def test_nothing_is_offered_to_be_taken_back_before_the_device_was_told_for_how_long(clerk: Clerk):
    clerk.till.refuse("device", 503, "unavailable")
    undo = clerk.comes().types().redeems().page.locator("#view").get_by_role("button", name="Undo")
    expect(clerk.verdict).to_contain_text("Redeemed")
    expect(undo).to_be_hidden()
    clerk.till.refusals.clear()
    expect(undo).to_be_visible()
    expect(clerk.page.locator("#device")).to_have_text("Vienna, Ring 4Till 2")


def test_what_comes_too_late_to_be_undone_stays_redeemed_and_says_why(clerk: Clerk):
    clerk.till.refuse("rollback", 409, "undo_too_late")
    clerk.comes().types().redeems()
    clerk.press("Undo")
    expect(clerk.verdict).to_contain_text("It could not be taken back: It is too late to undo it here.")
    expect(clerk.verdict).to_contain_text("Redeemed")


def test_a_redemption_can_be_taken_back_from_the_list_after_the_page_was_loaded_anew(clerk: Clerk):
    clerk.comes().types().redeems()
    expect(clerk.verdict).to_contain_text("Redeemed")
    clerk.page.reload()
    clerk.rows.get_by_role("button").click()
    clerk.press("Undo")
    expect(clerk.verdict).to_contain_text("Taken back")


def test_a_basket_of_many_writings_is_the_same_sum(clerk: Clerk):
    clerk.comes()
    sums = {"48": 4800, "48,5": 4850, "1.234": 123400, "1 234,50": 123450, "1,234.5": 123450, "0,05": 5}
    for typed, minor in {**sums, "": None, "12.345.6": None, "-3": None, "1e3": None, "1.23.4": None}.items():
        assert clerk.page.evaluate(MINOR, [typed, "EUR"]) == minor, typed
    for typed, minor in {"1500": 1500, "1,500": 1500, "15.5": None}.items():
        assert clerk.page.evaluate(MINOR, [typed, "JPY"]) == minor, typed
    for currency, minor in {"HUF": 2_500_000, "IDR": 2_500_000, "IQD": 25_000_000, "KWD": 25_000}.items():
        assert clerk.page.evaluate(MINOR, ["25.000", currency]) == minor, currency


def test_the_page_counts_every_currency_in_the_server_s_minor_units(clerk: Clerk):
    clerk.comes()
    known = {*IN_USE, *clerk.page.evaluate(KNOWN_TO_BROWSERS)}
    offered, digits = clerk.page.evaluate(DIGITS, sorted(known))
    assert offered == list(IN_USE)
    one_unit = {one: f"1.{'0' * decimals(one)}".rstrip(".") for one in known}
    assert digits == {one: [decimals(one), one_unit[one]] for one in known}


def test_a_basket_that_nobody_can_read_is_asked_for_again(clerk: Clerk):
    clerk.comes().types().redeems("many")
    expect(clerk.page.locator("#basket-fault")).to_have_text("Type the value, such as 24.90.")
    expect(clerk.page.locator("#basket")).to_be_focused()
    assert not clerk.till.posts("/redemptions")


def test_the_currency_is_the_code_s_else_the_one_of_last_time_else_where_the_device_is(clerk: Clerk):
    percent = {"title": "20 % off", "kind": "percent", "value": 20}
    for code in ("FIRST", "SECOND"):
        clerk.till.codes[code] = a_code(code, discount=percent)
    clerk.comes().types("FIRST").fills("100")
    currency = clerk.page.locator("#currency")
    expect(currency).to_have_value("EUR")
    currency.select_option("VND")
    expect(clerk.page.locator(".press")).to_have_text("Redeem −\u2060₫20")
    clerk.press("Redeem")
    clerk.press("Next code")
    clerk.types("SECOND")
    expect(currency).to_have_value("VND")
    assert currency.locator("option").all_inner_texts()[:4] == ["Choose", "VND", "EUR", "AED"]
    assert "HRK" not in currency.inner_text()
    assert clerk.till.spent["FIRST"]["amount"] == 100


@pytest.mark.parametrize(
    ("zone", "language", "likely"),
    [
        ("Asia/Ho_Chi_Minh", "en-US", "VND"),
        ("Etc/UTC", "pl", "PLN"),
        ("Etc/UTC", "de-CH", "CHF"),
        ("Etc/UTC", "en", ""),
    ],
)
def test_a_device_s_clock_says_its_money_before_its_language_does(
    hire: Hire, zone: str, language: str, likely: str
):
    clerk = hire(timezone_id=zone, locale=language)
    clerk.till.codes[CODE]["discount"] = {"title": "20 % off", "kind": "percent", "value": 20}
    clerk.comes().page.locator("#code").fill(CODE)
    clerk.page.locator("form.typed button").click()
    expect(clerk.page.locator("#currency")).to_have_value(likely)


def test_where_nothing_tells_the_currency_it_is_asked_for(hire: Hire):
    clerk = hire(timezone_id="Etc/UTC", locale="en")
    clerk.till.codes[CODE]["discount"] = {"title": "20 % off", "kind": "percent", "value": 20}
    clerk.comes().types().redeems("100")
    expect(clerk.page.locator("#currency-fault")).to_have_text("Choose one.")
    assert not clerk.till.posts("/redemptions")


def test_a_basket_that_is_too_small_is_promised_nothing_and_not_sent(clerk: Clerk):
    clerk.till.codes[CODE]["terms"] = {"minimum": 4000, "currency": "EUR"}
    clerk.comes().types().fills("39,99")
    expect(clerk.page.locator(".press")).to_have_text("Redeem")
    expect(clerk.verdict).to_have_text("Not goodThe basket must be worth at least €40.00.")
    clerk.press("Redeem")
    expect(clerk.page.locator("#basket-fault")).to_have_text("The basket must be worth at least €40.00.")
    assert not clerk.till.posts("/redemptions")
    clerk.fills("40")
    expect(clerk.verdict).to_contain_text("Good12 € off")
    clerk.press("Redeem −")
    expect(clerk.verdict).to_contain_text("Redeemed")


def test_a_refused_basket_is_changed_without_a_new_scan(clerk: Clerk):
    clerk.till.refuse("redemptions", 422, "products_missing")
    clerk.comes().types().redeems("48.50")
    expect(clerk.verdict).to_contain_text("Not redeemed")
    clerk.till.refusals.clear()
    clerk.press("Change the value")
    expect(clerk.page.locator("#basket")).to_have_value("48.5")
    clerk.redeems("58.50")
    expect(clerk.verdict).to_contain_text("Redeemed")
    expect(clerk.page.locator("#view").get_by_role("button", name="Change the value")).to_be_hidden()
    assert clerk.till.spent[CODE]["amount"] == 5850


def test_what_is_refused_for_more_than_its_basket_offers_no_other_value(clerk: Clerk):
    clerk.till.refuse("redemptions", 409, "code_already_redeemed")
    clerk.comes().types().redeems()
    expect(clerk.verdict).to_contain_text("Not redeemed")
    expect(clerk.page.locator("#view").get_by_role("button", name="Change the value")).to_be_hidden()


def test_places_have_their_names_and_the_end_is_a_day(hire: Hire):
    clerk = hire(timezone_id="America/Los_Angeles")
    places = {"places": ["vienna-1", "graz:2"], "place_names": {"vienna-1": "Vienna, Ring 4"}}
    clerk.till.codes[CODE] |= {"terms": places, "last_day": "2099-12-21"}
    clerk.comes().types()
    expect(clerk.page.locator(".terms li")).to_have_text(
        ["Only at Vienna, Ring 4, graz:2", "Until 21 Dec 2099"]
    )


def test_a_code_for_products_asks_which_one_and_sends_it_as_a_line(clerk: Clerk):
    clerk.till.codes["MEAL"] = a_code(
        "MEAL", terms={"products": ["dinner", "lunch"], "minimum": 2000, "currency": "EUR"}
    )
    clerk.comes().types("MEAL")
    expect(clerk.page.locator(".terms li")).to_have_text(
        ["Basket of at least €20.00", "Only for dinner, lunch", "Until 22 Dec 2099, 10:00"]
    )
    clerk.redeems("48.50")
    expect(clerk.page.locator("#product-fault")).to_have_text("Choose one.")
    clerk.page.locator("#product").select_option("lunch")
    clerk.page.locator("#price").fill("19")
    clerk.press("Redeem")
    expect(clerk.verdict).to_contain_text("Redeemed")
    (asked,) = clerk.till.posts("/redemptions")
    assert json.loads(asked.body)["lines"] == [{"product_id": "lunch", "amount": 1900}]


def test_a_forgotten_device_keeps_nothing(clerk: Clerk):
    clerk.comes().types().redeems()
    expect(clerk.verdict).to_contain_text("Redeemed")
    clerk.page.get_by_role("button", name="Forget this device").click()
    assert KEY in clerk.kept()
    clerk.page.get_by_role("button", name="Really forget it").click()
    expect(clerk.page.get_by_role("heading", name="This device is not set up yet")).to_be_visible()
    assert clerk.kept() == "{}"
    expect(clerk.rows).to_have_count(0)
    clerk.page.reload()
    expect(clerk.page.get_by_role("heading", name="This device is not set up yet")).to_be_visible()


def test_only_the_last_twenty_are_listed(clerk: Clerk):
    clerk.comes()
    old = [
        {"order": f"o{n}", "code": f"OLD{n}", "at": 1_700_000_000_000, "state": "undone"} for n in range(20)
    ]
    clerk.page.evaluate("list => localStorage.setItem('twofold staff list', JSON.stringify(list))", old)
    clerk.page.reload()
    clerk.types().redeems()
    expect(clerk.verdict).to_contain_text("Redeemed")
    expect(clerk.rows).to_have_count(20)
    expect(clerk.rows.last).to_contain_text("OLD18")
