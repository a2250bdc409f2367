"""Who else shall hear our events can be told of them."""

import re
from collections.abc import Iterable
from difflib import get_close_matches

from infra.environments import Environment
from infra.environments.events import BusTarget, Destination
from infra.environments.refusal import refusal
from twofold.contracts.events import CATALOGUE

NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,31}")
BUS = re.compile(r"arn:aws[a-z-]*:events:[a-z0-9-]+:\d{12}:event-bus/[\w./-]+")
SECRET = re.compile(r"arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:\d{12}:secret:[\w/+=.@-]+")
URL = re.compile(r"https://[A-Za-z0-9][A-Za-z0-9.-]*(:443)?(/[^\s?#]*)?")
HEADER = re.compile(r"[A-Za-z0-9-]{1,64}")
TARGETS, DESTINATIONS = "[[events.targets]]", "[[events.destinations]]"
RATES = range(1, 301)
"""Calls a second: EventBridge's own bounds."""


def check_events(environment: Environment) -> None:
    """Raises EnvironmentIncomplete."""
    told = environment.events
    if environment.is_local and told.anything:
        wanted = "nothing on one machine, whose emulator has no archives, other accounts or API destinations"
        raise refusal(environment, "[events]", wanted)
    if told.archive_days < 0:
        raise refusal(
            environment, "[events] archive_days", f"days, or 0 for no archive, not {told.archive_days}"
        )
    for target in told.targets:
        _fits(environment, TARGETS, "bus", target.bus, BUS, "the ARN of an event bus")
    for destination in told.destinations:
        _check_destination(environment, destination)
    _check_names(environment, (*told.targets, *told.destinations))


def _check_destination(environment: Environment, made: Destination) -> None:
    _fits(
        environment,
        DESTINATIONS,
        "url",
        made.url,
        URL,
        "an address that begins with https://, without a query",
    )
    _fits(environment, DESTINATIONS, "secret", made.secret, SECRET, "the ARN of a secret in Secrets Manager")
    _fits(environment, DESTINATIONS, "header", made.header, HEADER, "the name of an HTTP header")
    if made.per_second not in RATES:
        wanted = f"from {RATES.start} to {RATES.stop - 1} calls a second, not {made.per_second}"
        raise refusal(environment, f"{DESTINATIONS} per_second", wanted)


def _check_names(environment: Environment, told: Iterable[BusTarget | Destination]) -> None:
    """A name tells one rule from another for as long as the stack stands."""
    known: set[str] = set()
    for each in told:
        section = TARGETS if isinstance(each, BusTarget) else DESTINATIONS
        _fits(
            environment,
            section,
            "name",
            each.name,
            NAME,
            "up to 32 letters, digits and dashes, a letter first",
        )
        if each.name in known:
            raise refusal(
                environment, f"{section} name", f"a name of its own; `{each.name}` is another's already"
            )
        known.add(each.name)
        _check_kinds(environment, section, each.events)


def _check_kinds(environment: Environment, section: str, events: Iterable[str]) -> None:
    for named in events:
        if named not in CATALOGUE:
            near = get_close_matches(named, CATALOGUE, 1)
            meant = f" (perhaps `{near[0]}`)" if near else ""
            wanted = f"events as docs/events.md names them; there is no `{named}`{meant}"
            raise refusal(environment, f"{section} events", wanted)


def _fits(
    environment: Environment, section: str, field: str, value: str, shape: re.Pattern[str], wanted: str
) -> None:
    if not shape.fullmatch(value):
        raise refusal(environment, f"{section} {field}", f"{wanted}, not `{value}`")
