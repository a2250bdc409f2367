"""Setting up installs a browser for the tests where it may, once, and says in a line where it may not."""

import os
import stat
from pathlib import Path

import pytest

from infra.commands import browser


@pytest.fixture
def machine(tmp_path: Path, monkeypatch):
    """A machine with these commands alone; each notes that it was called."""
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    (tmp_path / "bin").mkdir()

    def install(**commands: str) -> Path:
        for name, deed in commands.items():
            path = tmp_path / "bin" / name.replace("_", "-")
            path.write_text(f'#!/bin/sh\necho "{path.name} $*" >> {tmp_path}/called\n{deed}\n')
            path.chmod(path.stat().st_mode | stat.S_IXUSR)
        here: Path = tmp_path
        return here

    return install


def called(machine: Path) -> list[str]:
    log = machine / "called"
    return [line.split(" ")[-1] for line in log.read_text().splitlines()] if log.exists() else []


def brings(machine: Path) -> str:
    return f"/bin/cp {machine}/bin/apt-get {machine}/bin/chromium"


def test_a_browser_that_is_there_is_enough(machine, tmp_path):
    here = machine(chromium="", apt_get="")
    browser.want(tmp_path / "tried")
    assert called(here) == []


def test_root_installs_debians_package(machine, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    here = machine(apt_get=brings(tmp_path))
    browser.want(tmp_path / "tried")
    assert called(here) == ["chromium"]
    assert "No Chromium" not in capsys.readouterr().out


def test_lists_that_are_too_old_are_brought_up_to_date(machine, tmp_path, monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    here = machine(
        apt_get=f'case "$*" in *update) touch {tmp_path}/fresh;; *) [ -e {tmp_path}/fresh ];; esac'
    )
    machine(touch='/bin/cp /dev/null "$1"')
    browser.want(tmp_path / "tried")
    assert [word for word in called(here) if word in ("chromium", "update")] == [
        "chromium",
        "update",
        "chromium",
    ]


def test_who_may_become_root_without_a_password_does(machine, tmp_path, monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    here = machine(apt_get="", sudo="")
    browser.want(tmp_path / "tried")
    assert called(here)[:2] == ["true", "chromium"]


@pytest.mark.parametrize("commands", [{}, {"apt_get": ""}, {"apt_get": "", "sudo": "exit 1"}])
def test_who_may_not_is_told_in_one_line_and_once(machine, tmp_path, monkeypatch, capsys, commands):
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    here = machine(**commands)
    browser.want(tmp_path / "tried")
    assert capsys.readouterr().out.splitlines() == [f"  ! {browser.MISSING}"]
    browser.want(tmp_path / "tried")
    assert capsys.readouterr().out == ""
    assert "chromium" not in called(here)
