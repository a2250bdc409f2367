"""How an asset was met: what was counted by day, kind, device and UTM parameters."""

from argparse import Namespace
from collections import Counter
from dataclasses import asdict
from datetime import date, timedelta

from infra.commands.screen import CannotGoOn, table
from infra.operate.asset.desk import Desk, Output
from twofold.visits.model import Tally

DAYS = 30
"""So many, today included, when nobody says from when."""

MOST_UTM = 20
"""Combinations of UTM parameters that the table tells apart: anybody may write what they like into a link."""
OTHER = "other"


def counted(desk: Desk, asked: Namespace) -> Output:
    asset = desk.register.current(asked.id)
    today = desk.clock().date()
    last = _day("--to", asked.last, today)
    first = _day("--from", asked.first, last - timedelta(days=DAYS - 1))
    if first > last:
        raise CannotGoOn(f"--from: {first} is after {last}, where the table is to end.")
    found = list(desk.counts.tallies(asset.asset_id, first.isoformat(), last.isoformat()))
    totals = Counter[str]()
    for tally in found:
        totals[tally.kind] += tally.number
    data = {
        "asset_id": asset.asset_id,
        "from": first.isoformat(),
        "to": last.isoformat(),
        "counts": [asdict(tally) for tally in found],
        "totals": dict(sorted(totals.items())),
    }
    return Output(_text(asset.name, first, last, found, totals), data)


def _text(name: str, first: date, last: date, found: list[Tally], totals: Counter[str]) -> str:
    head = f"{name}, {first} to {last} (days of UTC)"
    if not found:
        return f"{head}: nothing was counted."
    days = [(*key, str(number)) for key, number in sorted(_folded(found).items())]
    sums = [("in all", kind, "", "", str(number)) for kind, number in sorted(totals.items())]
    return f"{head}\n\n{table(('day', 'kind', 'device', 'utm', 'number'), [*days, *sums])}"


def _folded(found: list[Tally]) -> Counter[tuple[str, str, str, str]]:
    """By day, kind, device and UTM; of many combinations those that were met most keep a row of their own."""
    met = Counter[str]()
    for tally in found:
        met[tally.utm] += tally.number
    named = [utm for utm, _ in sorted(met.items(), key=lambda one: (-one[1], one[0])) if utm][:MOST_UTM]
    folded = Counter[tuple[str, str, str, str]]()
    for tally in found:
        utm = _utm(tally.utm) if not tally.utm or tally.utm in named else OTHER
        folded[tally.day, tally.kind, tally.device, utm] += tally.number
    return folded


def _utm(utm: str) -> str:
    # What strangers put into an address must not move the cursor of whoever reads it.
    return "".join(c if c.isprintable() else " " for c in utm)


def _day(option: str, typed: str | None, otherwise: date) -> date:
    try:
        return date.fromisoformat(typed) if typed else otherwise
    except ValueError:
        raise CannotGoOn(f"{option}: {typed} is no day; write it as in 2026-11-22.") from None
