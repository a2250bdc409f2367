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
