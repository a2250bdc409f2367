"""What pages and addresses name is there: a script has its source, a sheet its file."""

import re

from tests.fakes.samples import ROOT
from twofold.contracts.reasons import CODES

PAGES = ROOT / "functions" / "serve_pages"
TEMPLATES = [
    *(PAGES / "templates").glob("*.html"),
    *(ROOT / "layers/twofold/python/twofold/entrypoints").rglob("templates/*.html"),
]


def named(pattern: str) -> set[str]:
    files = [*TEMPLATES, PAGES / "handler.py"]
    return {found for path in files for found in re.findall(pattern, path.read_text("utf-8"))}


def test_every_script_that_is_named_has_its_source():
    scripts = named(r'(?:/static/|_script\(")(\w+)\.js')
    assert scripts >= {"cart", "code", "landing", "staff", "widget"}
    assert not [name for name in scripts if not (PAGES / "browser" / name / "main.js").is_file()]


def test_the_staff_page_knows_each_published_name_of_a_reason():
    source = (PAGES / "browser" / "staff" / "problems.js").read_text("utf-8")
    (published,) = re.findall(r"const PUBLISHED = \{(.+?)\};", source, re.DOTALL)
    assert {reason: code for code, reason in re.findall(r'(\w+): "(\w+)"', published)} == CODES


def test_every_sheet_that_is_named_is_there():
    sheets = named(r"/static/(\w+\.css)")
    assert "pages.css" in sheets
    assert not [name for name in sheets if not (PAGES / "static" / name).is_file()]
