"""Whatever is wrong with a campaign's file is told in one go, each with its path, and nothing that is right."""

import json

import pytest

from infra.commands.screen import CannotGoOn
from infra.operate.campaign_file import read
from infra.operate.seed import SAMPLE


@pytest.fixture
def refused(tmp_path):
    """What is said of the sample's file with other fields of its campaign, and with these assets; `...` takes away."""

    def say(assets=None, **changes):
        content = json.loads(SAMPLE.read_text("utf-8"))
        given = {**content["campaign"], **changes}
        content["campaign"] = {name: value for name, value in given.items() if value is not ...}
        content["assets"] = content["assets"] if assets is None else assets
        file = tmp_path / "mine.json"
        file.write_text(json.dumps(content), "utf-8")
        with pytest.raises(CannotGoOn) as refusal:
            read(file)
        return [line.strip() for line in refusal.value.sentence.splitlines()[1:]]

    return say


POSTER = {"asset_id": "ast_a", "kind": "qr", "name": "A"}


def test_ten_mistakes_of_every_kind_are_told_at_once(refused):
    offer = {"title": "20 % off", "kind": "percnt", "value": "20"}
    told = refused(
        [{**POSTER, "paused": "no", "countries": ["UK"]}, {**POSTER, "kind": "poster", "nam": "B"}],
        contcat="x",
        brand=...,
        offer=offer,
        countries=["PL", 48, "Poland"],
        starts_at="tomorrow",
        rules={"popup_after_s": -1, "pages": "/menu"},
    )
    assert told == [
        "campaign.contcat: there is no such field; did you mean contact?",
        'campaign.offer.kind: this is one of amount, item, percent, not "percnt".',
        'campaign.offer.value: this is a whole number, such as 30, not "20".',
        "campaign.countries[1]: this is a text in quotation marks, not 48.",
        'campaign.starts_at: this is a moment, such as 2026-12-01T08:00:00Z, not "tomorrow".',
        'campaign.rules.pages: this is a list in [ ], not "/menu".',
        "campaign.brand: this is missing.",
        "campaign.countries[2]: `Poland` is no country; write its two letters of ISO 3166, such as PL or GB.",
        "campaign.rules.popup_after_s: this is 0 or more; 0 switches it off.",
        'assets[0].paused: this is true or false, not "no".',
        "assets[1].nam: there is no such field; did you mean name?",
        'assets[1].kind: this is one of keyword, landing_page, nfc, qr, widget, not "poster".',
        "assets[0].countries: `UK` is no country; write its two letters of ISO 3166, such as PL or GB.",
        "assets[1].asset_id: another asset of this file, assets[0], has ast_a.",
    ]


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"locale": ["en"]}, "locale"),
        ({"locale": "english!"}, "locale"),
        ({"locale": 5, "magnet": {"title": {"de": "x"}, "file": "b"}}, "locale"),
        ({"texts": "none"}, "texts"),
        ({"texts": {"en": {"intro": 5}}, "variants": []}, "texts.en.intro"),
        ({"variants": "a"}, "variants"),
        ({"variants": ["a", {"name": "b"}]}, "variants[0]"),
        ({"variants": [{"name": "a", "rules": 5}]}, "variants[0].rules"),
        (
            {"variants": [{"name": "a", "texts": {"en": {}, "de": 5}}], "texts": {"en": {}, "de": {}}},
            "variants[0].texts.de",
        ),
        ({"rules": 5}, "rules"),
        ({"theme": {"accent": 5}}, "theme.accent"),
        ({"offer": "20 % off"}, "offer"),
        ({"offer": {"title": "x", "kind": "?", "value": 500, "currency": "EUR"}}, "offer.kind"),
        ({"magnet": {"title": {"en": "x"}, "url": 5}}, "magnet.url"),
        ({"referral": {"offer": {"title": "x", "kind": 1, "value": 500}}}, "referral.offer.kind"),
        ({"ends_at": 5, "starts_at": "2030-01-01T00:00:00Z"}, "ends_at"),
        ({"budget": {"total": "1"}}, "budget.total"),
        ({"consents": [5]}, "consents[0]"),
        ({"countries": ...}, "countries"),
        ({"brand": None}, "brand"),
    ],
)
def test_what_cannot_be_read_is_told_once_and_what_hangs_on_it_is_not_judged(refused, changes, path):
    (told,) = refused(**changes)
    assert told.startswith(f"campaign.{path}: this is ")


@pytest.mark.parametrize("field", ["asset_id", "keyword", "slug"])
def test_what_one_asset_has_no_other_asset_of_the_file_has(refused, field):
    other = {"asset_id": "ast_b", "kind": "landing_page", "name": "B"}
    same = {"asset_id": "ast_a", "keyword": "SUMMER", "slug": "MENU"}[field]
    assets = [{**POSTER, field: same}, {**POSTER, "asset_id": "ast_c"}, {**other, field: same}]
    assert refused(assets) == [f"assets[2].{field}: another asset of this file, assets[0], has {same}."]


def test_links_are_the_same_in_any_case(refused):
    told = refused([{**POSTER, "slug": "menu"}, {**POSTER, "asset_id": "ast_b", "slug": "MENU"}])
    assert told == ["assets[1].slug: another asset of this file, assets[0], has MENU."]


def test_all_that_is_wrong_with_one_asset_is_told(refused):
    told = refused([{**POSTER, "name": " ", "form": "sign", "slug": "O0", "keyword": "help"}])
    assert [sentence.split(":")[0] for sentence in told] == [
        "assets[0].name",
        "assets[0].form",
        "assets[0].slug",
        "assets[0].keyword",
    ]


def test_a_long_value_is_told_by_its_beginning(refused):
    (told,) = refused(contact={"mail": "x" * 100})
    assert told == f'campaign.contact: this is a text in quotation marks, not {{"mail": "{"x" * 29}….'


def test_assets_are_a_list(refused):
    assert refused({}) == ["assets: this is a list of objects."]
