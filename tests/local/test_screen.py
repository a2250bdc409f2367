"""How a command speaks where nobody watches a terminal: into a log, or to another program."""

import pytest

from infra.commands import screen
from infra.commands.screen import step


@pytest.fixture(autouse=True)
def log(monkeypatch):
    monkeypatch.setattr(screen, "COLOUR", False)


def test_a_step_says_at_once_that_it_began(capsys):
    with step("The stack"):
        assert capsys.readouterr().out == "  … The stack\n"
    ended = capsys.readouterr().out
    assert ended.startswith("  ✓ The stack  ")
    assert ended.endswith(" s\n")


def test_a_step_that_fails_says_so_below_its_beginning(capsys):
    with pytest.raises(ZeroDivisionError), step("The stack"):
        raise ZeroDivisionError
    assert capsys.readouterr().out == "  … The stack\n  ✗ The stack\n"


def test_on_a_terminal_a_step_keeps_to_its_line(capsys, monkeypatch):
    monkeypatch.setattr(screen, "COLOUR", True)
    with step("The stack"):
        pass
    said = capsys.readouterr().out
    assert said.count("\n") == 1
    assert "\r" in said
