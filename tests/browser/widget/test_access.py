"""For everybody: by keyboard alone, with a screen reader, in the dark, from right to left, without motion."""

import re

import pytest
from playwright.sync_api import expect

from infra.artefacts import ROOT
from tests.browser.chromium import SIZES
from tests.browser.samples import settings
from twofold.campaigns.contrast import letters_on

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")
SCENES = {
    "plain": {},
    "dark": {"color_scheme": "dark"},
    "right-to-left": {},
    "German": {},
    "pale accent": {},
    "middling accent": {},
    "dark, pale accent": {"color_scheme": "dark"},
    "campaign's paper": {},
}
THEMES = {
    "pale accent": {"accent": "#f5c542"},
    "dark, pale accent": {"accent": "#f5c542"},
    "middling accent": {"accent": "#767676"},
    "campaign's paper": {"accent": "#00695c", "paper": "#102a27", "ink": "#e8f5f2", "radius": "0"},
}


LOOK = """axe.run({ include: [["twofold-widget"]] }).then(({ violations, incomplete, passes }) => {
  const told = (rules) =>
    rules.flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node.target} ${node.failureSummary}`));
  const unsure = incomplete.filter(({ id }) => id === "color-contrast").flatMap(({ nodes }) =>
    nodes.filter(({ any }) => !any[0].data.messageKey).map(({ target }) => `contrast not known: ${target}`));
  return [[...told(violations), ...unsure], passes.length];
})"""
"""What axe finds, and where it could not tell the contrast; a single sign and an empty field have none to tell."""


def faults(visitor) -> list[str]:
    if not visitor.page.evaluate("'axe' in window"):
        visitor.page.evaluate(AXE)
    broken: list[str]
    broken, passed = visitor.page.evaluate(LOOK)
    assert passed > 5, "axe looked at nothing"
    return broken


EVERY = [(scene, size) for scene in SCENES for size in sorted(SIZES)]
SOME = EVERY[::2][::2] + EVERY[1::2][1::2]
"""Each scene once, on a phone or on a desktop by turns; `make prove` looks at both."""


@pytest.mark.parametrize(
    ("scene", "size"),
    [pytest.param(*each, marks=() if each in SOME else pytest.mark.prove) for each in EVERY],
)
def test_axe_finds_nothing_at_any_step(meet, shop, api, scene, size):
    api.settings = settings("de" if scene == "German" else "en")
    api.settings["direction"] = "rtl" if scene == "right-to-left" else "ltr"
    api.settings["theme"] = THEMES.get(scene, {"accent": "#b3261e"})
    api.outcome = {
        "referral_url": "https://go.example/R7K2M9QXW4F7",
        "magnet": {"title": "Twelve recipes", "url": "https://x.example/m"},
    }
    visitor = meet(**SIZES[size], **SCENES[scene], reduced_motion="reduce").comes()
    assert faults(visitor) == []
    visitor.opens()
    assert faults(visitor) == []
    visitor.leaves(agrees=False)
    expect(visitor.fault).not_to_be_empty()
    assert faults(visitor) == []
    visitor.leaves().types("111111")
    expect(visitor.fault).to_have_text(re.compile("2"))
    assert faults(visitor) == []
    visitor.page.locator("#code").fill("")
    visitor.types().page.locator(".done").wait_for()
    assert faults(visitor) == []
    visitor.page.keyboard.press("Escape")
    expect(visitor.teaser).to_be_visible()
    assert faults(visitor) == []


def test_the_whole_way_goes_by_keyboard_alone(visitor):
    visitor.shop.body = "<h1>Spices</h1>"
    visitor.comes()
    keys = visitor.page.keyboard
    keys.press("Tab")
    keys.press("Enter")
    expect(visitor.page.locator("#phone")).to_be_focused()
    keys.type("+48601234567")
    keys.press("Tab")
    keys.press("Space")
    expect(visitor.page.locator("#consent")).to_be_checked()
    keys.press("Enter")
    expect(visitor.page.locator("#code")).to_be_focused()
    keys.type("481516")
    expect(visitor.page.get_by_role("heading", name="Here it is: your code")).to_be_focused()
    keys.press("Escape")
    expect(visitor.dialog).not_to_be_visible()
    expect(visitor.page.locator(".invite")).to_be_focused()


def test_focus_stays_in_the_dialog_and_the_page_behind_rests(visitor):
    visitor.shop.body = '<a href="/one">one</a><button>two</button>'
    visitor.comes().opens()
    for _ in range(12):
        visitor.page.keyboard.press("Tab")
        assert visitor.page.evaluate("!document.activeElement.matches('a, body button')")
    with pytest.raises(Exception, match="Timeout"):
        visitor.page.get_by_text("two").click(timeout=300)


def test_focus_is_seen(visitor):
    visitor.comes()
    visitor.page.keyboard.press("Tab")
    outline = visitor.page.locator(".invite").evaluate("(it) => getComputedStyle(it).outline")
    assert "3px" in outline


def test_a_fault_is_read_out_and_tied_to_its_field(visitor):
    visitor.comes().opens().leaves(" ")
    expect(visitor.fault).to_have_attribute("role", "alert")
    expect(visitor.page.locator("#phone")).to_have_attribute("aria-describedby", "fault")


def test_fields_say_what_they_are_to_people_and_browsers(visitor):
    visitor.comes().opens()
    phone = visitor.page.get_by_label("Your mobile number")
    assert (phone.get_attribute("type"), phone.get_attribute("autocomplete")) == ("tel", "tel")
    visitor.leaves()
    code = visitor.page.get_by_label("The 6 digits from the text message")
    assert (code.get_attribute("inputmode"), code.get_attribute("autocomplete")) == (
        "numeric",
        "one-time-code",
    )


def test_what_is_touched_is_large_enough_and_within_reach_of_a_thumb(meet):
    visitor = meet(**SIZES["phone"]).comes()
    assert visitor.teaser.bounding_box()["y"] > 844 * 0.8
    visitor.opens()
    for button in visitor.page.locator("button:visible, input:visible").all():
        box = button.bounding_box()
        smallest = 24 if button.get_attribute("type") == "checkbox" else 44
        assert min(box["width"], box["height"]) >= smallest
    assert visitor.page.locator("button.main").bounding_box()["y"] > 844 * 0.7


def test_from_right_to_left_the_teaser_changes_sides(meet, api):
    assert meet().comes().teaser.bounding_box()["x"] > 640
    api.settings["direction"] = "rtl"
    assert meet().comes().teaser.bounding_box()["x"] < 640


@pytest.mark.parametrize("size", sorted(SIZES))
@pytest.mark.parametrize("width", [320, None])
def test_nothing_is_cut_off_however_long_the_words(meet, api, size, width):
    api.settings = settings("de")
    api.settings["texts"]["popup_title"] = "Rabattgutscheineinlösebedingungen und Sonderangebote"
    api.settings["texts"]["teaser"] = (
        "Zwanzig Prozent Willkommensrabatt auf dein erstes Frühstücksbuffet am Wochenende"
    )
    traits = dict(SIZES[size])
    if width:
        traits["viewport"] = {"width": width, "height": 568}
    visitor = meet(**traits).comes()
    visitor.opens()
    wide = visitor.page.locator("dialog, header, .stage, form, h2, button, .consent")
    for part in wide.all():
        assert part.evaluate("(it) => it.scrollWidth <= it.clientWidth + 1"), part
    box = visitor.dialog.bounding_box()
    assert box["x"] >= 0
    assert box["y"] >= 0
    visitor.leaves().page.locator("#code").wait_for()


@pytest.mark.parametrize(
    ("said", "browser", "dark"),
    [
        ("", "dark", True),
        ("", "light", False),
        ('<meta name="color-scheme" content="light">', "dark", False),
        ('<meta name="color-scheme" content="light dark">', "dark", True),
        ("<style>:root { color-scheme: dark }</style>", "light", True),
        ("<style>:root { --twofold-scheme: light }</style>", "dark", False),
    ],
)
def test_it_is_as_dark_as_the_page(meet, shop, said, browser, dark):
    shop.head = said
    visitor = meet(color_scheme=browser).comes().opens()
    paper = visitor.dialog.evaluate("(it) => getComputedStyle(it).backgroundColor")
    assert (paper != "rgb(255, 255, 255)") is dark


def test_the_pages_own_colours_come_before_the_campaigns(visitor):
    visitor.shop.head = "<style>:root { --twofold-accent: rgb(1, 2, 3); --twofold-radius: 0px }</style>"
    visitor.comes().opens()
    assert (
        visitor.page.locator("header").evaluate("(it) => getComputedStyle(it).backgroundColor")
        == "rgb(1, 2, 3)"
    )
    assert visitor.dialog.evaluate("(it) => getComputedStyle(it).borderRadius") == "0px"


LETTERS = """async (accent) => {
  const parts = document.querySelector("twofold-widget").shadowRoot;
  const dialog = parts.querySelector("dialog");
  const closed = new Promise((done) => dialog.addEventListener("close", done, { once: true }));
  twofold.close();
  await closed;
  document.documentElement.style.setProperty("--twofold-accent", accent);
  twofold.open();
  await new Promise(requestAnimationFrame);
  return getComputedStyle(parts.querySelector("header")).color;
}"""
"""What stands on an accent that the page has just taken on."""

BETWEEN = ("#c734b5", "#c24c76", "#5a6dd6", "#dc2678", "#38853f")
"""Accents on which black and white are read almost equally well."""


def test_letters_on_an_accent_are_black_or_white_whichever_is_read_better(visitor, api):
    api.settings["theme"] = {}
    visitor.comes().opens()
    accents = [
        *BETWEEN,
        *(f"#{red:02x}{green:02x}80" for red in range(0, 256, 51) for green in range(0, 256, 51)),
    ]
    told = {accent: visitor.page.evaluate(LETTERS, accent) for accent in accents}
    shown = {"#000000": "rgb(0, 0, 0)", "#ffffff": "rgb(255, 255, 255)"}
    assert told == {accent: shown[letters_on(accent)] for accent in accents}
    assert len(set(told.values())) == 2


def test_a_campaigns_letters_do_not_stand_on_an_accent_of_the_page(visitor, api):
    api.settings["theme"] = {"accent": "#b3261e", "on-accent": "#ffffff"}
    visitor.shop.head = "<style>:root { --twofold-accent: #f5c542 }</style>"
    visitor.comes().opens()
    assert visitor.page.locator("header").evaluate("(it) => getComputedStyle(it).color") == "rgb(0, 0, 0)"


@pytest.mark.parametrize(("motion", "animation"), [("reduce", "none"), ("no-preference", "rise")])
def test_nothing_moves_for_those_who_wish_so(meet, motion, animation):
    visitor = meet(reduced_motion=motion).comes().opens()
    assert visitor.dialog.evaluate("(it) => getComputedStyle(it).animationName") == animation


def test_a_click_beside_the_dialog_closes_it_and_one_inside_does_not(visitor):
    visitor.comes().opens()
    visitor.page.locator("header").click()
    expect(visitor.dialog).to_be_visible()
    visitor.page.mouse.click(5, 5)
    expect(visitor.dialog).not_to_be_visible()


def test_on_a_phone_the_dialog_rises_above_the_keyboard(meet):
    visitor = meet(**SIZES["phone"], reduced_motion="reduce").comes().opens()
    visitor.page.evaluate(
        """Object.defineProperty(visualViewport, "height", { get: () => 500 });
        visualViewport.dispatchEvent(new Event("resize"));"""
    )
    box = visitor.dialog.bounding_box()
    assert box["y"] >= 0
    assert abs(box["y"] + box["height"] - 500) < 1
    visitor.page.locator("button.main").scroll_into_view_if_needed()
    assert visitor.page.locator("button.main").bounding_box()["y"] < 500
