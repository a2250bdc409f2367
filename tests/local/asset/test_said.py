"""What may be said to `make asset`, and how it is told that something cannot be done."""

import pytest

from infra.commands.screen import table
from infra.operate.asset.carry_out import COMMANDS
from infra.operate.asset.options import parser
from tests.local.asset.saying import refused


def test_every_command_can_be_said():
    said = parser(None).format_help()
    assert all(f"    {command} " in said for command in COMMANDS)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("create", "--kind", "qr", "--name", "A", "--form", "sign"), "--form: The form of qr is one of"),
        (
            ("create", "--kind", "qr", "--name", "A", "--form", "tent"),
            "--form: The form of qr is one of: poster, flyer, sticker, table_tent, billboard.",
        ),
        (
            ("create", "--kind", "widget", "--name", "A", "--form", "sign"),
            "--form: A widget is put on nothing",
        ),
        (
            ("sheet", "ast_window_poster", "--form", "tent", "--out", "a.pdf"),
            "--form: A sheet is one of: poster, flyer, table_tent, sticker.",
        ),
        (("create", "--kind", "keyword", "--name", "A"), "--keyword: An asset of this kind is the word"),
        (("edit", "ast_keyword", "--keyword", ""), "--keyword: An asset of this kind is the word"),
        (("create", "--kind", "qr", "--name", "A", "--country", "UK"), "--country: `UK` is no country"),
        (("create", "--kind", "qr", "--name", "A", "--proof", "tap"), "--proof: Only NFC signs"),
        (("create", "--kind", "qr", "--name", " "), "--name: An asset needs a name"),
        (("create", "--kind", "qr", "--name", "A", "--target", "http://x.example"), "--target: A link leads"),
        (
            ("create", "--kind", "widget", "--name", "A", "--origin", "x.example"),
            "--origin: `x.example` is no",
        ),
        (
            ("create", "--kind", "qr", "--name", "A", "--country", "Poland"),
            "--country: `Poland` is no country",
        ),
        (("create", "--kind", "qr", "--name", "A", "--slug", "O0"), "--slug: A short link has"),
        (("create", "--kind", "keyword", "--name", "A", "--keyword", "STOP"), "--keyword: STOP means"),
        (
            ("create", "--kind", "keyword", "--name", "A", "--keyword", "BUFFET"),
            "--keyword: Another asset has",
        ),
        (("create", "--kind", "qr", "--name", "A", "--count", 0), "--count: between 1 and 500"),
        (("create", "--kind", "qr", "--name", "A", "--count", 2, "--slug", "MENU"), "--count: a batch draws"),
        (("create", "--kind", "qr", "--name", "A", "--campaign", "never"), "There is no such campaign."),
        (("edit", "ast_landing"), "edit: say what to change"),
        (("edit", "ast_never", "--name", "A"), "There is no such asset."),
        (("point", "ast_landing"), "point: name a URL, or --landing"),
        (("point", "ast_landing", "https://a.example", "--landing"), "point: name a URL, or --landing"),
        (("point", "ast_landing", "javascript:alert(1)"), "--target: A link leads"),
        (("counts", "ast_landing", "--from", "today"), "--from: today is no day"),
        (
            ("counts", "ast_landing", "--from", "2026-11-03", "--to", "2026-11-02"),
            "--from: 2026-11-03 is after",
        ),
        (("sheet", "--out", "a.pdf"), "Name the assets by their ids, or all QR codes"),
        (("sheet", "ast_window_poster", "--out", "a.doc"), "--out: a.doc ends with neither"),
        (("sheet", "ast_window_poster", "--out", "a.pdf", "--initials", "ABC"), "--initials: At most two"),
        (("sheet", "ast_window_poster", "--out", "a.pdf", "--copies", 0), "--copies: Each code is printed"),
        (("tags", "ast_window_poster", "--out", "a.csv"), "ast_window_poster is no NFC sign but qr"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence_that_names_the_option(make, arguments, said, memory):
    before = dict(memory.assets)
    assert refused(make, *arguments).startswith(said)
    assert memory.assets == before


@pytest.mark.parametrize(
    ("arguments", "option"),
    [
        (("create", "--kind", "leaflet", "--name", "A"), "--kind"),
        (("create", "--kind", "qr"), "--name"),
        (("qr", "ast_window_poster", "--use", "mug", "--out", "a"), "--use"),
        (("tags", "ast_till_sign", "--tag", "ntag999", "--out", "a.csv"), "--tag"),
    ],
)
def test_an_option_that_is_none_is_named(make, arguments, option, capsys):
    with pytest.raises(SystemExit) as refusal:
        make(*arguments)
    assert refusal.value.code == 2
    assert option in capsys.readouterr().err


def test_json_is_asked_for_by_the_option_or_as_of_other_commands(monkeypatch):
    assert not parser(None).parse_args(["list"]).json
    assert parser(None).parse_args(["--json", "list"]).json
    monkeypatch.setenv("JSON", "1")
    assert parser(None).parse_args(["list"]).json


def test_a_table_has_its_words_on_the_left_and_its_numbers_on_the_right():
    assert table(("a", "b"), [("word", "1"), ("x", "200")]).splitlines() == [
        "a     b",
        "word    1",
        "x     200",
    ]
