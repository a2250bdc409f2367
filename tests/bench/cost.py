"""`python -m tests.bench.cost [--write]`: the tables of `docs/cost.md`; exit status 1 when a budget is exceeded."""

import argparse
import sys
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import reduce
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp

from infra.environments import Environment
from tests.infra.synthesis import ready, synthesise

from . import assumed, beside, idle, usage
from .bill import Bill
from .counted import Counted, count
from .layout import ROOT
from .report import Line

PAGE = ROOT / "docs" / "cost.md"
SIGNUPS, WHOLE = "a million sign-ups", "a million sign-ups, with a reminder, a click and receipts"
TOLD = "a million sign-ups, with a webhook to your CRM that hears everything"
VISITS = "a million visits by an asset's link"
THROUGH = "a million leads through an automation of two texts"
MILLION_MOST, IDLE_MOST = 120.0, 10.0
VISITS_MOST = 12.0
THROUGH_MOST = 45.0
WHOLE_MOST = 200.0
TOLD_MOST = 240.0
"""A ratchet: what it cost when it was first held to a bound, at the next five dollars. Only down from here."""


def bills(own: Counted, whole: Counted, told: Counted) -> tuple[Bill, ...]:
    """`own` is the sign-up's own way, `whole` has all that may follow; with `told`, a CRM hears of the own way."""
    texts, parts = beside.prices_of_texts(own), beside.parts_of_texts(own)
    return (
        Bill(SIGNUPS, _million(usage.of_a_signup(own)), MILLION_MOST),
        Bill(WHOLE, _million(usage.of_a_signup(whole)), WHOLE_MOST),
        Bill(TOLD, _million(usage.of_a_signup(told)), TOLD_MOST),
        Bill("an idle month", idle.in_a_month(whole), IDLE_MOST),
        Bill("texts of a million sign-ups", _million(dict.fromkeys(texts, parts)), prices=texts),
        Bill("a million looks at the landing page", _million(beside.of_a_look())),
        Bill(VISITS, _million(usage.of_requests(own, own.visit)), VISITS_MOST),
        Bill(THROUGH, _million(usage.of_engine(own)), THROUGH_MOST),
        Bill("a million impressions of a widget", _million(usage.of_requests(own, own.impression))),
        Bill("a million sign-ups, traced", {"X-Ray": _traces(own)}),
    )


def measure() -> Iterator[Line]:
    """For the report of the bench."""
    for bill in _counted_bills():
        if bill.most:
            yield Line("cost", bill.title, bill.usd, bill.most, "USD", note="texts apart, see docs/cost.md")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.cost", description=__doc__)
    parser.add_argument("--write", action="store_true", help="renew the tables of the page")
    arguments = parser.parse_args()
    made = _counted_bills()
    print(*made, sep="\n\n")
    if arguments.write:
        PAGE.write_text(reduce(lambda page, bill: bill.renew(page), made, PAGE.read_text("utf-8")), "utf-8")
    return 0 if all(bill.holds for bill in made) else 1


def _counted_bills() -> tuple[Bill, ...]:
    """Each way is counted in a process of its own, as one process is for one place."""
    with TemporaryDirectory() as folder:
        with ProcessPoolExecutor(2, mp_context=get_context("spawn"), max_tasks_per_child=1) as apart:
            counted = list(apart.map(_counted, 3 * (folder,), (False, True, False), (False, False, True)))
        return bills(*counted)


def _counted(folder: str, whole: bool, told: bool) -> Counted:
    made = synthesise(production(receipts=whole), Path(mkdtemp(dir=folder)))
    return count(made, whole=whole, told=told)


def production(*, receipts: bool) -> Environment:
    """As its file has it, but for `receipts`: that SNS tells what became of texts is a switch, and costs."""
    return replace(ready("prod"), sns_receipts=receipts)


def _traces(counted: Counted) -> float:
    """As if every function were traced."""
    everywhere = replace(counted, traced=frozenset(counted.memory))
    return _million(usage.of_a_signup(everywhere))["X-Ray"]


def _million(each: Mapping[str, float]) -> dict[str, float]:
    return {name: quantity * assumed.SIGNUPS for name, quantity in each.items()}


if __name__ == "__main__":
    sys.exit(main())
