"""What a QR code is drawn as, read back by a scanner."""

import io
import random
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from tests.unit.qr.scanner import scan_png, scan_rows, scan_svg
from twofold.assets.links import encoded
from twofold.assets.qr.draw import draw_modules, draw_png, draw_svg
from twofold.assets.qr.hole import middle
from twofold.assets.qr.uses import USES
from twofold.contracts.errors import InvalidRequest

LINK = "https://go.brand.com/4f7k2m"
ENCODED = "HTTPS://GO.BRAND.COM/4F7K2M"
PACKAGE = Path(__file__).parents[3] / "layers" / "twofold" / "python"


@pytest.mark.parametrize("logo", [False, True])
@pytest.mark.parametrize("use", USES)
def test_every_drawing_leads_where_it_should(use, logo):
    assert scan_svg(draw_svg(LINK, use, logo=logo)) == [ENCODED]
    assert scan_png(draw_png(LINK, use, logo=logo)) == [ENCODED]
    assert scan_rows(draw_modules(LINK, use, logo=logo)) == [ENCODED]


@pytest.mark.parametrize("length", range(18, 33))
def test_a_link_of_thirty_two_characters_stays_small(length):
    link = f"https://{'b' * (length - 18)}.co/4F7K2M"
    assert len(link) == length
    assert draw_modules(link, "flyer").version == 2
    assert draw_modules(link, "flyer", logo=True).version in (2, 3)


def test_upper_case_spares_modules():
    assert draw_modules(LINK, "flyer").version < draw_modules(f"{LINK}?a=b", "flyer").version


@pytest.mark.parametrize(
    ("link", "drawn"),
    [
        (LINK, ENCODED),
        ("http://127.0.0.1:8080/4f7k2m", "HTTP://127.0.0.1:8080/4F7K2M"),
        ("https://go.brand.com/R23456789ABC", "HTTPS://GO.BRAND.COM/R23456789ABC"),
        ("https://go.brand.com/r23456789abc", "https://go.brand.com/r23456789abc"),
        ("https://go.brand.com/R23456789abc", "https://go.brand.com/R23456789abc"),
        ("https://go.brand.com/aB3dE6gH9", "https://go.brand.com/aB3dE6gH9"),
        ("https://go.brand.com/j/ast_a", "https://go.brand.com/j/ast_a"),
        ("https://go.brand.com/4F7K2M?utm_source=x", "https://go.brand.com/4F7K2M?utm_source=x"),
        ("ab3d", "ab3d"),
    ],
)
def test_only_what_means_the_same_in_upper_case_is_written_so(link, drawn):
    assert encoded(link) == drawn
    assert scan_rows(draw_modules(link, "screen")) == [drawn]


def test_the_level_is_higher_where_a_code_gets_dirty_and_highest_around_a_logo():
    levels = {use: (draw_modules(LINK, use).level, draw_modules(LINK, use, logo=True).level) for use in USES}
    assert {use for use, (plain, _) in levels.items() if plain == "Q"} == {"sticker", "table_tent"}
    assert {plain for plain, _ in levels.values()} == {"M", "Q"}
    assert {hollow for _, hollow in levels.values()} == {"H"}


def test_a_logo_has_an_empty_middle_and_nothing_else_has():
    code = draw_modules(LINK, "poster", logo=True)
    empty = middle(code.size, code.hole)
    assert code.hole == 7
    assert not any(code.rows[y][x] for y in empty for x in empty)
    assert draw_modules(LINK, "poster").hole == 0


@pytest.mark.parametrize("length", range(1, 301, 23))
def test_a_hole_leaves_room_for_stains_in_codes_of_every_size(length):
    text = "".join(random.Random(length).choices("abcdefXYZ019/", k=length))
    code = draw_modules(text, "poster", logo=True)
    assert 0 < code.hole <= 0.3 * code.size
    low = code.size - 4
    assert scan_rows(code, stains=frozenset({(low, low), (low + 1, low), (low, low + 1)})) == [text]


def test_a_quiet_zone_of_four_modules_surrounds_a_picture():
    px = USES["screen"].module_px
    drawn = Image.open(io.BytesIO(draw_png(LINK, "screen"))).convert("L")
    dark = drawn.point(lambda grey: 255 - grey).getbbox()
    assert dark == (4 * px, 4 * px, drawn.width - 4 * px, drawn.height - 4 * px)


@pytest.mark.parametrize("use", USES)
def test_a_code_is_as_wide_as_a_tenth_of_its_distance(use):
    code = draw_modules(LINK, use)
    side = USES[use].smallest_mm(code.size)
    assert side == USES[use].distance_mm / 10
    assert f'width="{round(side * code.whole / code.size, 2)}mm"' in draw_svg(LINK, use)
    picture = Image.open(io.BytesIO(draw_png(LINK, use)))
    assert picture.width / picture.info["dpi"][0] * 25.4 == pytest.approx(
        side * code.whole / code.size, rel=1e-2
    )


def test_no_module_is_finer_than_a_phone_can_read():
    assert USES["sticker"].smallest_mm(85) == pytest.approx(85 * 0.396)


@pytest.mark.parametrize(
    ("link", "use", "field"), [("", "flyer", "link"), ("x" * 301, "flyer", "link"), (LINK, "mug", "use")]
)
def test_what_cannot_be_drawn_is_refused_by_name(link, use, field):
    for draw in (draw_svg, draw_png, draw_modules):
        with pytest.raises(InvalidRequest) as refused:
            draw(link, use)
        assert refused.value.field == field


def test_a_drawing_needs_no_library_for_pictures_or_documents():
    absent = "import sys; sys.modules.update(dict.fromkeys(('png', 'PIL', 'reportlab')))"
    drawn = f"from twofold.assets.qr.draw import *; draw_svg('{LINK}', 'flyer'); draw_png('{LINK}', 'flyer')"
    subprocess.run([sys.executable, "-c", f"{absent}; {drawn}"], check=True, env={"PYTHONPATH": str(PACKAGE)})
