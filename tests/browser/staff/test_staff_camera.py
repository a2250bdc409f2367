"""The camera: Chromium's own stand-in sees the code of a customer's page, and the page reads it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from infra.commands.browser import MISSING, found
from tests.browser import chromium
from tests.browser.staff.clerk import Clerk
from tests.browser.staff.conftest import Hire
from tests.browser.staff.film import filmed
from tests.browser.staff.till import CODE

ITS_OWN = """
window.BarcodeDetector = class {
  static getSupportedFormats = async () => ["qr_code"];
  detect = async (video) => (video.videoWidth ? [{ rawValue: "%s" }] : []);
};
"""


NOT_YET_ALLOWED = "navigator.permissions.query = async () => ({ state: 'prompt' });"


@pytest.fixture(scope="module")
def window(tmp_path_factory) -> Iterator[Browser]:
    """One that takes a film for its camera, and lets pages use it."""
    path = found()
    if path is None:
        pytest.skip(MISSING)
    film = filmed(f"https://saffron.example/c/{CODE}", tmp_path_factory.mktemp("camera") / "code.y4m")
    switches = ("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream")
    with chromium.started(path, *switches, f"--use-file-for-fake-video-capture={film}") as window:
        yield window


@pytest.fixture
def clerk(hire: Hire) -> Clerk:
    """Somebody whose browser would ask first."""
    clerk = hire()
    clerk.page.add_init_script(NOT_YET_ALLOWED)
    return clerk


def loaded(clerk: Clerk) -> list[str]:
    found: list[str] = clerk.page.evaluate("performance.getEntriesByType('resource').map(({ name }) => name)")
    return [name.rpartition("/")[2] for name in found]


def test_a_code_before_the_camera_is_read_and_looked_up(clerk: Clerk):
    clerk.comes()
    expect(clerk.page.locator("#code")).to_be_visible()
    assert "reader.js" not in loaded(clerk)
    clerk.press("Scan with the camera")
    expect(clerk.verdict).to_contain_text("Good")
    assert "reader.js" in loaded(clerk)
    assert not clerk.complaints


def test_one_code_is_looked_up_once_however_long_it_is_seen(clerk: Clerk):
    clerk.comes().press("Scan with the camera")
    expect(clerk.verdict).to_contain_text("Good")
    clerk.page.wait_for_timeout(800)
    assert len([asked for asked in clerk.till.seen if asked.path.endswith(CODE)]) == 1


def test_where_the_camera_was_allowed_before_it_starts_by_itself(hire: Hire):
    expect(hire().comes().verdict).to_contain_text("Good")


def test_the_camera_rests_once_a_code_was_found(clerk: Clerk):
    clerk.page.add_init_script(
        "const given = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);"
        "navigator.mediaDevices.getUserMedia = async (wish) => (window.stream = await given(wish));"
    )
    clerk.comes().press("Scan with the camera")
    expect(clerk.verdict).to_contain_text("Good")
    assert clerk.page.evaluate("stream.getTracks().map(({ readyState }) => readyState)") == ["ended"]


def test_a_browser_that_reads_codes_itself_loads_no_reader(clerk: Clerk):
    clerk.page.add_init_script(ITS_OWN % CODE)
    clerk.comes().press("Scan with the camera")
    expect(clerk.verdict).to_contain_text("Good")
    assert "reader.js" not in loaded(clerk)


def test_another_shop_s_picture_is_said_to_be_no_code_and_the_camera_stays(clerk: Clerk):
    clerk.page.add_init_script(ITS_OWN % "https://elsewhere.example/menu")
    clerk.comes().press("Scan with the camera")
    expect(clerk.page.locator(".hint")).to_have_text("That is not a discount code.")
    expect(clerk.page.locator("video")).to_be_visible()


@pytest.mark.parametrize(
    ("fault", "said"),
    [("NotAllowedError", "The camera is not allowed"), ("NotFoundError", "There is no camera")],
)
def test_without_a_camera_the_code_is_typed(clerk: Clerk, fault: str, said: str):
    clerk.page.add_init_script(
        f"navigator.mediaDevices.getUserMedia = async () => {{ throw new DOMException('', '{fault}'); }}"
    )
    clerk.comes().press("Scan with the camera")
    expect(clerk.page.locator(".hint")).to_contain_text(said)
    expect(clerk.page.locator(".camera")).to_be_hidden()
    expect(clerk.types().verdict).to_contain_text("Good")
