"""What would happen: an automation tried on the leads there are, over days that have been. Nothing is sent or written.

  make simulate ID=unused-code FROM=2026-11-01 TO=2026-11-22    # the one that is saved
  make simulate FILE=mine.json FROM=2026-11-01                  # one that is not, until today
  make simulate ID=unused-code JSON=1                           # the last three weeks, for programs

docs/automations.md says what is taken for granted.
"""

import argparse
import os
import sys
import time
from argparse import Namespace
from datetime import date, datetime, timedelta
from pathlib import Path

import msgspec

from infra.commands.screen import CannotGoOn
from infra.environments import Environment
from infra.operate.automation_desk import draft_of, in_use, insist_on_campaign, saver
from infra.operate.deployment import Deployment, attached, known
from infra.operate.simulated import told
from infra.operate.text import SAMPLE_CAMPAIGN
from twofold.adapters.dynamodb.carts import DynamoCartBook
from twofold.adapters.dynamodb.codes import DynamoCodeBook
from twofold.adapters.dynamodb.connection import connect
from twofold.adapters.dynamodb.leads import DynamoLeadBook
from twofold.adapters.dynamodb.ledger import DynamoLedger
from twofold.automations.definition.automation import Automation
from twofold.automations.saving.save import SaveAutomation
from twofold.automations.simulate.answer import WhatHappens
from twofold.automations.simulate.what_would_happen import WhatWouldHappen
from twofold.contracts.errors import DomainError
from twofold.contracts.instants import now
from twofold.contracts.settings import TableSettings
from twofold.messages.money.prices import Prices

SOME_DAYS = timedelta(days=21)
"""How far it looks back where nobody says from when."""

A_WHILE = 2.0
"""Seconds between two words on how far it has come."""


def main(arguments: list[str] | None = None) -> None:
    asked = _parser().parse_args(arguments)
    if not asked.id and not asked.file:
        raise CannotGoOn("Which one? make simulate ID=unused-code; `make automations` lists them.")
    with attached(asked.env) as deployment:
        try:
            answer = _tried(asked, saver(deployment, asked.env), deployment, known(asked.env))
        except DomainError as refusal:
            raise CannotGoOn("\n    ".join(("It was not tried.", *refusal.detail.splitlines()))) from None
    print(msgspec.json.format(msgspec.json.encode(answer)).decode() if asked.json else told(answer))


def _tried(
    asked: Namespace, save: SaveAutomation, deployment: Deployment, environment: Environment
) -> WhatHappens:
    connection = connect(TableSettings(**deployment.outputs["TableNames"]))
    would = WhatWouldHappen(
        happenings=DynamoLedger(),
        leads=DynamoLeadBook(connection),
        codes=DynamoCodeBook(connection),
        carts=DynamoCartBook(connection),
        campaigns=save.campaigns,
        sending=environment.sending,
        prices=Prices.read(environment.prices),
        clock=now,
        progress=Progress(),
        paced=environment.is_local,
    )
    today = now().date()
    last = asked.last or max(today, asked.first or today)
    return would(_automation(asked, save), asked.first or last - SOME_DAYS, last)


def _automation(asked: Namespace, save: SaveAutomation) -> Automation:
    """What is saved; or what the file says, checked as it would be for saving."""
    if asked.file is None:
        return in_use(save, asked.campaign, asked.id)
    draft = draft_of(asked.file, asked.campaign, asked.id)
    insist_on_campaign(save, asked.campaign)
    save.judge(draft.automation, None, draft)
    return draft.automation


class Progress:
    """Says, beside the answer and every other second, how far it has come."""

    def __init__(self) -> None:
        self._next = time.monotonic() + A_WHILE

    def __call__(self, at: datetime, leads: int) -> None:
        if time.monotonic() >= self._next:
            print(f"  … {at:%Y-%m-%d}: {leads:,} leads", file=sys.stderr, flush=True)
            self._next = time.monotonic() + A_WHILE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="make simulate", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("id", nargs="?", help="which (ID=)")
    parser.add_argument(
        "--campaign", default=SAMPLE_CAMPAIGN, help=f"whose (CAMPAIGN=; default: {SAMPLE_CAMPAIGN})"
    )
    parser.add_argument("--file", type=Path, help="one that is not saved (FILE=)")
    first = "the day from which on leads enter, UTC (FROM=; default: 21 days before the last)"
    parser.add_argument("--from", dest="first", type=_day, help=first)
    parser.add_argument("--to", dest="last", type=_day, help="the last such day (TO=; default: today)")
    parser.add_argument(
        "--json", action="store_true", default=bool(os.environ.get("JSON")), help="for programs (JSON=1)"
    )
    parser.add_argument("--env", default="local", help="the deployment: local (default), dev or prod")
    return parser


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is no day like 2026-11-01.") from None


if __name__ == "__main__":
    main()
