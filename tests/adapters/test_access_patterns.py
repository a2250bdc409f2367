"""Every question that a port asks is answered by a key, and the page that says so is complete."""

import ast
import importlib
import inspect
import re
from pathlib import Path

import pytest

import twofold
from twofold.contracts.tables import TABLES

PACKAGE = Path(twofold.__path__[0])
PAGE = (Path(__file__).parents[2] / "docs" / "access-patterns.md").read_text("utf-8")
ROWS = {found[1]: row for row in PAGE.splitlines() if (found := re.match(r"\| `(\w+\.\w+)` ", row))}
NOT_KEPT = {
    *("EventBus", "SmsGateway", "Scheduler", "Shelf", "Signed", "Delivered", "Uploads", "Webhooks"),
    *("StepScheduler", "StepRunner", "StillWanted"),
    *("Files", "Sheet", "Sheets", "Writer"),
    *("Caller", "Addresses", "Wording", "MappingRules", "Couriers", "Wakes"),
    *("Mappings", "ChangeLead", "Intake", "UploadPlaces", "FaultLinks", "Reader"),
}
"""Ports that reach out, take in, or are answered by another feature, instead of keeping something."""

INDEXES = {"by_activity", "by_campaign", "by_day", "by_due", "by_kind", "by_lead", "for_review"}


def modules() -> list[str]:
    files = [p for p in PACKAGE.rglob("*.py") if "adapters" not in p.parts and "wiring" not in p.parts]
    return [".".join(("twofold", *p.relative_to(PACKAGE).with_suffix("").parts)) for p in files]


def questions() -> set[str]:
    """`Port.method` of every Protocol outside the adapters that keeps or finds something."""
    asked = set()
    for name in modules():
        for kind in vars(importlib.import_module(name)).values():
            if inspect.isclass(kind) and getattr(kind, "_is_protocol", False) and kind.__module__ == name:
                asked |= {f"{kind.__name__}.{method}" for method in vars(kind) if _is_method(kind, method)}
    return {question for question in asked if question.partition(".")[0] not in NOT_KEPT}


def _is_method(kind: type, name: str) -> bool:
    return not name.startswith("_") and inspect.isfunction(vars(kind)[name])


def test_every_question_of_a_port_stands_on_the_page_and_no_other():
    assert len(questions()) > 40
    assert set(ROWS) == questions()


@pytest.mark.parametrize("question", sorted(ROWS))
def test_every_question_names_tables_and_indexes_that_exist(question: str):
    _, _, where, index, how, _ = (cell.strip() for cell in ROWS[question].split("|"))
    tables = {table.name: table for table in TABLES}
    named = {word for word in re.findall(r"\w+", where) if word in tables}
    assert named, f"{question} names no table"
    assert how
    if index:
        assert index in {i.name for name in named for i in tables[name].indexes}


def test_every_index_that_a_query_goes_through_stands_on_the_page():
    named = {row.split("|")[3].strip() for row in ROWS.values()} - {""}
    assert named == INDEXES


def calls(name: str, folder: str = "adapters") -> list[str]:
    tree = [ast.parse(path.read_text("utf-8")) for path in (PACKAGE / folder).rglob("*.py")]
    nodes = [node for module in tree for node in ast.walk(module) if isinstance(node, ast.Call)]
    return [ast.unparse(n) for n in nodes if getattr(n.func, "attr", None) == name]


def test_no_adapter_scans_but_what_reads_a_whole_table_for_an_export():
    assert calls("query"), "there are calls to be found"
    assert len(calls("scan")) == 1
    assert ".scan(" in (PACKAGE / "adapters/dynamodb/export_pages.py").read_text("utf-8")
    assert not any('"Scan"' in path.read_text("utf-8") for path in (PACKAGE / "adapters").rglob("*.py"))


def test_every_index_that_a_query_goes_through_is_one_of_the_tables():
    asked = (re.search(r"\b(\w+)\.query\b", call) for call in calls("query", "adapters/dynamodb"))
    through = {found[1] for found in asked if found and not found[1].endswith("Item")}
    assert through == INDEXES
    assert through <= {index.name for table in TABLES for index in table.indexes}
