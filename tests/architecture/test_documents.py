"""What the documents point at is there."""

import re
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT, files, name, text

PAGES = [pytest.param(path, id=name(path)) for path in files(".md")]
LINK = re.compile(r"\]\(([^)#\s]+)")
CODE = re.compile(r"^```.*?^```|`[^`\n]+`", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"(?:^|[`(]|&& )make(?: -\w+)*(?: [A-Z_]+=\S+)* ([a-z]+)", re.MULTILINE)
FILE = re.compile(r"`([\w.-]+/[\w./-]*)`")
PACKAGE = ROOT / "layers" / "twofold" / "python" / "twofold"
TARGETS = set(re.findall(r"^([a-z]+):", text(ROOT / "Makefile"), re.MULTILINE))
MADE = (".local/", ".venv/")


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_somewhere(page: Path):
    links = [link for link in LINK.findall(text(page)) if "://" not in link]
    assert not [link for link in links if not (page.parent / link).exists()]


@pytest.mark.parametrize("page", PAGES)
def test_every_command_can_be_made(page: Path):
    said = {command for code in CODE.findall(text(page)) for command in COMMAND.findall(code)}
    assert not said - TARGETS


@pytest.mark.parametrize("page", PAGES)
def test_every_file_that_is_named_is_there(page: Path):
    named = [path for path in FILE.findall(text(page)) if not path.startswith(MADE) and "NAME" not in path]
    assert not [path for path in named if not ((ROOT / path).exists() or (PACKAGE / path).exists())]


def test_the_commands_are_read_at_all():
    assert COMMAND.findall("`make up && make demo`, `make -s key`, `make ENV=dev deploy`") == [
        *("up", "demo", "key", "deploy")
    ]
