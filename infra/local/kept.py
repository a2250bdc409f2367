"""What `stack.json` keeps from one `make up` to the next, as long as it is good."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from twofold.contracts.routes.pages import STAFF

FURNISHED = {"keys": {"api_keys"}, "staff": {"api_keys"}, "assets": {"campaigns", "assets"}}
"""In which tables it stands."""


def kept(known: dict[str, Any], shop: str, site: str) -> dict[str, Any]:
    """What need not be made again. The assets are, when the shop whose pages they admit has moved.

    The device link moves with the site: its key stays good.
    """
    names = ("keys", "assets") if known.get("shop") == shop else ("keys",)
    found = {name: known[name] for name in names if known.get(name)}
    key = urlsplit(known.get("staff", "")).fragment
    return {**found, "staff": f"{STAFF.at(site)}#{key}"} if key else found


def emptied(known: dict[str, Any], stack: dict[str, Any]) -> set[str]:
    """What was lost with its table: the emulator makes a table anew where AWS would only add an index to it."""
    before, after = (each.get("aws", {}).get("outputs", {}).get("TableNames", {}) for each in (known, stack))
    new = {table for table, name in before.items() if after.get(table) != name}
    return {name for name, tables in FURNISHED.items() if new & tables}
