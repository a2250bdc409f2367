"""The whole way from a number to a discount code, with forms and pages alone."""

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

import pytest

from tests.fakes import sample_events
from tests.fakes.samples import ANNA, ASSETS, BUFFET, SITE
from tests.fakes.stored import put_asset
from tests.fakes.tables import SETTINGS
from tests.functions.house import Answered, House
from twofold.adapters.dynamodb.campaigns import DynamoCampaignBook
from twofold.adapters.dynamodb.challenge_items import to_item
from twofold.adapters.dynamodb.challenges import DynamoChallengeBook
from twofold.adapters.dynamodb.connection import connect
from twofold.campaigns.offer import Offer, ReferralOffer
from twofold.campaigns.words.speak import ours
from twofold.contracts.instants import now

GOOD = {
    "phone": "601 234 567",
    "country": "PL",
    "consent": "on",
    "consent_version": "2026-11-1",
    "locale": "en",
}
EN = ours("en")


def post(house: House, sample: str, form: dict[str, str], **more) -> Answered:
    event = sample_events.http(sample, body=urlencode(form), **more)
    event["isBase64Encoded"] = False
    return house.ask("register_leads", event)


def leave(house: House, /, *without: str, **changes: str) -> Answered:
    """The number's form, with these fields changed or left out."""
    form = {name: value for name, value in (GOOD | changes).items() if name not in without}
    return post(house, "landing_join", form)


def joined(house: House, **changes: str) -> str:
    told = leave(house, **changes)
    assert told.status == 303, told.text
    return told.headers["location"].rpartition("/")[2]


def digits(house: House) -> str:
    house.send("signup.requested.v1")
    return house.text()[:6]


def look(house: House, challenge_id: str, **more) -> Answered:
    return house.ask("register_leads", sample_events.http("landing_code", challenge_id=challenge_id, **more))


def answer(house: House, challenge_id: str, **form: str) -> Answered:
    return post(house, "landing_confirm", {"locale": "en", **form}, challenge_id=challenge_id)


def fault(told: Answered) -> str:
    found = re.search(r'<p id="fault" class="fault" role="alert">([^<]*)</p>', told.text)
    assert found, told.text
    return found[1]


def tag(told: Answered, field: str) -> str:
    found = re.search(rf'<\w+ id="{field}"[^>]*>', told.text)
    assert found, told.text
    return found[0]


def test_a_number_left_leads_on_to_where_the_code_is_typed(house: House):
    told = leave(house)
    assert told.status == 303
    assert re.fullmatch(r"/j/ast_landing/[\w-]{20,}", told.headers["location"])
    assert told.headers["cache-control"] == "no-store"
    assert [row["type"] for row in house.ledger()] == ["signup.requested.v1"]


def test_the_code_s_page_is_nobody_else_s(house: House):
    told = look(house, joined(house))
    assert (told.status, told.headers["cache-control"]) == (200, "no-store")
    assert told.headers["referrer-policy"] == "no-referrer"
    assert told.headers["x-robots-tag"] == "noindex"
    assert '<meta name="robots" content="noindex">' in told.text
    assert 'autocomplete="one-time-code"' in tag(told, "code")
    assert "601" not in told.text


def test_the_right_digits_show_the_discount_code_and_its_qr(house: House):
    challenge_id = joined(house)
    told = answer(house, challenge_id, code=digits(house))
    assert (told.status, told.headers["cache-control"]) == (200, "no-store")
    code = house.lead().codes[0].rpartition("#")[2]
    assert f">{code}</p>" in told.text
    assert f'src="/q/{code}.svg"' in told.text
    assert f'href="/c/{code}"' in told.text
    assert EN["done_heading"] in told.text
    assert f"{EN['valid_until']} " in told.text


def test_whoever_gets_a_link_for_friends_reads_what_it_earns(house: House):
    lassi = Offer(title="A mango lassi", kind="item", value=0)
    DynamoCampaignBook().put(replace(BUFFET, campaign_id="friendly", referral=ReferralOffer(offer=lassi)))
    put_asset(
        replace(
            ASSETS["ast_landing"], asset_id="ast_friendly", campaign_id="friendly", slug=None, keyword=None
        )
    )
    left = post(house, "landing_join", GOOD, asset_id="ast_friendly").headers["location"]
    where = {"challenge_id": left.rpartition("/")[2], "asset_id": "ast_friendly"}
    told = post(house, "landing_confirm", {"locale": "en", "code": digits(house)}, **where)
    assert f"{EN['share_intro'].removesuffix('{reward}')}A mango lassi</p>" in told.text


def test_the_right_digits_again_show_the_same_code_again(house: House):
    challenge_id = joined(house)
    code = digits(house)
    assert answer(house, challenge_id, code=code).text == answer(house, challenge_id, code=code).text


def test_the_whole_way_speaks_the_language_of_the_page_that_it_began_on(house: House):
    challenge_id = joined(house, locale="pl")
    told = look(house, challenge_id, headers={"accept-language": "fr"})
    assert '<html lang="pl"' in told.text
    told = answer(house, challenge_id, code=digits(house), locale="pl")
    assert BUFFET.title("pl") in told.text


def test_what_brought_the_visitor_goes_with_the_sign_up(house: House):
    query = {"tf_visit": "vst_abc", "tf_ref": "R23456789ABC", "utm_source": "window", "other": "x"}
    told = post(house, "landing_join", GOOD, query=query)
    challenge = DynamoChallengeBook(connect(SETTINGS)).find(told.headers["location"].rpartition("/")[2])
    evidence = challenge.evidence
    assert (evidence.visit_id, evidence.referral) == ("vst_abc", "R23456789ABC")
    assert evidence.utm == {"utm_source": "window"}
    assert evidence.page_url == f"{SITE}/j/ast_landing"
    back = re.search(r'href="([^"]*)" data-restart', look(house, challenge.challenge_id).text)
    assert back
    assert all(part in back[1] for part in ("tf_visit=vst_abc", "tf_ref=R23456789ABC", "utm_source=window"))


def test_what_nobody_typed_and_makes_no_sense_is_left_out(house: House):
    query = {"tf_visit": "<b>", "tf_ref": "x y", "utm_source": " "}
    assert post(house, "landing_join", GOOD | {"country": "Poland"}, query=query).status == 303


@pytest.mark.parametrize(
    ("changes", "without", "words", "field"),
    [
        ({"phone": ""}, (), "fault_invalid_request_phone", "phone"),
        ({}, ("phone",), "fault_invalid_request_phone", "phone"),
        ({"phone": "12345"}, (), "fault_not_a_number", "phone"),
        ({"phone": "+48 22 123 45 67"}, (), "fault_not_a_mobile", "phone"),
        ({"phone": "+7 901 234 56 78"}, (), "fault_country_not_served", "phone"),
        ({}, ("consent",), "fault_consent_missing", "consent"),
        ({"consent_version": "older"}, (), "fault_consent_version_unknown", None),
        ({}, ("consent_version",), "fault_consent_version_unknown", None),
    ],
)
def test_a_fault_is_told_beside_its_field_and_what_was_typed_is_kept(
    house: House, changes: dict[str, str], without: tuple[str, ...], words: str, field: str | None
):
    told = leave(house, *without, **changes)
    assert (told.status, told.headers["cache-control"]) == (422, "no-store")
    assert fault(told) == EN[words]
    marked = [at for at in ("phone", "consent") if 'aria-invalid="true"' in tag(told, at)]
    assert marked == ([field] if field else [])
    for at in marked:
        assert 'aria-describedby="fault"' in tag(told, at)
        assert "autofocus" in tag(told, at)
    typed = (GOOD | changes).get("phone", "") if "phone" not in without else ""
    assert f'value="{typed}"' in tag(told, "phone")
    assert ("checked" in tag(told, "consent")) == ("consent" not in without)
    assert 'value="PL" selected' in told.text
    assert not house.ledger()


def test_a_box_is_never_ticked_beforehand(house: House):
    assert "checked" not in house.ask("serve_pages", sample_events.http("landing")).text


def test_a_wrong_code_may_be_tried_again(house: House):
    challenge_id = joined(house)
    told = answer(house, challenge_id, code="000000")
    assert told.status == 422
    assert fault(told) == EN["fault_wrong_code"].replace("{left}", "4")
    assert 'aria-invalid="true"' in tag(told, "code")
    assert "000000" not in told.text
    assert answer(house, challenge_id, code=digits(house)).status == 200


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "abcdef"])
def test_what_cannot_be_the_code_costs_no_try(house: House, typed: str):
    challenge_id = joined(house)
    told = answer(house, challenge_id, code=typed)
    assert (told.status, fault(told)) == (422, EN["fault_invalid_request_code"])
    assert fault(answer(house, challenge_id, code="000000")).endswith(": 4.")


@pytest.mark.parametrize("form", ["{}", " {} ", "{} is your code. Good for 10 minutes.", "{}-{}"])
def test_digits_are_read_however_they_were_typed_or_pasted(house: House, form: str):
    challenge_id = joined(house)
    code = digits(house)
    typed = form.format(code) if form.count("{}") == 1 else form.format(code[:3], code[3:])
    assert answer(house, challenge_id, code=typed).status == 200


def test_arabic_digits_are_digits(house: House):
    challenge_id = joined(house)
    typed = "".join(chr(0x0660 + int(digit)) for digit in digits(house))
    assert answer(house, challenge_id, code=typed).status == 200


def test_guesses_run_out_and_the_number_can_be_left_again(house: House):
    challenge_id = joined(house)
    told = [answer(house, challenge_id, code="000000") for _ in range(6)]
    assert [one.status for one in told] == [422] * 5 + [410]
    for last in told[-2:]:
        assert fault(last) == EN["fault_challenge_over"]
        assert 'action="/j/ast_landing?locale=en&amp;tf_visit=' in last.text
        assert "checked" not in tag(last, "consent")
    assert look(house, challenge_id).status == 410


def test_another_text_can_be_asked_for_once_the_pause_is_over(house: House):
    challenge_id = joined(house)
    told = answer(house, challenge_id, resend="yes", code="")
    assert told.status == 429
    assert 28 <= int(told.headers["retry-after"]) <= 31
    assert fault(told) == EN["fault_too_soon"].replace("{seconds}", told.headers["retry-after"])
    assert f'data-seconds="{told.headers["retry-after"]}"' in told.text
    _pass(house, challenge_id, seconds=40)
    told = answer(house, challenge_id, resend="yes", code="")
    assert (told.status, told.headers["location"]) == (303, f"/j/ast_landing/{challenge_id}")
    page = look(house, challenge_id).text
    assert EN["resent"] in page
    assert EN["fault_too_soon"].split("{")[0] in page


def test_a_challenge_whose_time_is_over_asks_for_the_number_again(house: House):
    challenge_id = joined(house)
    _pass(house, challenge_id, seconds=601)
    for told in (look(house, challenge_id), answer(house, challenge_id, code="123456")):
        assert (told.status, fault(told)) == (410, EN["fault_challenge_over"])
        assert 'id="phone"' in told.text


def test_a_challenge_that_never_was_asks_for_the_number(house: House):
    for told in (look(house, "never"), answer(house, "never", code="123456")):
        assert told.status == 404
        assert 'id="phone"' in told.text


def test_a_challenge_of_another_asset_is_not_found_here(house: House):
    put_asset(replace(ASSETS["ast_landing"], asset_id="ast_other", slug=None, keyword=None))
    challenge_id = joined(house)
    assert look(house, challenge_id, asset_id="ast_other").status == 404
    form = {"locale": "en", "code": digits(house)}
    told = post(house, "landing_confirm", form, challenge_id=challenge_id, asset_id="ast_other")
    assert told.status == 404
    assert answer(house, challenge_id, code=form["code"]).status == 200


def test_a_paused_asset_takes_no_number_and_says_so_kindly(house: House):
    put_asset(replace(ASSETS["ast_landing"], asset_id="ast_paused", paused=True, slug=None, keyword=None))
    told = post(house, "landing_join", GOOD, asset_id="ast_paused")
    assert told.status == 410
    assert EN["fault_asset_paused"] in told.text
    assert 'id="phone"' not in told.text
    assert not house.ledger()


def test_a_campaign_that_is_over_takes_no_number(house: House):
    DynamoCampaignBook().put(replace(BUFFET, campaign_id="past", ends_at=now() - timedelta(days=1)))
    put_asset(
        replace(ASSETS["ast_landing"], asset_id="ast_past", campaign_id="past", slug=None, keyword=None)
    )
    told = post(house, "landing_join", GOOD | {"locale": "pl"}, asset_id="ast_past")
    assert told.status == 410
    assert ours("pl")["fault_campaign_not_running"] in told.text


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "", "origin": "https://evil.example"},
        {"sec-fetch-site": "", "origin": "null"},
        {"sec-fetch-site": "cross-site", "origin": SITE},
    ],
)
def test_another_site_s_page_signs_nobody_up(house: House, headers: dict[str, str]):
    told = _from(house, "landing_join", GOOD, headers)
    assert told.status == 403
    assert fault(told) == EN["fault_origin_not_allowed"]
    assert not house.ledger()


@pytest.mark.parametrize(
    "headers",
    [{"sec-fetch-site": "same-origin", "origin": "null"}, {"sec-fetch-site": "", "origin": SITE}],
)
def test_our_own_page_does_in_browsers_of_every_age(house: House, headers: dict[str, str]):
    assert _from(house, "landing_join", GOOD, headers).status == 303


def test_a_page_that_tells_no_origin_may_send_what_only_it_can_know(house: House):
    challenge_id = joined(house)
    headers = {"sec-fetch-site": "", "origin": "null"}
    told = _from(house, "landing_confirm", {"code": "000000"}, headers, challenge_id=challenge_id)
    assert told.status == 422
    headers = {"sec-fetch-site": "", "origin": "https://evil.example"}
    told = _from(house, "landing_confirm", {"code": "000000"}, headers, challenge_id=challenge_id)
    assert told.status == 403


@pytest.mark.parametrize("body", ["\udcff", "&".join(f"f{n}=1" for n in range(50)), "phone", "=&=&%"])
def test_what_is_no_form_is_refused_without_a_fuss(house: House, body: str):
    event = sample_events.http("landing_join", body=body)
    event["isBase64Encoded"] = False
    told = house.ask("register_leads", event)
    assert told.status == 422
    assert "text/html" in told.headers["content-type"]


def test_a_form_that_is_too_long_is_refused(house: House):
    assert leave(house, phone="1" * 17_000).status == 413


def test_whatever_is_typed_comes_back_as_text(house: House):
    told = leave(house, phone='"><script>alert(1)</script>')
    assert told.status == 422
    assert "<script>alert" not in told.text


def test_the_number_stands_in_no_address_and_no_header(house: House):
    told = leave(house)
    assert "601" not in str(told.headers)
    assert "601" not in str(leave(house, phone="12 601").headers)


def test_known_and_unknown_numbers_get_the_same_answer(house: House):
    house.code()
    house.aws.calls.clear()
    told, calls = [], []
    for phone in (ANNA, "+48609999888"):
        told.append(leave(house, phone=phone))
        calls.append(house.aws.operations())
        house.aws.calls.clear()
    assert calls[0] == calls[1]
    assert told[0].status == told[1].status == 303
    assert len(told[0].headers["location"]) == len(told[1].headers["location"])


def test_a_program_is_told_in_json(house: House):
    event = sample_events.http(
        "landing_join", body=urlencode(GOOD | {"phone": "1234"}), headers={"accept": "*/*"}
    )
    event["isBase64Encoded"] = False
    told = house.ask("register_leads", event)
    assert (told.status, told.json["code"]) == (422, "not_a_number")


def test_looking_at_the_code_s_page_changes_nothing(house: House):
    challenge_id = joined(house)
    house.aws.calls.clear()
    assert look(house, challenge_id).status == 200
    assert {call.rpartition(".")[2] for call in house.aws.operations()} <= {"GetItem"}


def _pass(house: House, challenge_id: str, seconds: int) -> None:
    """As if the challenge had been opened so many seconds earlier."""
    challenge = DynamoChallengeBook(connect(SETTINGS)).find(challenge_id)
    earlier = timedelta(seconds=seconds)
    to_item(
        replace(challenge, sent_at=challenge.sent_at - earlier, expires_at=challenge.expires_at - earlier)
    ).save()


def _from(house: House, sample: str, form: dict[str, str], headers: dict[str, str], **path: Any) -> Answered:
    event = sample_events.http(sample, body=urlencode({"locale": "en", **form}), headers=headers, **path)
    event["isBase64Encoded"] = False
    for name, value in headers.items():
        if not value:
            del event["headers"][name]
    return house.ask("register_leads", event)
