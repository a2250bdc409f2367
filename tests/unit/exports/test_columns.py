"""Columns are told as they are, and stay."""

import re
from pathlib import Path
from typing import Any

import pytest

from twofold.exports.tables.table import table_of

PAGE = (Path(__file__).parents[3] / "docs" / "exports.md").read_text("utf-8")


def told(kind: str) -> list[tuple[str, str]]:
    section = PAGE.split(f"\n### {kind}\n")[1].split("\n##")[0]
    rows = re.findall(r"^\| `(\w+)` \| (\w*) ?\|", section, re.MULTILINE)
    return [(name, kind or "text") for name, kind in rows]


@pytest.mark.parametrize("kind", ["leads", "consents", "codes", "messages", "ledger"])
def test_the_page_tells_every_column_in_its_order(kind: Any):
    assert told(kind) == [(column.name, column.type) for column in table_of(kind, None).columns]
