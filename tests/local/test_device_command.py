"""A link for a shop's phone, as an operator makes, lists and withdraws it."""

import io
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from urllib.parse import urlsplit

import pytest
import zxingcpp
from PIL import Image

from infra.artefacts import ROOT
from infra.commands.screen import CannotGoOn
from infra.operate import device
from infra.operate.deployment import Deployment
from infra.operate.terminal_code import in_blocks
from tests.fakes.samples import BUFFET
from twofold.partners.device import describe
from twofold.partners.keys import ApiKey, hash_key

SHOWN = """
show:
	@printf '%s\\n' "$$DEVICE_PLACE" "$$DEVICE_NAME"
"""
LINK = "https://twofold.example/staff#tf_" + "aB3-_" * 8


class Keys:
    SECONDS = 30.0

    def __init__(self) -> None:
        self.kept: dict[str, ApiKey] = {}

    def put(self, key: ApiKey) -> None:
        self.kept[key.key_hash] = key

    def devices(self) -> list[ApiKey]:
        return list(self.kept.values())

    def withdraw(self, key_hash: str) -> None:
        del self.kept[key_hash]


@pytest.fixture(autouse=True)
def keys(monkeypatch, tmp_path) -> Keys:
    """A deployment that has nothing but keys."""
    keys = Keys()

    @contextmanager
    def attached(env: str) -> Iterator[Deployment]:
        yield Deployment(client={}, outputs={})

    monkeypatch.setenv("TWOFOLD_LOCAL", str(tmp_path))
    monkeypatch.setattr(device, "attached", attached)
    monkeypatch.setattr(device, "DynamoKeyBook", lambda: keys)
    monkeypatch.setattr(device, "campaigns", lambda: [replace(BUFFET, places={"vienna-1": "Vienna, Ring 4"})])
    return keys


def make(*said: str) -> None:
    device.main(["--place", "vienna-1", "--name", "Till 2", *said])


def test_the_link_alone_stands_on_stdout_and_its_key_is_the_one_that_is_kept(keys: Keys, capsys):
    make()
    told = urlsplit(capsys.readouterr().out.strip())
    assert told.path == "/staff"
    kept = keys.kept[hash_key(told.fragment)]
    assert (kept.label, kept.place, kept.scopes) == ("Till 2", "vienna-1", ("codes:read", "codes:redeem"))


def test_a_place_is_called_as_a_campaign_calls_it(keys: Keys, capsys):
    make()
    assert "No campaign knows" not in capsys.readouterr().err
    (kept,) = keys.kept.values()
    assert describe(kept).place_name == "Vienna, Ring 4"


def test_a_place_that_no_campaign_knows_is_warned_of_and_made(keys: Keys, capsys):
    device.main(["--place", "graz:2", "--name", "Till"])
    assert "No campaign knows the place graz:2" in capsys.readouterr().err
    (kept,) = keys.kept.values()
    assert describe(kept).place_name == "graz:2"


def test_a_name_comes_from_make_as_it_was_typed():
    told = 'Anna\'s "$5" till & more'
    asked = ["make", "--no-print-directory", "-f", "-", "show", f"NAME={told}", "PLACE=vienna:1"]
    rules = (ROOT / "Makefile").read_text("utf-8") + SHOWN
    said = subprocess.run(asked, input=rules, capture_output=True, text=True, check=True, cwd=ROOT)
    assert said.stdout.splitlines() == ["vienna:1", told]


def test_what_make_hands_over_is_what_is_asked_for(keys: Keys, monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["device", "--env", "local"])
    monkeypatch.setenv("DEVICE_PLACE", "vienna-1")
    monkeypatch.setenv("DEVICE_NAME", "-Anna's $5 till")
    device.main()
    (kept,) = keys.kept.values()
    assert (kept.place, kept.label) == ("vienna-1", "-Anna's $5 till")


def test_a_device_has_one_link_until_that_is_withdrawn(keys: Keys, capsys):
    make()
    with pytest.raises(CannotGoOn, match="first withdraw it"):
        make()
    assert len(keys.kept) == 1
    make("--withdraw")
    assert "good no more, within 30 seconds" in capsys.readouterr().out
    assert not keys.kept
    make()


def test_devices_are_listed_by_place_and_name(capsys):
    device.main([])
    assert "There is no device yet" in capsys.readouterr().err
    make()
    device.main(["--place", "graz", "--name", "Phone"])
    capsys.readouterr()
    device.main([])
    assert capsys.readouterr().out.splitlines() == ["vienna-1  Till 2", "graz  Phone"]
    device.main(["--place", "graz"])
    assert capsys.readouterr().out.splitlines() == ["graz  Phone"]


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        (["--name", "Till"], "Where does it redeem"),
        (["--name", " ", "--place", "a"], "NAME: 1 to 60"),
        (["--name", "a\x1bb", "--place", "a"], "NAME: 1 to 60"),
        (["--name", "Till", "--place", "Ring 4"], "PLACE: up to 64 letters"),
        (["--withdraw"], "Which one"),
        (["--withdraw", "--name", "Never", "--place", "a"], "There is no Never at a"),
    ],
)
def test_what_makes_no_sense_is_told_in_a_sentence(keys: Keys, said: list[str], fault: str):
    with pytest.raises(CannotGoOn, match=fault):
        device.main(said)
    assert not keys.kept


def test_a_phone_reads_the_code_from_the_terminal():
    halves = {" ": (255, 255), "▀": (0, 255), "▄": (255, 0), "█": (0, 0)}
    lines = [
        line.removeprefix("\033[38;5;16;48;5;231m").removesuffix("\033[0m")
        for line in in_blocks(LINK).splitlines()
    ]
    picture = Image.new("L", (len(lines[0]), 2 * len(lines)))
    for y, line in enumerate(lines):
        for x, block in enumerate(line):
            for half, grey in enumerate(halves[block]):
                picture.putpixel((x, 2 * y + half), grey)
    (read,) = zxingcpp.read_barcodes(
        picture.resize((picture.width * 6, picture.height * 6), Image.Resampling.NEAREST)
    )
    assert read.text == LINK


def test_a_code_is_drawn_for_people_alone(monkeypatch, capsys):
    make()
    assert "█" not in capsys.readouterr().err
    terminal = io.StringIO()
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr("sys.stderr", terminal)
    device.main(["--place", "vienna-1", "--name", "Till 3"])
    assert "█" in terminal.getvalue()
