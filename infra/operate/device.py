"""A link for a shop's phone or till, on which its people redeem codes: `make device PLACE=vienna-1 NAME="Till 2"`.

Without a name: which devices there are. With WITHDRAW=1: that one's link is good no more. PLACE is the id that
campaigns' rules call the place by; the device redeems there alone, and takes back only what was redeemed there.
"""

import argparse
import os
import sys
from dataclasses import replace

from infra.commands.screen import CannotGoOn
from infra.local.workspace import Workspace
from infra.operate.campaigns_known import campaigns
from infra.operate.deployment import attached, known
from infra.operate.terminal_code import in_blocks
from twofold.adapters.dynamodb.operations import DynamoKeyBook
from twofold.campaigns.check.codes import PLACE
from twofold.contracts.routes.pages import STAFF
from twofold.partners.keys import ApiKey, mint_key

SCOPES = ("codes:read", "codes:redeem")
HOW = 'make device PLACE=vienna-1 NAME="Till 2"'
_LONGEST_NAME = 60


def main(arguments: list[str] | None = None) -> None:
    asked = _parser().parse_args(_typed() if arguments is None else arguments)
    if asked.name is None:
        _list(asked)
    elif asked.withdraw:
        _withdraw(*_checked(asked), asked.env)
    else:
        place, name = _checked(asked)
        _tell(_made(place, name, asked.env), place, name)


def _typed() -> list[str]:
    """The command's words, and PLACE and NAME from the environment, so that no shell reads a $ or a quote in them."""
    told = ((f"--{name}", os.environ.get(f"DEVICE_{name.upper()}")) for name in ("place", "name"))
    return [*(f"{option}={value}" for option, value in told if value), *sys.argv[1:]]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="make device", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--place", help="where it redeems: the id of a place, such as vienna-1")
    parser.add_argument("--name", help="what its people call it, such as Till 2")
    parser.add_argument("--withdraw", action="store_true", help="its link is good no more")
    parser.add_argument("--env", default="local", help="the deployment: local (default), dev or prod")
    return parser


def _checked(asked: argparse.Namespace) -> tuple[str, str]:
    name = " ".join(asked.name.split())
    if not 0 < len(name) <= _LONGEST_NAME or not name.isprintable():
        raise CannotGoOn(f"NAME: 1 to {_LONGEST_NAME} characters. {HOW}")
    if not asked.place:
        raise CannotGoOn(f"Where does it redeem? {HOW}")
    if not PLACE.fullmatch(asked.place):
        raise CannotGoOn(f"PLACE: up to 64 letters, digits and _ . : - as campaigns' `places` call it. {HOW}")
    return asked.place, name


def _list(asked: argparse.Namespace) -> None:
    if asked.withdraw:
        raise CannotGoOn(f"Which one? {HOW} WITHDRAW=1")
    with attached(asked.env):
        devices = [key for key in DynamoKeyBook().devices() if asked.place in (None, key.place)]
    for key in devices:
        print(f"{key.place}  {key.label}")
    if not devices:
        print(f"There is no device yet. {HOW}", file=sys.stderr)


def _withdraw(place: str, name: str, env: str) -> None:
    with attached(env):
        book = DynamoKeyBook()
        there = _there(book, place, name)
        if not there:
            raise CannotGoOn(f"There is no {name} at {place}; `make device` lists those that there are.")
        for key in there:
            book.withdraw(key.key_hash)
    print(f"The link of {name} at {place} is good no more, within {book.SECONDS:.0f} seconds.")


def _made(place: str, name: str, env: str) -> str:
    """The link, with a key that nobody has seen yet."""
    environment = known(env)
    here = Workspace.current().read() if environment.is_local else {}
    with attached(env):
        book = DynamoKeyBook()
        if _there(book, place, name):
            raise CannotGoOn(f"{name} at {place} has a link. For a new one, first withdraw it: WITHDRAW=1")
        secret, key = mint_key(name, SCOPES, place)
        book.put(replace(key, place_name=_called(place)))
    return f"{STAFF.at(here.get('site') or environment.site.url)}#{secret}"


def _called(place: str) -> str | None:
    """What a campaign says that people call the place; None, and a warning, where no campaign knows it."""
    names = [campaign.places[place] for campaign in campaigns() if place in campaign.places]
    if not names:
        print(
            f"No campaign knows the place {place}: its codes are good there only where they are good anywhere. "
            "Is it written as in `places` of the campaign's file?",
            file=sys.stderr,
        )
    return names[0] if names else None


def _there(book: DynamoKeyBook, place: str, name: str) -> list[ApiKey]:
    return [key for key in book.devices() if (key.place, key.label) == (place, name)]


def _tell(link: str, place: str, name: str) -> None:
    """On stdout stands the link alone, for a script to read."""
    if sys.stderr.isatty():
        print(in_blocks(link), file=sys.stderr)
    print(
        f"Open this once on {name} at {place}, or scan it there. It is shown this once; who has it can redeem codes.",
        file=sys.stderr,
    )
    print(link)


if __name__ == "__main__":
    main()
