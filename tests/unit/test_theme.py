"""How a campaign may look: what can be read, and nothing that is not a colour, a length or a font of ours."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twofold.campaigns.contrast import READABLE, contrast, letters_on
from twofold.campaigns.theme import FONTS, NAMES, faults, usable
from twofold.entrypoints.colours import sheet

COLOURS = st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)
VALUES = st.one_of(
    COLOURS,
    st.sampled_from([*FONTS, "12px", "light", "dark", "https://x.example/i.jpg"]),
    st.text(max_size=40),
)
SHEET = re.compile(
    r"(:root\{(--[\w-]+:[^;{}<>]+;)+\}|@media not all and \(prefers-color-scheme: dark\)\{|\})*"
)


def told(**theme: str) -> list[str]:
    return list(faults("campaign.theme", {name.replace("_", "-"): value for name, value in theme.items()}))


@pytest.mark.parametrize(
    "theme",
    [
        {},
        {"accent": "#b3261e"},
        {"accent": "#F5C542", "radius": "0", "font": "serif", "scheme": "light"},
        {"paper": "#fffaf0", "ink": "#222222", "radius": "1.5rem", "image": "https://x.example/a.jpg?w=1"},
        {"accent": "#005f5f", "on_accent": "#ffffff", "radius": "32px", "scheme": "light dark"},
    ],
)
def test_a_theme_that_can_be_read_is_fine(theme: dict[str, str]):
    assert told(**theme) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("accent", "red"),
        ("accent", "#fff"),
        ("accent", "#12345g"),
        ("accent", "#123456;}"),
        ("accent", "#123456\n"),
        ("paper", "var(--x)"),
        ("radius", "33px"),
        ("radius", "-1px"),
        ("radius", "1e9px"),
        ("radius", "100%"),
        ("font", "Comic Sans MS"),
        ("font", "serif; color: red"),
        ("scheme", "night"),
        ("image", "http://x.example/a.jpg"),
        ("image", "https://"),
        ("image", "https://user@x.example/a.jpg"),
        ("image", "javascript:alert(1)"),
        ("image", 'https://x.example/"onload="x'),
        ("image", "https://[x/a.jpg"),
        ("image", "https://x.example/a.jpg'),url('//y.example"),
        ("image", "https://x.example:0/a.jpg"),
    ],
)
def test_whatever_else_is_refused_by_its_path(name: str, value: str):
    (fault,) = told(**{name: value})
    assert fault.startswith(f"campaign.theme.{name}: ")


def test_a_name_that_means_nothing_is_told():
    (fault,) = told(acent="#b3261e")
    assert fault.startswith("campaign.theme.acent: there is no such field")


@pytest.mark.parametrize(
    ("theme", "name"),
    [
        ({"accent": "#777777", "on_accent": "#888888"}, "on-accent"),
        ({"paper": "#222222"}, "ink"),
        ({"ink": "#dddddd"}, "ink"),
        ({"paper": "#ffffff", "ink": "#999999"}, "ink"),
    ],
)
def test_letters_that_cannot_be_read_are_refused(theme: dict[str, str], name: str):
    (fault,) = told(**theme)
    assert fault.startswith(f"campaign.theme.{name}: it cannot be read on ")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21), ("#ffffff", "#ffffff", 1), ("#777777", "#ffffff", 4.48)],
)
def test_contrast_is_measured_as_wcag_does(one: str, other: str, ratio: float):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)


@given(COLOURS)
def test_on_every_accent_letters_can_be_read(accent: str):
    assert contrast(accent, letters_on(accent)) >= READABLE


@given(st.dictionaries(st.sampled_from([*NAMES, "other"]), VALUES))
def test_whoever_stored_it_a_theme_is_a_sheet_of_variables_and_nothing_else(theme: dict[str, str]):
    written = sheet(theme)
    assert SHEET.fullmatch(written), written
    assert "url" not in written
    assert usable(theme).keys() <= set(NAMES)


def test_paper_and_ink_are_for_the_day():
    assert sheet({"paper": "#fffaf0"}).startswith("@media not all and (prefers-color-scheme: dark){")
    assert sheet({"paper": "#fffaf0", "scheme": "light"}).startswith(":root{--paper:#fffaf0;")
    assert "--paper" not in sheet({"paper": "#fffaf0", "scheme": "dark"})
