"""What may be said to `make asset`."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from infra.operate.asset.tags import AUTHENTICATED, MIRRORS
from infra.operate.text import SAMPLE_CAMPAIGN
from twofold.assets.check import FORMS
from twofold.assets.model import Kind, Proof
from twofold.assets.nfc.chips import CHIPS
from twofold.assets.print.forms import PRINT_FORMS
from twofold.assets.print.sheet import PAPERS
from twofold.assets.qr.uses import USES

ALL_FORMS = tuple(dict.fromkeys(form for forms in FORMS.values() for form in forms))

FIELDS = (
    ("place", "where it is put up: “Market Square 4”"),
    ("channel", "how people come by it, in your words: “shop window”"),
    ("keyword", "what people text to join here, in capitals"),
)

OPTION_OF = {"target_url": "--target", "origins": "--origin", "countries": "--country", "chip": "--tag"}
"""By the field that a fault names; every other option is called as its field."""


def parser(description: str | None) -> argparse.ArgumentParser:
    whole = argparse.ArgumentParser(
        prog="make asset", description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    whole.add_argument("--env", default="local", help="the deployment: local (default), dev or prod")
    whole.add_argument(
        "--json", action="store_true", default=bool(os.environ.get("JSON")), help="for scripts (or JSON=1)"
    )
    commands = whole.add_subparsers(dest="command", metavar="COMMAND", required=True)
    _keeping(commands)
    _counting(commands)
    _drawing(commands)
    _tagging(commands)
    return whole


if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def _keeping(commands: Commands) -> None:
    _campaign(commands.add_parser("list", help="a campaign's assets"), SAMPLE_CAMPAIGN)
    for command, what in (("show", "all that is known of one"), ("pause", "nobody signs up there any more")):
        commands.add_parser(command, help=what).add_argument("id", metavar="ID")
    commands.add_parser("resume", help="people may sign up there again").add_argument("id", metavar="ID")
    create = commands.add_parser("create", help="a new one, or a batch whose names are numbered (--count)")
    create.add_argument("--kind", required=True, choices=get_args(Kind))
    create.add_argument("--slug", help="the end of its link (default: six characters are drawn)")
    create.add_argument("--count", type=int, default=1, help="so many, each with a link of its own")
    _campaign(create, SAMPLE_CAMPAIGN)
    _fields(create, named=True)
    edit = commands.add_parser("edit", help="change what is said of one; an empty value takes it away")
    edit.add_argument("id", metavar="ID")
    _fields(edit, named=False)
    point = commands.add_parser("point", help="lead its link to another page, or back to its own")
    point.add_argument("id", metavar="ID")
    point.add_argument("url", metavar="URL", nargs="?", help="an address that begins with https://")
    point.add_argument("--landing", action="store_true", help="back to its own landing page")


def _counting(commands: Commands) -> None:
    counts = commands.add_parser("counts", help="visits by day, kind, device and UTM parameters")
    counts.add_argument("id", metavar="ID")
    counts.add_argument("--from", dest="first", metavar="DAY", help="2026-11-01 (default: the last 30 days)")
    counts.add_argument("--to", dest="last", metavar="DAY", help="the last day (default: today)")


def _drawing(commands: Commands) -> None:
    qr = commands.add_parser("qr", help="a file with the QR code of each")
    qr.add_argument("--use", choices=tuple(USES), help="what it is printed on (default: its form)")
    qr.add_argument("--png", action="store_true", help="pixels (default: SVG)")
    qr.add_argument("--out", type=Path, required=True, metavar="FOLDER")
    sheet = commands.add_parser("sheet", help="posters, flyers, table tents or stickers, ready to be printed")
    sheet.add_argument("--form", help=f"{', '.join(PRINT_FORMS)} (default: what the codes were made for)")
    sheet.add_argument("--formless", action="store_true", help="also codes that were made for no form")
    sheet.add_argument("--paper", choices=tuple(PAPERS), default="a4")
    sheet.add_argument("--copies", type=int, help="of each code (default: one; a single code fills its page)")
    sheet.add_argument("--locale", help="in which language (default: the campaign's own)")
    sheet.add_argument("--advice", help="what to do with the code (default: ours in that language)")
    sheet.add_argument("--footer", default="", help="small print")
    sheet.add_argument("--initials", default="", help="one or two letters in the middle of the code")
    sheet.add_argument("--out", type=Path, required=True, metavar="FILE", help="….pdf or ….html")
    for one in (qr, sheet):
        one.add_argument("ids", nargs="*", metavar="ID")
        _campaign(one, None)


def _tagging(commands: Commands) -> None:
    tags = commands.add_parser("tags", help="a table and instructions for whoever writes NFC tags")
    tags.add_argument("ids", nargs="+", metavar="ID")
    tags.add_argument("--tag", choices=(*map(str.lower, CHIPS), AUTHENTICATED), default="ntag213")
    tags.add_argument("--mirror", choices=tuple(MIRRORS), help="what the tag adds to its link by itself")
    tags.add_argument("--out", type=Path, required=True, metavar="FILE", help="….csv")


def _campaign(command: argparse.ArgumentParser, otherwise: str | None) -> None:
    note = f"(default: {otherwise})" if otherwise else "all QR codes of it that are in use"
    command.add_argument("--campaign", default=otherwise, metavar="ID", help=note)


def _fields(command: argparse.ArgumentParser, *, named: bool) -> None:
    command.add_argument("--name", required=named, help="what you will know it by")
    command.add_argument("--form", help=f"what it is put on: {', '.join(ALL_FORMS)}")
    for name, what in FIELDS:
        command.add_argument(f"--{name}", help=what)
    command.add_argument(
        "--proof", choices=get_args(Proof), help="tap: only a genuine tap of its sign gets a code"
    )
    command.add_argument(
        "--target", dest="target_url", metavar="URL", help="where its link leads (default: its page)"
    )
    command.add_argument(
        "--origin", dest="origins", action="append", metavar="ORIGIN", help="a shop that may embed it"
    )
    command.add_argument(
        "--country", dest="countries", action="append", metavar="CC", help="whose numbers it takes"
    )
