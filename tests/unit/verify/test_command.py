"""`python -m twofold.verify`, as somebody runs it who has nothing of ours but its folder and a bundle."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fakes.evidence import KEY, a_bundle
from twofold import verify
from twofold.privacy.evidence.sign import SigningKey


@pytest.fixture
def alone(tmp_path: Path) -> Path:
    """The verifier's folder by itself, away from all other packages."""
    package = tmp_path / "alone" / "twofold"
    shutil.copytree(Path(verify.__path__[0]), package / "verify")
    return package.parent


def run(at: Path, *arguments: str, packages: bool = False) -> subprocess.CompletedProcess[str]:
    isolated = [] if packages else ["-S"]
    command = [sys.executable, *isolated, "-E", "-s", "-m", "twofold.verify", *arguments]
    return subprocess.run(command, cwd=at, capture_output=True, text=True, check=False)


def saved(at: Path, text: str, name: str = "bundle.json") -> str:
    (at / name).write_text(text, encoding="utf-8")
    return name


def test_it_needs_nothing_but_python_and_says_what_it_could_not_check(alone: Path):
    told = run(alone, saved(alone, a_bundle()))
    assert told.returncode == 0, told.stderr
    assert "holds." in told.stdout
    assert "11 rows" not in told.stderr
    assert "NOT checked: the signature" in told.stdout
    assert "Erased, and still part of the chain: 2 links." in told.stdout


def test_with_cryptography_the_signature_is_checked(alone: Path):
    told = run(alone, saved(alone, a_bundle()), "--fingerprint", KEY.fingerprint, packages=True)
    assert told.returncode == 0, told.stdout
    assert f"Signed by the key {KEY.fingerprint}" in told.stdout


def test_a_bundle_that_does_not_hold_fails_and_names_the_row(alone: Path):
    told = run(alone, saved(alone, a_bundle().replace("STOP", "HELP", 1).replace("acepto", "apecto", 1)))
    assert told.returncode == 1
    assert "DOES NOT HOLD" in told.stdout
    assert "Row 1 (line 3) was changed" in told.stdout


def test_one_of_several_that_does_not_hold_is_enough(alone: Path):
    good, bad = saved(alone, a_bundle()), saved(alone, a_bundle()[:-3], "bad.json")
    assert run(alone, good, bad).returncode == 1


def test_another_key_than_the_one_that_was_asked_for_fails(alone: Path):
    forged = saved(alone, a_bundle(key=SigningKey(b"f" * 32)))
    assert run(alone, forged, packages=True).returncode == 0
    told = run(alone, forged, "--fingerprint", KEY.fingerprint, packages=True)
    assert told.returncode == 1
    assert "another key" in told.stdout


def test_who_insists_on_the_signature_is_not_told_that_all_is_well_without_it(alone: Path):
    told = run(alone, saved(alone, a_bundle()), "--signed")
    assert told.returncode == 1
    assert "pip install cryptography" in told.stdout


def test_a_file_that_is_not_there_is_another_matter(alone: Path):
    told = run(alone, "nowhere.json")
    assert (told.returncode, told.stdout) == (2, "")
    assert "nowhere.json" in told.stderr


def test_it_explains_itself(alone: Path):
    told = run(alone, "--help")
    assert told.returncode == 0
    assert "Exit code" in told.stdout
