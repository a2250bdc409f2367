"""`python -m tests.bench.cost [--write]`: the tables of `docs/cost.md`; exit status 1 when a budget is exceeded."""

import argparse
import sys
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import reduce
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from infra.environments import Environment
from tests.infra.synthesis import ready, synthesise

from . import assumed, beside, idle, usage
from .bill import Bill
from .counted import Counted, count
from .layout import ROOT
from .report import Line

PAGE = ROOT / "docs" / "cost.md"
MILLION_MOST, IDLE_MOST = 120.0, 10.0


def bills(counted: Counted) -> tuple[Bill, ...]:
    million = _million(usage.of_a_signup(counted))
    texts, parts = beside.prices_of_texts(counted), beside.parts_of_texts(counted)
    return (
        Bill("a million sign-ups", million, MILLION_MOST),
        Bill("an idle month", idle.in_a_month(counted), IDLE_MOST),
        Bill("texts of a million sign-ups", _million(dict.fromkeys(texts, parts)), prices=texts),
        Bill("a million looks at the landing page", _million(beside.of_a_look())),
        Bill("a million sign-ups, traced", {"X-Ray": _traces(counted)}),
    )


def measure() -> Iterator[Line]:
    """For the report of the bench; in a process of its own, as one process is for one place."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as apart:
        made = apart.submit(_counted_bills).result()
    for bill in made:
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
    with TemporaryDirectory() as folder:
        return bills(count(synthesise(production(), Path(folder))))


def production() -> Environment:
    """As its file has it, and SNS tells what became of texts: that is a switch, and costs."""
    return replace(ready("prod"), sns_receipts=True)


def _traces(counted: Counted) -> float:
    """As if every function were traced."""
    everywhere = replace(counted, traced=frozenset(counted.memory))
    return _million(usage.of_a_signup(everywhere))["X-Ray"]


def _million(each: Mapping[str, float]) -> dict[str, float]:
    return {name: quantity * assumed.SIGNUPS for name, quantity in each.items()}


if __name__ == "__main__":
    sys.exit(main())
