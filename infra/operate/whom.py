"""Whom a command is about: a lead's id, or a number that is turned into one."""

import argparse

from infra.commands.screen import CannotGoOn
from infra.operate.deployment import Deployment
from twofold.contracts.errors import DomainError
from twofold.leads.read_phone import read_e164


def parser(command: str, about: str | None) -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(
        prog=f"make {command}", description=about, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    made.add_argument("--lead", help="the lead's id")
    made.add_argument("--to", help="or their number, with its country code: +48601234567")
    made.add_argument("--env", default="local", help="the deployment: local (default), dev or prod")
    return made


def lead_id(deployment: Deployment, arguments: argparse.Namespace, command: str) -> str:
    """Raises CannotGoOn unless there is exactly one, and a number that can be read."""
    if bool(arguments.lead) == bool(arguments.to):
        raise CannotGoOn(f"Whom? Name one: make {command} LEAD=… or make {command} TO=+48601234567")
    if arguments.lead:
        return str(arguments.lead)
    try:
        return deployment.identify(read_e164(arguments.to, field="TO"))
    except DomainError as refusal:
        raise CannotGoOn(refusal.detail) from None
