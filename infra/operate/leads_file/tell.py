"""Says what came of a file of people, and fetches the file of what was wrong with it."""

from pathlib import Path

import urllib3
from urllib3.exceptions import HTTPError

from infra.commands.screen import CannotGoOn, done, say
from infra.operate.leads_file.check import listed
from twofold.contracts.payloads.imports import ImportProgress


def tell(told: ImportProgress, faults_file: Path) -> None:
    """Raises CannotGoOn when it failed, or some lines brought nobody."""
    say(f"\n  Of {told.lines:,} people, as leads of {told.campaign_id}:")
    for count, what in _counts(told):
        if count:
            say(f"    {count:>9,} {what}")
    faults = [(f.line, f.column if isinstance(f.column, str) else "", f.reason) for f in told.faults]
    if faults:
        say(f"  What was wrong, the first of it:\n{listed(faults, len(faults))}")
    if isinstance(told.faults_url, str):
        _fetch(told.faults_url, faults_file)
    if told.state == "failed":
        raise CannotGoOn(f"It was given up: {told.why}")
    if told.bad:
        raise CannotGoOn("Mend these lines and send the file again: who is known is not added twice.")


def _counts(told: ImportProgress) -> list[tuple[object, str]]:
    return [
        (told.confirmed, "are new and confirmed: their proof is kept"),
        (told.pending, "are new and pending: nothing goes to them until they sign up themselves"),
        (told.known, "were known before"),
        (told.updated, "of whom had blanks filled in"),
        (told.suppressed, "had left or were erased, and stay so"),
        (told.bad, "lines brought nobody"),
    ]


def _fetch(url: str, to: Path) -> None:
    try:
        answer = urllib3.request("GET", url, retries=False)
    except HTTPError as error:
        raise CannotGoOn(f"The file of faults did not come ({type(error).__name__}). Look again.") from None
    if answer.status != 200:
        raise CannotGoOn(f"The bucket of uploads said {answer.status} to the file of faults.")
    to.write_bytes(answer.data)
    done(f"All faults, line by line, stand in {to}")
