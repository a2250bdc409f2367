"""Lets leads into automations, does the steps that are due, and lets them out again."""

from typing import Any

from twofold.entrypoints import automations
from twofold.wiring import run_automations as wiring

engine = automations.Engine(hear=wiring.hear_event(), run=wiring.run_step(), enter=wiring.enter_segment())


def handle(event: dict[str, Any], context: Any) -> None:
    automations.do(event, engine)
