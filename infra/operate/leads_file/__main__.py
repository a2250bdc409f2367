"""Brings people among a campaign's leads: `make leads FILE=leads.csv CAMPAIGN=buffet-20`."""

import sys
from argparse import Namespace
from pathlib import Path

from infra.commands.screen import CannotGoOn, done, note, step
from infra.operate.codes_file.bring import book_of, bring, campaign_named, uploads_of
from infra.operate.codes_file.follow import follow
from infra.operate.deployment import attached
from infra.operate.leads_file.check import checked, listed
from infra.operate.leads_file.options import parser
from infra.operate.leads_file.tell import tell
from twofold.contracts.instants import now
from twofold.imports.show import ShowImport

HOW = "make leads FILE=leads.csv CAMPAIGN=buffet-20"


def main(arguments: list[str] | None = None) -> None:
    asked = parser().parse_args(arguments)
    if asked.file is None and not asked.import_id:
        parser().print_help()
        raise CannotGoOn(f"Which file, for which campaign? {HOW}")
    if asked.file and not asked.campaign:
        raise CannotGoOn(f"For which campaign? {HOW}")
    with attached(asked.env) as deployment:
        book, uploads = book_of(deployment), uploads_of(deployment)
        if asked.file:
            _look(asked)
        if asked.check:
            return
        import_id = (
            bring("leads", asked.file, asked.campaign, book, uploads) if asked.file else asked.import_id
        )
        told = follow(import_id, ShowImport(book=book, links=uploads, clock=now), "leads")
        tell(told, _beside(asked.file, import_id))


def _look(asked: Namespace) -> None:
    campaign = campaign_named(asked.campaign)
    with step(f"Looking at {asked.file.name}"):
        looked = checked(asked.file, campaign)
    done(f"{looked.proven:,} people with proof of their consent, {looked.unproven:,} without")
    if looked.faulty:
        note(f"Not all is as it was meant ({looked.faulty:,} lines):")
        print(listed(looked.faults, looked.faulty), file=sys.stderr)


def _beside(file: Path | None, import_id: str) -> Path:
    """`leads.faults.csv` for `leads.csv`; for an import that is only looked at, in this folder."""
    return file.with_suffix(".faults.csv") if file else Path(f"{import_id}.faults.csv")


if __name__ == "__main__":
    main()
