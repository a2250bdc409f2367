"""`make erase`, `make subject` and `make evidence`, as an operator types them."""

import json
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

import pytest

from infra.artefacts import ROOT
from infra.commands.screen import CannotGoOn
from infra.operate import erase, evidence, subject
from infra.operate.deployment import Deployment
from tests.fakes.aws import FakeAws
from tests.fakes.samples import ANNA, BEN
from tests.fakes.tables import SETTINGS
from tests.functions.booted import booted
from tests.functions.house import House
from twofold.verify.judge import judge

Say = Callable[..., str]


@pytest.fixture
def house(server: FakeAws, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[House]:
    """A deployment that the commands find; they write below a folder of the test's."""
    server.empty()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TWOFOLD_LOCAL", str(tmp_path / ".local"))

    @contextmanager
    def attached(env: str) -> Iterator[Deployment]:
        yield Deployment({}, {"SecretNames": {"root": "root"}, "TableNames": asdict(SETTINGS)})

    for command in (erase, evidence, subject):
        monkeypatch.setattr(command, "attached", attached)
    with booted(server) as boot:
        yield House(boot, server)


@pytest.fixture
def say(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Say:
    """Runs a command with these arguments, and answers what it printed."""

    def run(command: object, *arguments: str) -> str:
        monkeypatch.setattr(sys, "argv", ["make", *arguments])
        command.main()  # type: ignore[attr-defined]
        return capsys.readouterr().out

    return run


def test_a_number_is_erased_and_its_id_is_told_to_be_kept(house: House, say: Say):
    house.confirmed()
    assert house.lead_id() in say(erase, "--to", "+48 601 234 567")
    assert house.lead().status == "erased"
    assert "is erased" in say(erase, "--lead", house.lead_id())


def test_all_that_is_kept_of_a_number_is_one_json_document(house: House, say: Say):
    house.confirmed()
    told = json.loads(say(subject, "--to", ANNA))
    assert told["lead"]["phone"]["e164"] == ANNA


def test_evidence_is_written_a_file_for_each_and_verifies(house: House, say: Say, tmp_path: Path):
    house.confirmed()
    house.confirmed(BEN)
    (tmp_path / "ids.txt").write_text(f"{house.lead_id(ANNA)}\n\n{BEN}\n")
    written = say(evidence, "--file", "ids.txt", "--out", "proof").split()
    assert [Path(name).stem for name in written] == [house.lead_id(ANNA), house.lead_id(BEN)]
    found = [judge(Path(name).read_bytes()) for name in written]
    assert all(each.holds for each in found)
    assert say(evidence, "--key").strip() == found[0].seal["fingerprint"]


@pytest.mark.parametrize("arguments", [(), ("--to", ANNA, "--lead", "x")])
@pytest.mark.parametrize("command", [erase, subject, evidence])
def test_whoever_does_not_say_whom_is_asked(
    house: House, say: Say, command: object, arguments: tuple[str, ...]
):
    with pytest.raises(CannotGoOn, match="Whom"):
        say(command, *arguments)


@pytest.mark.parametrize("command", [erase, subject, evidence])
def test_somebody_whom_nobody_knows_is_named(house: House, say: Say, command: object):
    with pytest.raises(CannotGoOn, match=house.lead_id()):
        say(command, "--to", ANNA)
    with pytest.raises(CannotGoOn, match="number"):
        say(command, "--to", "12")


def test_a_line_that_is_no_number_is_named(house: House, say: Say, tmp_path: Path):
    (tmp_path / "ids.txt").write_text(f"{ANNA}\n+12\n")
    with pytest.raises(CannotGoOn, match="Line 2"):
        say(evidence, "--file", "ids.txt")
    with pytest.raises(CannotGoOn, match=r"nowhere\.txt"):
        say(evidence, "--file", "nowhere.txt")


def test_make_has_all_three():
    made = (ROOT / "Makefile").read_text("utf-8")
    assert [
        name for name in ("erase", "subject", "evidence") if re.search(rf"^{name}: setup ##", made, re.M)
    ] == [
        "erase",
        "subject",
        "evidence",
    ]
