"""So many reminders, each against a till that spends its code, on a street of any backend."""

import random
from collections import Counter
from datetime import timedelta
from time import monotonic

from tests.fakes.races import Race, Told, outcome
from tests.fakes.samples import order
from tests.unit.automations.definitions import DAY_7, an_automation
from tests.unit.automations.engine.street import Street
from twofold.automations.definition.automation import Again
from twofold.automations.definition.steps import Wait
from twofold.automations.enrolments.enrolment import due_of
from twofold.contracts.events import MessagePlanned

REMINDER = an_automation(
    Wait(days=7), DAY_7, exits=("redeemed", "code_over"), again=Again(rule="each"), holdout=0
)


def races(street: Street, many: int) -> Counter[str]:
    """One race after the other; the schedule fires at the very moment of its step."""
    within = 2 * sorted(_alone(street) for _ in range(5))[2]
    return outcome([one(street, _somebody(), within) for _ in range(many)])


def _alone(street: Street) -> float:
    """Seconds that a reminder takes with which nobody interferes."""
    phone, joined = _somebody(), street.clock()
    street.phones = {phone}
    street.join(phone)
    street.clock.at = street.ways(phone)[0].due_at or joined
    began = monotonic()
    assert remind(street, phone)
    street.clock.at = joined
    return monotonic() - began


def _somebody() -> str:
    return f"+4850{random.randrange(10**7):07d}"


def one(street: Street, phone: str, within: float) -> Told:
    street.phones = {phone}
    code = street.join(phone)
    joined = street.clock()
    (way,) = street.ways(phone)
    street.clock.at = way.due_at or joined
    race = Race(
        books=street.world.books,
        lead_id=street.world.lead_id(phone),
        code=code,
        remind=lambda: remind(street, phone),
        redeem=lambda: street.world.codes.redeem(code, order(f"till-{code}")),
        within=within,
    )
    told = race.run()
    street.clock.at = joined + timedelta(milliseconds=1)
    return told


def remind(street: Street, phone: str) -> bool:
    """As the schedule, the relay and the queue do, one after the other, without delay."""
    (way,) = street.ways(phone)
    street.engine.run(due_of(way))
    planned = [event for event in street.world.timeline(phone) if isinstance(event.data, MessagePlanned)]
    ended = [street.world.send(event) for event in planned]
    return "accepted" in ended
