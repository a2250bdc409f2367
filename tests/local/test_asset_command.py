"""`make asset` keeps the assets of a deployment, and makes the files that go to the printer."""

import json
import stat
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from infra.commands.screen import CannotGoOn, table
from infra.operate.asset.carry_out import COMMANDS, carry_out
from infra.operate.asset.desk import Desk
from infra.operate.asset.options import parser
from tests.fakes.assets import InMemoryAssetRegister
from tests.fakes.campaigns import InMemoryCampaignBook
from tests.fakes.memory import Memory
from tests.fakes.samples import ASSETS, BUFFET
from tests.fakes.visits import InMemoryVisits
from twofold.assets.links import draw_slug
from twofold.assets.nfc.keys import TagKeys
from twofold.assets.sync import SyncAsset
from twofold.visits.model import Count

AT = datetime(2026, 11, 22, 12, tzinfo=UTC)
SITE = "https://go.saffrongarden.example"


@pytest.fixture
def memory():
    memory = Memory()
    memory.campaigns[BUFFET.campaign_id] = BUFFET
    sync = SyncAsset(register=InMemoryAssetRegister(memory), draw_slug=draw_slug, clock=lambda: AT)
    for asset in ASSETS.values():
        sync(asset)
    return memory


@pytest.fixture
def make(memory):
    """Say it as after `make asset ARGS=`; the answer is what scripts get, or people with `text=True`."""
    desk = Desk(
        register=InMemoryAssetRegister(memory),
        campaigns=InMemoryCampaignBook(memory),
        counts=InMemoryVisits(memory),
        keys=lambda asset_id: TagKeys(meta=asset_id.encode().ljust(16)[:16], file=bytes(16)),
        site=SITE,
        clock=lambda: AT,
    )

    def say(*arguments, text=False):
        told = carry_out(desk, parser(None).parse_args([*map(str, arguments)]))
        return told.text if text else json.loads(json.dumps(told.data))

    return say


def refused(make, *arguments):
    with pytest.raises(CannotGoOn) as refusal:
        make(*arguments)
    return refusal.value.sentence


def test_every_command_can_be_said():
    said = parser(None).format_help()
    assert all(f"    {command} " in said for command in COMMANDS)


def test_a_campaign_s_assets_are_listed_with_links_as_people_type_them(make, memory):
    slug = memory.assets["ast_window_poster"].slug
    lines = make("list", text=True).splitlines()
    assert len(lines) == 1 + len(ASSETS)
    (line,) = [line for line in lines if line.startswith("ast_window_poster")]
    assert line.split() == [
        "ast_window_poster",
        "qr",
        "poster",
        "window_poster",
        f"go.saffrongarden.example/{slug}",
    ]


def test_a_campaign_that_never_was_is_told(make):
    assert refused(make, "list", "--campaign", "never") == "There is no such campaign."


def test_a_poster_is_made_with_a_link_of_its_own(make, memory):
    told = make(
        *("create", "--kind", "qr", "--form", "poster", "--name", "Window", "--place", "Market Square 4"),
        *("--channel", "shop window", "--target", "https://saffrongarden.example/menu", "--country", "PL"),
    )
    asset = memory.assets[told["asset_id"]]
    assert told["link"] == f"go.saffrongarden.example/{asset.slug}"
    assert (asset.form, asset.place, asset.channel) == ("poster", "Market Square 4", "shop window")
    assert (asset.target_url, asset.countries, asset.proof) == (
        "https://saffrongarden.example/menu",
        ("PL",),
        "none",
    )


def test_a_batch_is_numbered_and_each_has_a_link_of_its_own(make):
    told = make("create", "--kind", "qr", "--form", "table_tent", "--name", "Table", "--count", 24)
    assert [asset["name"] for asset in told] == [f"Table {number}" for number in range(1, 25)]
    assert len({asset["link"] for asset in told}) == 24


def test_a_link_that_was_wished_for_is_as_it_was_wished(make):
    assert make("create", "--kind", "nfc", "--name", "Till", "--slug", "gate")["link"].endswith("/GATE")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("create", "--kind", "qr", "--name", "A", "--form", "sign"), "--form: The form of qr is one of"),
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


def test_what_is_said_of_an_asset_is_changed_and_taken_away(make, memory):
    make("edit", "ast_window_poster", "--name", "Door", "--place", "", "--country", "DE", "--country", "AT")
    asset = memory.assets["ast_window_poster"]
    assert (asset.name, asset.place, asset.countries, asset.channel) == (
        "Door",
        None,
        ("DE", "AT"),
        "shop window",
    )
    make("edit", "ast_window_poster", "--country", "")
    assert memory.assets["ast_window_poster"].countries == ()


def test_an_asset_is_paused_and_resumed(make, memory):
    assert make("pause", "ast_landing", text=True).endswith("paused")
    assert memory.assets["ast_landing"].paused
    assert not make("resume", "ast_landing", text=True).endswith("paused")
    assert not memory.assets["ast_landing"].paused


def test_a_link_is_led_elsewhere_and_back(make, memory):
    said = make("point", "ast_window_poster", "https://saffrongarden.example/menu", text=True)
    assert said.endswith("-> https://saffrongarden.example/menu")
    make("point", "ast_window_poster", "--landing")
    assert memory.assets["ast_window_poster"].target_url is None


def test_one_asset_is_shown_in_full(make):
    lines = make("show", "ast_window_poster", text=True).splitlines()
    shown = dict(line.split(maxsplit=1) for line in lines)
    assert shown["place"] == "Saffron Garden, Market Square 4"
    assert shown["link"].startswith("go.saffrongarden.example/")


def met(memory, kind, number=1, device="phone", utm=None, day="2026-11-21"):
    count = Count(asset_id="ast_window_poster", day=day, kind=kind, device=device, utm=utm)
    for _ in range(number):
        InMemoryVisits(memory).count(count)


def test_visits_are_counted_by_day_kind_device_and_utm(make, memory):
    met(memory, "scanned", 3)
    met(memory, "scanned", 12, utm={"utm_source": "flyer"}, day="2026-11-22")
    met(memory, "machine", device="other")
    text = make("counts", "ast_window_poster", text=True)
    assert text == "\n".join(
        [
            "window_poster, 2026-10-24 to 2026-11-22 (days of UTC)",
            "",
            "day         kind     device  utm      number",
            "2026-11-21  machine  other                 1",
            "2026-11-21  scanned  phone                 3",
            "2026-11-22  scanned  phone   flyer//      12",
            "in all      machine                        1",
            "in all      scanned                       15",
        ]
    )


def test_scripts_get_the_counts_of_the_days_they_ask_for(make, memory):
    met(memory, "scanned", 3, day="2026-11-20")
    met(memory, "scanned", 2, day="2026-11-21")
    told = make("counts", "ast_window_poster", "--from", "2026-11-21", "--to", "2026-11-21")
    assert (told["from"], told["to"], told["totals"]) == ("2026-11-21", "2026-11-21", {"scanned": 2})
    assert told["counts"] == [
        {"day": "2026-11-21", "kind": "scanned", "device": "phone", "utm": "", "number": 2}
    ]


def test_an_asset_that_nobody_met_says_so(make):
    assert make("counts", "ast_landing", text=True).endswith(": nothing was counted.")


def test_what_strangers_put_into_an_address_does_not_move_the_cursor(make, memory):
    met(memory, "scanned", utm={"utm_source": "\x1b[2J"})
    assert "\x1b" not in make("counts", "ast_window_poster", text=True)


def test_json_is_asked_for_by_the_option_or_as_of_other_commands(monkeypatch):
    assert not parser(None).parse_args(["list"]).json
    assert parser(None).parse_args(["--json", "list"]).json
    monkeypatch.setenv("JSON", "1")
    assert parser(None).parse_args(["list"]).json


def test_a_code_is_drawn_for_what_it_is_put_on_and_leads_where_it_says(make, memory, tmp_path):
    (svg,) = make("qr", "ast_window_poster", "--out", tmp_path / "codes")
    slug = memory.assets["ast_window_poster"].slug
    assert svg == str(tmp_path / "codes" / f"window_poster-{slug}.svg")
    assert Path(svg).read_text().startswith("<svg")
    (png,) = make("qr", "ast_window_poster", "--png", "--use", "sticker", "--out", tmp_path)
    (read,) = zxingcpp.read_barcodes(Image.open(png))
    assert read.text == f"HTTPS://GO.SAFFRONGARDEN.EXAMPLE/{slug}"
    assert read.ec_level == "Q"


def test_a_name_is_made_fit_for_a_file(make, tmp_path):
    asset = make("create", "--kind", "qr", "--name", "../Großer Tisch / 4?")
    (file,) = make("qr", asset["asset_id"], "--out", tmp_path)
    assert Path(file).parent == tmp_path
    assert Path(file).name.startswith("Großer-Tisch-4-")


def test_a_batch_becomes_a_sheet_of_stickers(make, tmp_path):
    ids = [one["asset_id"] for one in make("create", "--kind", "qr", "--name", "Table", "--count", 3)]
    out = tmp_path / "sheets" / "stickers.pdf"
    said = make("sheet", *ids, "--form", "sticker", "--out", out, text=True)
    assert said == f"{out}: sticker, 3 codes"
    assert out.read_bytes().startswith(b"%PDF")


def test_a_sheet_speaks_the_language_that_was_asked_for(make, tmp_path):
    out = tmp_path / "poster.html"
    make("sheet", "ast_window_poster", "--locale", "de-AT", "--out", out)
    page = out.read_text("utf-8")
    assert '<html lang="de">' in page
    assert "Scannen" in page
    assert "Buffet" in page


def sheet_of_all(tmp_path, *more):
    return ("sheet", "--campaign", BUFFET.campaign_id, "--out", tmp_path / "all.html", *more)


def test_a_campaign_s_sheet_has_the_codes_that_were_made_for_it(make, tmp_path):
    make("create", "--kind", "qr", "--form", "sticker", "--name", "Box", "--count", 2)
    make("create", "--kind", "qr", "--name", "Anywhere")
    assert make(*sheet_of_all(tmp_path, "--form", "sticker"), text=True).endswith(": sticker, 3 codes")
    assert make(*sheet_of_all(tmp_path, "--form", "poster"), text=True).endswith(": poster, 2 codes")


def test_a_campaign_with_codes_for_several_forms_is_asked_for_one(make, tmp_path):
    said = refused(make, *sheet_of_all(tmp_path))
    assert said == f"--form: {BUFFET.campaign_id} has codes for poster, table_tent; name one."
    said = refused(make, *sheet_of_all(tmp_path, "--form", "flyer"))
    assert said.startswith(f"--form: {BUFFET.campaign_id} has no code for a flyer; make some: create")


def test_codes_that_are_paused_are_not_printed(make, tmp_path):
    make("pause", "ast_table_tent")
    assert make(*sheet_of_all(tmp_path), text=True).endswith(": poster, 1 code")
    make("pause", "ast_window_poster")
    assert refused(make, *sheet_of_all(tmp_path)).startswith("--campaign: buffet-20 has no QR codes in use")


def test_a_sheet_is_of_one_campaign(make, memory, tmp_path):
    memory.assets["ast_table_tent"] = replace(memory.assets["ast_table_tent"], campaign_id="spa-10")
    said = refused(make, "sheet", "ast_window_poster", "ast_table_tent", "--out", tmp_path / "a.pdf")
    assert said == "A sheet speaks for one campaign; these assets belong to several."


def test_open_tags_get_a_table_and_instructions(make, memory, tmp_path):
    files = make("tags", "ast_till_sign", "--tag", "ntag215", "--out", tmp_path / "tags.csv")
    assert files == [str(tmp_path / "tags.csv"), str(tmp_path / "tags.md")]
    row = (tmp_path / "tags.csv").read_bytes().decode("utf-8-sig").splitlines()[1]
    assert f'"{SITE}/{memory.assets["ast_till_sign"].slug}"' in row
    assert "NTAG215" in (tmp_path / "tags.md").read_text()


def test_the_keys_of_authenticated_tags_lie_apart_and_only_their_owner_reads_them(make, tmp_path):
    files = make("tags", "ast_till_sign", "--tag", "ntag424", "--out", tmp_path / "tags.csv")
    table, keys, _ = map(Path, files)
    secret = b"ast_till_sign".ljust(16).hex(" ").upper()
    assert secret in keys.read_text("utf-8-sig")
    assert secret not in table.read_text("utf-8-sig")
    assert stat.S_IMODE(keys.stat().st_mode) == 0o600


def test_keys_are_not_written_into_a_file_that_others_may_read(make, tmp_path):
    keys = tmp_path / "tags.keys.csv"
    keys.write_text("from before")
    keys.chmod(0o644)
    make("tags", "ast_till_sign", "--tag", "ntag424", "--out", tmp_path / "tags.csv")
    assert stat.S_IMODE(keys.stat().st_mode) == 0o600


def test_a_sign_that_must_prove_its_taps_is_not_written_to_a_tag_that_cannot(make, tmp_path):
    make("edit", "ast_till_sign", "--proof", "tap")
    said = refused(make, "tags", "ast_till_sign", "--out", tmp_path / "tags.csv")
    assert said.startswith("--tag: ast_till_sign asks for a proof of the tap, which an NTAG213 cannot give")
    assert not list(tmp_path.iterdir())


def test_a_file_that_cannot_be_written_is_named(make, tmp_path):
    (tmp_path / "taken").write_text("a file, no folder")
    said = refused(make, "qr", "ast_window_poster", "--out", tmp_path / "taken")
    assert said.startswith("--out: ")
    assert "cannot be written" in said


def test_a_table_has_its_words_on_the_left_and_its_numbers_on_the_right():
    assert table(("a", "b"), [("word", "1"), ("x", "200")]).splitlines() == [
        "a     b",
        "word    1",
        "x     200",
    ]
