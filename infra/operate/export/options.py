"""What `make export` may be asked."""

import argparse
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import get_args

from twofold.contracts.exports import Format, Kind, Platform

EXAMPLES = """\
kinds
  leads, consents, codes, messages, ledger; and audience, for PLATFORM=google or PLATFORM=meta: hashes of the numbers of
  those who agreed to advertising. docs/exports.md says what stands in each column.

examples
  make export KIND=leads FORMAT=csv                                        # all of them, into .local/exports
  make export KIND=codes FORMAT=parquet FROM=2026-11-01 TO=2026-11-30      # issued in November (UTC)
  make export KIND=messages FORMAT=jsonl CAMPAIGN=buffet-20 OUT=messages ENV=prod
  make export KIND=audience PLATFORM=meta OUT=audience
  make export EXPORT=exp_8c1d04ab5f7e4d2299f0c6b7a1e35d60                  # follow and fetch one that was begun before
"""


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(
        prog="make export",
        description="Writes what is kept into files and fetches them.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.add_argument("--kind", choices=get_args(Kind), help="what (KIND=)")
    made.add_argument("--format", choices=get_args(Format), default="csv", help="how it is written (FORMAT=)")
    made.add_argument("--from", dest="since", type=_beginning, help="a day or an instant (FROM=)")
    made.add_argument(
        "--to", dest="until", type=_end, help="a day, which is still in it, or an instant (TO=)"
    )
    made.add_argument("--campaign", help="of one campaign alone (CAMPAIGN=)")
    made.add_argument("--platform", choices=get_args(Platform), help="for whom an audience is (PLATFORM=)")
    made.add_argument("--out", type=Path, help="the folder for the files (OUT=; default: .local/exports)")
    made.add_argument("--export", dest="export_id", help="one that was begun before (EXPORT=)")
    made.add_argument("--env", default="local", help="the deployment: local (default), dev or prod")
    return made


def _beginning(text: str) -> datetime:
    return _moment(text, timedelta())


def _end(text: str) -> datetime:
    return _moment(text, timedelta(days=1))


def _moment(text: str, after: timedelta) -> datetime:
    """Days are those of UTC. Raises ArgumentTypeError."""
    try:
        return datetime.combine(date.fromisoformat(text), time(), UTC) + after
    except ValueError:
        pass
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise argparse.ArgumentTypeError(
            f"{text}: write a day as 2026-11-01, or an instant with its offset as 2026-11-01T08:00:00+01:00"
        )
    return moment
