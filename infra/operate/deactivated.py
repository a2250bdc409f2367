"""Takes in a carrier's file of numbers that were switched off: `make deactivated FILE=numbers.csv`.

The number stands first on each line, with its country code. Its lead gets no marketing until it is confirmed anew.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

from infra.commands.screen import CannotGoOn
from infra.operate.books import Books
from infra.operate.deployment import attached
from twofold.contracts.instants import now
from twofold.leads.deactivate import DeactivateNumbers

TELL_EVERY = 1_000


def main() -> None:
    parser = argparse.ArgumentParser(prog="make deactivated", description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, help="a text or CSV file")
    parser.add_argument("--env", default="local", help="the deployment: local (default), dev or prod")
    arguments = parser.parse_args()
    if arguments.file is None:
        raise CannotGoOn("Which file? make deactivated FILE=numbers.csv")
    with attached(arguments.env) as deployment:
        deactivate = DeactivateNumbers(book=Books(deployment).leads, identify=deployment.identify, clock=now)
        outcome = deactivate(_lines(arguments.file))
    print(f"{outcome.numbers} numbers read; {outcome.held} leads get no marketing until they confirm anew.")
    if outcome.faults:
        lines = ", ".join(map(str, outcome.faults[:20]))
        raise CannotGoOn(f"{len(outcome.faults)} lines are no numbers with a country code: {lines}.")


def _lines(file: Path) -> Iterator[str]:
    try:
        with file.open(encoding="utf-8-sig", errors="replace") as lines:
            for position, line in enumerate(lines, start=1):
                yield line
                if position % TELL_EVERY == 0:
                    print(f"  {position} lines", flush=True)
    except OSError as error:
        raise CannotGoOn(f"{file} cannot be read: {error.strerror}.") from None


if __name__ == "__main__":
    main()
