"""No asset makes no sense: every fault is told with its field."""

from dataclasses import replace

import pytest

from tests.fakes.samples import BUFFET
from tests.fakes.world import World
from tests.unit.assets.door import an_asset, fault
from twofold.assets.check import check, faults


def test_the_sample_s_assets_make_sense(world: World):
    for asset in world.books.register.of_campaign(BUFFET.campaign_id):
        assert check(asset) == asset


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("asset_id", ""),
        ("asset_id", "a b"),
        ("asset_id", "keyword#x"),
        ("asset_id", "x" * 65),
        ("asset_id", "ast\n"),
        ("kind", "billboard"),
        ("proof", "word"),
        ("name", "  "),
        ("name", "x" * 101),
        ("place", "two\nlines"),
        ("channel", "tab\tulated"),
        ("form", "sign"),
        ("form", "balloon"),
        ("origins", ("https://shop.example/",)),
        ("origins", ("shop.example",)),
        ("origins", ("https://shop.example", "*")),
        ("countries", ("pl",)),
        ("countries", ("PL", "POL")),
        ("countries", ("UK",)),
        ("proof", "tap"),
        ("slug", "O0O0"),
        ("slug", "X"),
        ("slug", "ABCDEFGHJ"),
        ("slug", "RABCDEFGHJKL"),
    ],
)
def test_a_fault_is_told_with_its_field(field: str, value: object):
    assert fault(an_asset(**{field: value})) == field


def test_a_sign_may_ask_for_a_tap_but_gives_no_other_way_in():
    sign = an_asset(kind="nfc", form="sign", proof="tap")
    assert check(sign) == sign
    assert fault(replace(sign, keyword="BUFFET")) == "keyword"
    assert check(replace(sign, keyword="BUFFET", proof="none")).keyword == "BUFFET"


@pytest.mark.parametrize("kind", ["widget", "landing_page", "keyword"])
def test_what_is_not_put_on_anything_has_no_form(kind: str):
    keyword = "SUMMER" if kind == "keyword" else None
    assert fault(an_asset(kind=kind, keyword=keyword)) == "form"
    check(an_asset(kind=kind, form=None, keyword=keyword))


def test_an_asset_of_a_keyword_has_one():
    assert fault(an_asset(kind="keyword", form=None)) == "keyword"


def test_everything_that_makes_no_sense_is_told_at_once():
    found = faults(an_asset(name=" ", form="sign", countries=("UK", "PL", "XX"), target_url="ftp://x"))
    assert [fault.field for fault in found] == ["name", "form", "countries", "countries", "target_url"]
