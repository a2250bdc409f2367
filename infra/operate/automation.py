"""One automation of a campaign: shown, switched, or saved from a file.

  make automation ID=unused-code                             # in words, with its texts
  make automation ID=unused-code JSON=1 > mine.json          # as a file to change
  make automation FILE=mine.json                             # save it; who is in an older version finishes that one
  make automation FILE=mine.json RUNNING=move                # save it; who is in an older version goes on with this one
  make automation ID=unused-code OFF=1                       # nobody enters, nobody gets anything; ON=1: again
  make automation ID=unused-code VERSION=2                   # as it once was

What is wrong with a file is told in one go, each with its path. docs/automations.md says what may stand in it.
"""

import argparse
import os
from pathlib import Path
from typing import get_args

from infra.commands.screen import CannotGoOn, note
from infra.operate.automation_desk import draft_of, in_use, insist_on_campaign, saver
from infra.operate.deployment import attached
from infra.operate.text import SAMPLE_CAMPAIGN
from twofold.automations.definition.automation import Automation
from twofold.automations.saving.read import write_automation
from twofold.automations.saving.save import Running, SaveAutomation, Saved
from twofold.automations.saving.switch import SwitchAutomation
from twofold.automations.showing.show import shown
from twofold.contracts.errors import DomainError

_RUNNING = {
    "finish": "Who is in an older version finishes that one.",
    "move": "Who is in an older version goes on with this one, behind what they have done.",
}


def main(arguments: list[str] | None = None) -> None:
    asked = _parser().parse_args(arguments)
    _insist_on_one_thing(asked)
    with attached(asked.env) as deployment:
        save = saver(deployment, asked.env)
        try:
            automation = _carry_out(save, asked)
            campaign = save.campaigns.campaign(asked.campaign)
        except DomainError as refusal:
            raise CannotGoOn("\n    ".join((_about(asked), *refusal.detail.splitlines()))) from None
    print(write_automation(automation).decode() if asked.json else f"{shown(automation, campaign)}\n", end="")


def _carry_out(save: SaveAutomation, asked: argparse.Namespace) -> Automation:
    if asked.file:
        draft = draft_of(asked.file, asked.campaign, asked.id)
        insist_on_campaign(save, asked.campaign)
        saved = save(draft, asked.running)
        _told(saved, _RUNNING[asked.running])
        if saved.new and draft.based_on is not None:
            note(f'For the next change, write "version": {saved.automation.version} into {asked.file}.')
        return saved.automation
    found = in_use(save, asked.campaign, asked.id)
    if asked.on or asked.off:
        saved = SwitchAutomation(save=save)(asked.campaign, asked.id, on=asked.on)
        return _told(saved, "Everybody knows within ten seconds.")
    if asked.version is not None:
        return save.register.version(asked.campaign, asked.id, asked.version)
    return found


def _told(saved: Saved, more: str) -> Automation:
    for finding in saved.advice:
        note(str(finding))
    version = saved.automation.version
    note(
        f"Version {version} is in use. {more}"
        if saved.new
        else f"Nothing changed: version {version} is in use."
    )
    return saved.automation


def _about(asked: argparse.Namespace) -> str:
    return f"{asked.file} was not saved." if asked.file else f"{asked.id} of {asked.campaign}:"


def _insist_on_one_thing(asked: argparse.Namespace) -> None:
    if not asked.id and not asked.file:
        raise CannotGoOn("Which one? make automation ID=unused-code; `make automations` lists them.")
    if sum(map(bool, (asked.file, asked.on, asked.off, asked.version is not None))) > 1:
        raise CannotGoOn("One thing at a time: FILE, ON, OFF or VERSION.")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="make automation", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("id", nargs="?", help="which (ID=)")
    parser.add_argument(
        "--campaign", default=SAMPLE_CAMPAIGN, help=f"whose (CAMPAIGN=; default: {SAMPLE_CAMPAIGN})"
    )
    parser.add_argument("--file", type=Path, help="save this as its next version (FILE=)")
    running = "who is in an older version finishes that one, or moves to this one (RUNNING=; default: finish)"
    parser.add_argument("--running", choices=get_args(Running), default="finish", help=running)
    parser.add_argument("--on", action="store_true", help="switch it on (ON=1)")
    parser.add_argument("--off", action="store_true", help="switch it off (OFF=1)")
    parser.add_argument("--version", type=int, help="show it as it was in that version (VERSION=)")
    parser.add_argument(
        "--json", action="store_true", default=bool(os.environ.get("JSON")), help="as a file (JSON=1)"
    )
    parser.add_argument("--env", default="local", help="the deployment: local (default), dev or prod")
    return parser


if __name__ == "__main__":
    main()
