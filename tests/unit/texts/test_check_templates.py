"""What keeps a campaign's messages from being saved, and what is advised."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.samples import BUFFET
from twofold.campaigns.model import Campaign
from twofold.campaigns.offer import CodeRules
from twofold.messages.texts.check import check_templates
from twofold.messages.texts.defaults import ANSWERS, NAMES, default_template
from twofold.messages.texts.findings import Finding, errors
from twofold.messages.texts.parts import count_parts
from twofold.messages.texts.preview import preview
from twofold.messages.texts.samples import worst_case


def campaign(**templates: str) -> Campaign:
    """One in English alone, with these templates besides the two that it needs."""
    needed = {name: BUFFET.templates["en"][name] for name in ("verification", "code")}
    return replace(BUFFET, texts={"en": BUFFET.texts["en"]}, templates={"en": {**needed, **templates}})


def found(where: Campaign, code: str) -> Finding:
    """The one finding of this code."""
    (finding,) = [finding for finding in check_templates(where) if finding.code == code]
    return finding


def codes(where: Campaign) -> set[str]:
    return {finding.code for finding in check_templates(where)}


def test_the_sample_has_nothing_to_be_found():
    assert check_templates(BUFFET) == ()
    assert check_templates(BUFFET, site="https://go.saffrongarden.example") == ()


def test_what_is_built_in_can_be_taken_over_as_it_is():
    built_in = {name: default_template(name, "en") or "" for name in NAMES}
    assert not errors(check_templates(campaign(**built_in)))
    assert not errors(check_templates(replace(campaign(**built_in), target_url=None, contact=None)))


def test_a_code_that_ends_with_the_campaign_has_an_end_to_tell_too():
    till_new_year = CodeRules(ends_at=datetime(2027, 1, 1, tzinfo=UTC))
    ends = replace(BUFFET, offer=replace(BUFFET.offer, valid_days=None, rules=till_new_year))
    assert check_templates(ends) == ()


def test_an_unknown_field_is_named_with_the_nearest_that_there_is():
    finding = found(campaign(news="Hi {frist_name}! STOP to stop"), "unknown_field")
    assert (finding.field, finding.severity) == ("templates.en.news", "error")
    assert "{frist_name}. Did you mean {first_name}?" in finding.detail


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("news", "{consent} STOP"),
        ("verification", "{code} {link}"),
        ("news", "{ code } STOP"),
        ("news", "{} STOP"),
        ("news", "{Brand|us} STOP"),
    ],
)
def test_a_field_that_this_message_does_not_have_is_an_error(name: str, text: str):
    assert found(campaign(**{name: text}), "unknown_field").severity == "error"


def test_the_consent_is_a_field_of_the_invitation_and_has_to_be_in_it():
    assert codes(campaign(join="{brand}: reply Y to agree: {consent}")) <= {"several_parts"}
    assert found(campaign(join="Reply Y to agree."), "consent_missing").severity == "error"


def test_a_brace_that_is_never_closed_is_an_error_and_one_never_opened_advice():
    assert found(campaign(news="{brand STOP"), "brace_not_closed").severity == "error"
    assert found(campaign(news="brand} STOP"), "brace_not_opened").severity == "advice"


@pytest.mark.parametrize("name", ["verification", "code"])
@pytest.mark.parametrize("text", [None, "", " \n"])
def test_the_two_that_every_campaign_needs_are_missed_in_its_own_language(name: str, text: str | None):
    own = {**campaign().templates["en"], name: text or ""}
    where = replace(
        campaign(), templates={"en": own if text is not None else {n: t for n, t in own.items() if n != name}}
    )
    finding = found(where, "template_missing")
    assert (finding.field, finding.severity) == (f"templates.en.{name}", "error")
    assert codes(where) == {"template_missing"}


def test_a_campaign_without_any_template_misses_both():
    assert len(check_templates(replace(campaign(), templates={}))) == 2


@pytest.mark.parametrize("name", ["verification", "code"])
def test_a_code_s_text_without_the_code_is_an_error_in_every_language(name: str):
    templates = {**BUFFET.templates, "pl": {**BUFFET.templates["pl"], name: "{brand}"}}
    finding = found(replace(BUFFET, templates=templates), "code_missing")
    assert (finding.field, finding.severity) == (f"templates.pl.{name}", "error")


@pytest.mark.parametrize(
    "text",
    ["Reply STOP to end", "STOP", "txt STOP.", "(STOP)", "Stop: STOP", "a\nSTOP"],
)
def test_marketing_that_says_stop_is_well(text: str):
    assert codes(campaign(news=text)) == set()


@pytest.mark.parametrize(
    "text", ["Come back", "Non-STOP buffet", "We never stop cooking", "STOPOVER", "STOP-and-go"]
)
def test_marketing_that_says_no_stop_is_an_error(text: str):
    finding = found(campaign(news=text), "stop_missing")
    assert (finding.field, finding.severity) == ("templates.en.news", "error")


def test_a_language_s_own_word_is_good_in_that_language_alone():
    def said(locale: str) -> set[str]:
        own = {locale: {"news": "{brand}. BAJA para salir"}}
        return codes(replace(campaign(news="STOP"), templates={**campaign(news="STOP").templates, **own}))

    assert "stop_missing" not in said("es-MX")
    assert "stop_missing" in said("de")


@pytest.mark.parametrize("name", ["verification", "code", *sorted(ANSWERS)])
def test_what_somebody_asked_for_need_not_say_stop(name: str):
    assert "stop_missing" not in codes(campaign(**{name: "{code}{consent}"}))


@pytest.mark.parametrize("name", sorted(NAMES - ANSWERS))
def test_what_automations_send_says_stop_in_a_campaign_s_own_words_too(name: str):
    assert found(campaign(**{name: "{brand}: {code}"}), "stop_missing").severity == "error"
    assert "stop_missing" not in codes(campaign(**{name: "{brand}: {code} STOP"}))


def test_a_link_leads_somewhere_or_it_is_an_error():
    nowhere = replace(campaign(news="{link} STOP"), target_url=None)
    assert found(nowhere, "link_leads_nowhere").severity == "error"
    assert codes(campaign(news="{link} STOP")) == set()


def test_a_link_beside_a_code_leads_to_the_code_so_that_is_advice():
    nowhere = replace(campaign(news="{code}: {link} STOP"), target_url=None)
    assert found(nowhere, "link_may_lead_nowhere").severity == "advice"
    assert codes(replace(campaign(), target_url=None)) == set()


@pytest.mark.parametrize("text", ["{link|Ask us} STOP", "{brand} {link|} STOP"])
def test_a_link_with_other_words_may_lead_nowhere(text: str):
    assert codes(replace(campaign(news=text), target_url=None)) == set()


def test_the_link_of_a_cart_s_text_leads_to_the_cart_so_that_is_advice():
    for name in ("cart", "cart_code"):
        nowhere = replace(campaign(**{name: "{link} STOP"}), target_url=None)
        assert found(nowhere, "link_may_lead_nowhere").severity == "advice"
        assert codes(replace(nowhere, target_url=BUFFET.target_url)) == set()


@pytest.mark.parametrize(
    "target",
    [
        "http://shop.example",
        "/menu",
        "shop.example/menu",
        "https:///menu",
        "https://menu",
        "https://[::1",
        "https://user:pw@shop.example",
        "https://shop.example:x/",
        "https://shop.example/a b",
        "javascript:alert(1)",
        "",
    ],
)
def test_where_links_lead_is_a_whole_https_address(target: str):
    finding = found(replace(campaign(), target_url=target), "target_not_https")
    assert (finding.field, finding.severity) == ("target_url", "error")


@pytest.mark.parametrize("target", ["https://shop.example", "https://shop.example:8443/a?b=c#d", None])
def test_a_whole_https_address_or_none_is_well(target: str | None):
    assert codes(replace(campaign(), target_url=target)) == set()


@pytest.mark.parametrize(
    "link",
    [
        "https://bit.ly/3xYz",
        "bit.ly/a",
        "TinyURL.com/a",
        "http://www.tinyurl.com/b",
        "see t.co/x.",
        "(is.gd/1)",
    ],
)
def test_a_public_shortener_is_an_error_that_says_why(link: str):
    finding = found(campaign(news=f"{link} STOP"), "public_shortener")
    assert finding.severity == "error"
    assert "Carriers block" in finding.detail


@pytest.mark.parametrize(
    "link", ["orbit.ly/a", "my-bit.ly", "bit.lyon.example", "pt.company", "at.com", "short.ioa"]
)
def test_an_address_that_only_looks_like_a_shortener_is_well(link: str):
    assert codes(campaign(news=f"{link} STOP")) == set()


@pytest.mark.parametrize(
    ("text", "severity"),
    [("x" * 1530, "advice"), ("x" * 1531, "error"), ("ż" * 670, "advice"), ("ż" * 671, "error")],
)
def test_a_text_has_ten_parts_at_most(text: str, severity: str):
    (finding,) = check_templates(campaign(help=text))
    assert (finding.code, finding.severity) == (
        "several_parts" if severity == "advice" else "too_long",
        severity,
    )


def test_who_gets_a_second_part_is_told_how_many_and_how_much_is_too_much():
    finding = found(campaign(news="STOP " + "x" * 169), "several_parts")
    assert (finding.field, finding.severity) == ("templates.en.news", "advice")
    assert finding.detail == (
        "Filled in, it takes 2 parts and costs 2 times one part. That is 14 characters too many for one."
    )


def test_the_character_that_doubles_the_bill_is_named_with_its_replacement():
    detail = found(campaign(news="STOP – now’s the time" + "x" * 60), "several_parts").detail
    assert "Write “-” instead of “–” (EN DASH), and 1 other likewise" in detail
    assert detail.endswith("In GSM-7 it takes 1 part.")


def test_a_character_that_comes_with_a_field_is_told_with_the_field():
    where = replace(campaign(news="{brand}: STOP" + "x" * 60), brand="Żółw")
    assert "“Ż” (LATIN CAPITAL LETTER Z WITH DOT ABOVE) in {brand}" in found(where, "several_parts").detail


def test_a_character_of_the_template_s_own_is_told_as_such():
    where = replace(campaign(help="{brand}: Żółw" + "x" * 70), brand="Żółw")
    (told,) = [finding.detail for finding in check_templates(where) if finding.field == "templates.en.help"]
    assert "“Ż” (LATIN CAPITAL LETTER Z WITH DOT ABOVE), and 2 others likewise" in told


def test_a_short_text_may_be_written_in_any_letters():
    assert codes(campaign(news="Żółw 🎉 STOP")) == set()


def test_parts_are_those_of_the_longest_values_that_are_likely():
    room = 160 - count_units("{first_name|x}{code}{expires}{link} STOP ")
    assert codes(campaign(news="{first_name|x}{code}{expires}{link} STOP " + "x" * room)) == set()
    assert codes(campaign(news="{first_name|x}{code}{expires}{link} STOP " + "x" * (room + 1))) == {
        "several_parts"
    }


def count_units(text: str) -> int:
    shown = preview(text, worst_case(campaign(), "news", "en"))
    assert count_parts(shown.text) == 1
    return shown.measure.units


def test_a_verification_code_comes_in_one_part_with_its_last_line_included():
    line = len("\n@go.your-shop.com #123456")
    fits = "{code}" + "x" * (160 - 6 - line)
    assert codes(campaign(verification=fits)) == set()
    finding = found(campaign(verification=fits + "x"), "verification_too_long")
    assert finding.severity == "error"
    assert "@go.your-shop.com #{code}" in finding.detail


def test_a_longer_address_of_ours_leaves_less_room():
    fits = campaign(verification="{code}" + "x" * (160 - 6 - len("\n@go.your-shop.com #123456")))
    told = check_templates(fits, site="https://a-much-longer-name.example")
    assert [finding.code for finding in told] == ["verification_too_long"]


def test_a_language_that_lacks_a_text_is_advised_what_its_people_get():
    templates: Mapping[str, Mapping[str, str]] = {**BUFFET.templates, "pl": {}}
    told = check_templates(replace(BUFFET, templates=templates))
    assert [(f.field, f.code, f.severity) for f in told] == [
        (f"templates.pl.{name}", "not_translated", "advice") for name in ("verification", "code", "reminder")
    ]
    assert "in en" in told[0].detail


def test_a_regional_language_has_what_its_language_has():
    texts = {**BUFFET.texts, "de-CH": BUFFET.texts["de"]}
    assert check_templates(replace(BUFFET, texts=texts)) == ()


def test_a_message_that_only_a_translation_has_is_an_error_since_all_others_would_get_none():
    templates = {**BUFFET.templates, "pl": {**BUFFET.templates["pl"], "sale": "STOP"}}
    finding = found(replace(BUFFET, templates=templates), "template_missing")
    assert (finding.field, finding.severity) == ("templates.en.sale", "error")


def test_what_is_built_in_may_be_written_in_one_language_alone():
    templates = {**BUFFET.templates, "pl": {**BUFFET.templates["pl"], "help": "{brand}: pomoc"}}
    assert check_templates(replace(BUFFET, templates=templates)) == ()


def test_errors_come_first():
    told = check_templates(replace(campaign(news="x" * 200), texts=BUFFET.texts))
    assert [finding.severity for finding in told] == sorted((f.severity for f in told), reverse=True)
    assert {finding.severity for finding in told} == {"error", "advice"}


@given(
    st.sampled_from(["verification", "code", "join", "news"]),
    st.text(st.sampled_from("{}|codelink STOP’🎉\n.")),
)
def test_whatever_is_written_is_judged(name: str, text: str):
    told = check_templates(campaign(**{name: text}))
    assert all(finding.field == f"templates.en.{name}" for finding in told)
    assert all(finding.detail.endswith(".") for finding in told)
