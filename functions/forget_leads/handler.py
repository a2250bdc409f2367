"""Removes all that is kept of leads who were erased."""

from typing import Any

from twofold.contracts.events import EventData, LeadErased
from twofold.entrypoints import bus
from twofold.entrypoints.deeds import Deed
from twofold.wiring import forget_leads as wiring

deeds: dict[type[EventData], Deed] = {LeadErased: wiring.forget_lead()}


def handle(event: dict[str, Any], context: Any) -> None:
    bus.hear(event, deeds)
