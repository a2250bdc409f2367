"""Sheets for a printer."""

from dataclasses import replace

from tests.fakes.samples import BUFFET
from tests.local.asset.saying import refused


def sheet_of_all(tmp_path, *more):
    return ("sheet", "--campaign", BUFFET.campaign_id, "--out", tmp_path / "all.html", *more)


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


def test_a_campaign_s_sheet_has_the_codes_that_were_made_for_it(make, tmp_path, capsys):
    make("create", "--kind", "qr", "--form", "sticker", "--name", "Box", "--count", 2)
    make("create", "--kind", "qr", "--name", "Anywhere")
    stickers = sheet_of_all(tmp_path, "--form", "sticker")
    assert make(*stickers, text=True).endswith(": sticker, 2 codes")
    told = capsys.readouterr().err
    assert "Left out, since they are for other forms: table_tent, window_poster." in told
    assert "Left out, since for no form (--formless): Anywhere." in told


def test_codes_that_were_made_for_no_form_are_taken_when_they_are_asked_for(make, tmp_path, capsys):
    make("create", "--kind", "qr", "--name", "Anywhere")
    said = refused(make, *sheet_of_all(tmp_path, "--form", "sticker"))
    assert "has no code for a sticker, and 1 for no form: --formless takes them" in said
    assert make(*sheet_of_all(tmp_path, "--form", "sticker", "--formless"), text=True).endswith("1 code")
    assert "Made for no form, and here all the same: Anywhere." in capsys.readouterr().err


def test_a_campaign_whose_codes_are_all_for_no_form_gets_stickers(make, tmp_path):
    for asset_id in ("ast_window_poster", "ast_table_tent"):
        make("edit", asset_id, "--form", "")
    assert make(*sheet_of_all(tmp_path), text=True).endswith(": sticker, 2 codes")


def test_a_batch_is_printed_as_people_count(make, tmp_path):
    made = make("create", "--kind", "qr", "--form", "sticker", "--name", "Batch", "--count", 11)
    make(*sheet_of_all(tmp_path, "--form", "sticker"))
    page = (tmp_path / "all.html").read_text("utf-8")
    places = [page.index(asset["slug"]) for asset in made]
    assert places == sorted(places)


def test_many_that_are_left_out_are_counted(make, tmp_path, capsys):
    make("create", "--kind", "qr", "--form", "sticker", "--name", "Box", "--count", 12)
    make(*sheet_of_all(tmp_path, "--form", "poster"))
    assert "Box 1, Box 2, Box 3, Box 4, Box 5 and 8 more." in capsys.readouterr().err


def test_customers_read_the_place_and_never_the_name(make, tmp_path):
    out = tmp_path / "poster.html"
    make("sheet", "ast_window_poster", "--out", out)
    page = out.read_text("utf-8")
    assert "Market Square 4" in page
    assert "window_poster" not in page
    make("edit", "ast_window_poster", "--place", "")
    make("sheet", "ast_window_poster", "--out", out)
    assert "window_poster" not in out.read_text("utf-8")


def test_a_campaign_with_codes_for_several_forms_is_asked_for_one(make, tmp_path):
    said = refused(make, *sheet_of_all(tmp_path))
    assert said == f"--form: {BUFFET.campaign_id} has codes for poster, table_tent; name one."
    said = refused(make, *sheet_of_all(tmp_path, "--form", "flyer"))
    assert said.startswith(f"--form: {BUFFET.campaign_id} has no code for a flyer; make some: create")


def test_codes_that_are_paused_are_printed_only_by_their_id(make, tmp_path, capsys):
    make("pause", "ast_table_tent")
    assert make(*sheet_of_all(tmp_path), text=True).endswith(": poster, 1 code")
    assert "Left out, since paused: table_tent." in capsys.readouterr().err
    make("sheet", "ast_table_tent", "--out", tmp_path / "one.html")
    assert "Paused, and made all the same: table_tent." in capsys.readouterr().err
    make("pause", "ast_window_poster")
    assert refused(make, *sheet_of_all(tmp_path)).startswith("--campaign: buffet-20 has no QR codes in use")


def test_a_sheet_is_of_one_campaign(make, memory, tmp_path):
    memory.assets["ast_table_tent"] = replace(memory.assets["ast_table_tent"], campaign_id="spa-10")
    said = refused(make, "sheet", "ast_window_poster", "ast_table_tent", "--out", tmp_path / "a.pdf")
    assert said == "A sheet speaks for one campaign; these assets belong to several."
