"""What stands after `ARGS=` arrives as it was typed: no shell reads it."""

import os
import subprocess

import pytest

from infra.commands.screen import CannotGoOn
from infra.local.workspace import ROOT
from infra.operate.asset.words import VARIABLE, words

STUB = f"""#!/bin/sh
printf '%s\\n' "$@" > "$TOLD/typed"
printf '%s' "${VARIABLE}" > "$TOLD/args"
"""


@pytest.fixture
def made(tmp_path, monkeypatch):
    """Say `make asset` with a Python that only writes down what it is told; the answer is what our command reads."""
    stub = tmp_path / "python"
    stub.write_text(STUB)
    stub.chmod(0o755)

    def say(*variables):
        command = ["make", "asset", f"PY={stub}", "PYTHON=true", *variables]
        ours = {"ARGS", "ENV", "MAKEFLAGS", "MAKELEVEL"}
        around = {name: value for name, value in os.environ.items() if name not in ours}
        run = subprocess.run(
            command, cwd=ROOT, env=around | {"TOLD": str(tmp_path)}, capture_output=True, text=True
        )
        assert (run.returncode, run.stderr) == (0, "")
        monkeypatch.setenv(VARIABLE, (tmp_path / "args").read_text())
        return words((tmp_path / "typed").read_text().splitlines())

    return say


ALWAYS = ["-m", "infra.operate.asset", "--env"]


@pytest.mark.parametrize(
    ("typed", "arrived"),
    [
        ("point ast_x https://a.example/m?x=1&menu", ["point", "ast_x", "https://a.example/m?x=1&menu"]),
        ("point ast_x https://a.example/m;b|c>d#e", ["point", "ast_x", "https://a.example/m;b|c>d#e"]),
        ("edit ast_x --name '`id` $(id) $HOME $5'", ["edit", "ast_x", "--name", "`id` $(id) $HOME $5"]),
        ("edit ast_x --name 'Shop window'", ["edit", "ast_x", "--name", "Shop window"]),
        (
            'edit ast_x --name "Tom\'s \\"bar\\"" --place ""',
            ["edit", "ast_x", "--name", 'Tom\'s "bar"', "--place", ""],
        ),
        ("", ["--help"]),
    ],
)
def test_what_is_typed_arrives_whatever_a_shell_would_make_of_it(made, typed, arrived):
    assert made(f"ARGS={typed}") == [*ALWAYS, "local", *arrived]


def test_without_arguments_it_explains_itself_wherever_it_is_to_act(made):
    assert made("ENV=dev") == [*ALWAYS, "dev", "--help"]


@pytest.mark.parametrize("args", ["edit ast_x --name Tom's", 'edit ast_x --name "Tom', "edit ast_x \\"])
def test_a_quotation_mark_that_is_not_closed_is_told(monkeypatch, args):
    monkeypatch.setenv(VARIABLE, args)
    with pytest.raises(CannotGoOn, match="ARGS: a quotation mark is opened and not closed"):
        words([])


def test_whoever_starts_the_module_itself_types_the_words(monkeypatch):
    monkeypatch.delenv(VARIABLE, raising=False)
    assert words(["list"]) == ["list"]
