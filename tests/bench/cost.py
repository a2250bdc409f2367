"""`python -m tests.bench.cost`: the figures of `docs/cost.md`; exit status 1 when a budget is exceeded."""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.infra.synthesis import Template, ready, synthesise

from . import assumed, idle, usage
from .bill import Bill
from .counted import Counted, count
from .prices import SMS
from .report import Line

MILLION_MOST, IDLE_MOST = 120.0, 10.0


def bills(counted: Counted) -> tuple[Bill, Bill]:
    month = Bill("an idle month", idle.in_a_month(counted), IDLE_MOST)
    return _million("a million sign-ups", usage.of_a_signup(counted)), month


def beside(counted: Counted) -> Iterator[str]:
    """What the tables leave out, in sentences."""
    parts = sum(request.operation == "Publish" for step in counted.way for request in step.requests)
    texts = parts * SMS * assumed.SIGNUPS
    looks = _million("looks", usage.of_a_look()).usd
    traced = replace(counted, traced=frozenset(counted.memory))
    traces = _million("traces", usage.of_a_signup(traced)).share("X-Ray")
    yield f"- Texts, {parts} parts for each sign-up at {SMS} USD: {texts:,.0f} USD for the million."
    yield f"- Visitors who look at the landing page and leave: {looks:.2f} USD for a million looks."
    yield f"- Traces, with `tracing = true`: {traces:.2f} USD for a million sign-ups in a month."


def measure() -> Iterator[Line]:
    """For the report of the bench."""
    for bill in bills(_count(None)):
        yield Line("cost", bill.title, bill.usd, bill.most, "USD", note="texts apart, see docs/cost.md")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.cost", description=__doc__)
    parser.add_argument("--template", type=Path, help="of production, where one was synthesised already")
    counted = _count(parser.parse_args().template)
    made = bills(counted)
    print(*made, "\n".join(beside(counted)), sep="\n\n")
    return 0 if all(bill.holds for bill in made) else 1


def _million(title: str, each: dict[str, float]) -> Bill:
    return Bill(title, {name: n * assumed.SIGNUPS for name, n in each.items()}, MILLION_MOST)


def _count(template: Path | None) -> Counted:
    if template:
        return count(Template("prod", template))
    with TemporaryDirectory() as folder:
        return count(synthesise(ready("prod"), Path(folder)))


if __name__ == "__main__":
    sys.exit(main())
