"""QR codes as files."""

from pathlib import Path

import zxingcpp
from PIL import Image

from tests.local.asset.saying import refused


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


def test_a_file_that_cannot_be_written_is_named(make, tmp_path):
    (tmp_path / "taken").write_text("a file, no folder")
    said = refused(make, "qr", "ast_window_poster", "--out", tmp_path / "taken")
    assert said.startswith("--out: ")
    assert "cannot be written" in said
