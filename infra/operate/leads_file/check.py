"""Looks at a file of people before it is sent, as the function will that reads it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from infra.commands.screen import CannotGoOn
from infra.operate.codes_file.check import PIECE, SHOWN
from twofold.campaigns.model import Campaign
from twofold.contracts.instants import now
from twofold.imports.leads.entry import Entry
from twofold.imports.leads.rows import rows
from twofold.imports.model import LEADS
from twofold.imports.row import Row
from twofold.imports.run import LARGEST_OF
from twofold.imports.text import Unreadable
from twofold.leads.phone import LeadIdentity


@dataclass(slots=True)
class Looked:
    """`proven` come with proof of their consent, `unproven` without; `faults` are the first, of `faulty` lines."""

    proven: int = 0
    unproven: int = 0
    faulty: int = 0
    faults: list[tuple[int, str, str]] = field(default_factory=list)

    def take(self, row: Row[Entry]) -> None:
        if row.entry:
            self.proven += row.entry.proof is not None
            self.unproven += row.entry.proof is None
        if row.fault:
            self.faulty += 1
            if len(self.faults) < SHOWN:
                self.faults.append((row.line, row.column or "", row.fault))


def checked(file: Path, campaign: Campaign) -> Looked:
    """Raises CannotGoOn, in one sentence, for what holds nobody or cannot be read."""
    looked, most = Looked(), LARGEST_OF[LEADS]
    try:
        size = file.stat().st_size
        if size > most:
            raise CannotGoOn(f"FILE: {file.name} has {size / 2**20:.0f} MB; {most >> 20} MB is the most.")
        for row in _rows(file, campaign):
            looked.take(row)
    except OSError as error:
        raise CannotGoOn(f"FILE: {file} cannot be read: {error.strerror}.") from None
    except Unreadable as fault:
        raise CannotGoOn(f"FILE: {file.name}: {fault}") from None
    if not looked.proven + looked.unproven:
        raise CannotGoOn(f"FILE: there is nobody in {file.name}.\n{listed(looked.faults, looked.faulty)}")
    return looked


def listed(faults: Iterable[tuple[int, str, str]], count: int) -> str:
    """One to a line, the first of them; `count` is how many there are in all."""
    shown = list(faults)[:SHOWN]
    lines = [
        f"    line {line}: {column or 'line'}: {reason.replace('_', ' ')}" for line, column, reason in shown
    ]
    more = count - len(shown)
    return "\n".join([*lines, *([f"    and {more:,} more"] if more > 0 else [])])


def _rows(file: Path, campaign: Campaign) -> Iterator[Row[Entry]]:
    # Nobody is looked up, so any key tells one from another.
    identify = LeadIdentity(b"only to look")
    with file.open("rb") as content:
        yield from rows(iter(lambda: content.read(PIECE), b""), campaign, identify, now())
