"""What would happen: an automation over the leads there are, from one day to another (UTC). Nothing is sent or written.

`make simulate CAMPAIGN=buffet-20 ID=unused-code FROM=2026-11-01 TO=2026-11-22`; with FILE what a file says, instead of
what is saved; with JSON=1 for programs.
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
from infra.operate.deployment import Deployment, attached, known
from infra.operate.simulated import told
from twofold.adapters.dynamodb.automations import DynamoAutomations
from twofold.adapters.dynamodb.campaigns import DynamoCampaignBook
from twofold.adapters.dynamodb.carts import DynamoCartBook
from twofold.adapters.dynamodb.codes import DynamoCodeBook
from twofold.adapters.dynamodb.connection import SharedConnection, connect
from twofold.adapters.dynamodb.leads import DynamoLeadBook
from twofold.adapters.dynamodb.ledger import DynamoLedger
from twofold.automations.definition import Automation
from twofold.automations.read import read_automation
from twofold.automations.save import SaveAutomation
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
    with attached(asked.env) as deployment:
        try:
            answer = _tried(asked, deployment, known(asked.env))
        except DomainError as refusal:
            raise CannotGoOn(refusal.detail) from None
    print(msgspec.json.format(msgspec.json.encode(answer)).decode() if asked.json else told(answer))


def _tried(asked: Namespace, deployment: Deployment, environment: Environment) -> WhatHappens:
    connection = connect(TableSettings(**deployment.outputs["TableNames"]))
    automation = _automation(asked, connection, environment)
    last = asked.last or now().date()
    would = WhatWouldHappen(
        happenings=DynamoLedger(),
        leads=DynamoLeadBook(connection),
        codes=DynamoCodeBook(connection),
        carts=DynamoCartBook(connection),
        campaigns=DynamoCampaignBook(),
        sending=environment.sending,
        prices=Prices.read(environment.prices),
        clock=now,
        progress=Told(),
        paced=environment.is_local,
    )
    return would(automation, asked.first or last - SOME_DAYS, last)


def _automation(asked: Namespace, connection: SharedConnection, environment: Environment) -> Automation:
    """What the file says, checked as for saving; without one, what is saved."""
    register = DynamoAutomations(connection)
    saved = register.current(asked.campaign, asked.id) if asked.id else None
    if asked.file is None:
        if saved is None:
            raise CannotGoOn(
                f"{asked.campaign} has no automation {asked.id}. FILE= tries one that is not saved yet."
            )
        return saved
    draft = read_automation(asked.file.read_bytes(), campaign_id=asked.campaign, automation_id=asked.id)
    save = SaveAutomation(
        register=register, campaigns=DynamoCampaignBook(), clock=now, hears=environment.automations.hears
    )
    save.judge(draft.automation, saved, draft)
    return draft.automation


class Told:
    """Says, beside the answer and every other second, how far it has come."""

    def __init__(self) -> None:
        self._next = time.monotonic() + A_WHILE

    def __call__(self, at: datetime, leads: int) -> None:
        if time.monotonic() >= self._next:
            print(f"  … {at:%Y-%m-%d}, {leads:,} leads", file=sys.stderr, flush=True)
            self._next = time.monotonic() + A_WHILE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make simulate", description=__doc__)
    parser.add_argument("--campaign", required=True, help="whose automation")
    parser.add_argument("--id", help="which one (with a file: by which it would be known)")
    parser.add_argument("--file", type=_file, help="one that is not saved, as JSON")
    parser.add_argument(
        "--from", dest="first", type=_day, help="the first day (default: 21 days before the last)"
    )
    parser.add_argument("--to", dest="last", type=_day, help="the last day (default: today)")
    parser.add_argument(
        "--json", action="store_true", default=bool(os.environ.get("JSON")), help="for programs"
    )
    parser.add_argument("--env", default="local", help="the deployment: local (default), dev or prod")
    return parser


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is no day like 2026-11-01.") from None


def _file(name: str) -> Path:
    path = Path(name)
    if not path.is_file():
        raise argparse.ArgumentTypeError(f"There is no file {name}.")
    return path


if __name__ == "__main__":
    main()
