"""Takes the next version of an automation, whoever else saves it at the same moment."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import msgspec

from twofold.automations.definition.automation import Automation
from twofold.automations.ports import AutomationMoved, AutomationRegister
from twofold.contracts.errors import Unavailable
from twofold.contracts.events import CampaignChanged, Envelope
from twofold.ledger.record import Origin, record

TRIES = 5

Make = Callable[[Automation | None, int], Automation]
"""What it becomes, from the newest version (None: there is none) and the number of the next. It may raise, and is asked
again when somebody was quicker. The newest itself: nothing is to be stored."""


@dataclass(frozen=True, slots=True)
class Version:
    """The version that is the newest now, and whether it was this call that made it."""

    automation: Automation
    new: bool


def next_version(
    register: AutomationRegister, campaign_id: str, automation_id: str, make: Make, at: datetime
) -> Version:
    """Store what `make` makes, with its event. Raises what `make` raises, and Unavailable."""
    for _ in range(TRIES):
        before = register.current(campaign_id, automation_id)
        number = before.version + 1 if before else 1
        made = make(before, number)
        if made == before:
            return Version(made, new=False)
        after = msgspec.structs.replace(made, version=number)
        try:
            register.save(after, changed(after, at))
        except AutomationMoved:
            continue
        return Version(after, new=True)
    raise Unavailable("The automation changed too often.")


def changed(automation: Automation, at: datetime) -> Envelope:
    """The event that an automation of the campaign has another version."""
    return record(
        CampaignChanged(changed=(f"automation {automation.automation_id}",)),
        subject=automation.campaign_id,
        version=automation.version,
        at=at,
        origin=Origin(campaign_id=automation.campaign_id),
        cause=automation.audience,
    )
