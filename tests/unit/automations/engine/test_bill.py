"""What leads cost who go through an automation of two texts, by every call that is made for them."""

from collections import Counter
from datetime import datetime

import boto3
import pytest

from tests.bench.bill import Bill
from tests.bench.prices import MILLION
from tests.fakes.aws import FakeAws
from tests.fakes.books import Books
from tests.fakes.clock import SetClock
from tests.fakes.engine import Engine
from tests.fakes.in_dynamodb import in_dynamodb
from tests.fakes.in_memory import in_memory
from tests.fakes.issues import issue
from tests.fakes.memory import Memory
from tests.fakes.orders import InMemoryCartBook
from tests.fakes.samples import BUFFET, LANDING
from tests.fakes.tables import SETTINGS
from tests.fakes.world import World
from tests.functions.booted import STEPS
from tests.unit.automations.definitions import TUESDAY, TWO_REMINDERS, a_lead, an_automation
from tests.unit.automations.engine.counting import FREE, Asked, Meter, Tally
from twofold.adapters.dynamodb.carts import DynamoCartBook
from twofold.adapters.dynamodb.connection import connect
from twofold.adapters.scheduler import EventBridgeStepScheduler
from twofold.automations.definition.automation import Again
from twofold.automations.enrolments.enrolment import StepDue
from twofold.automations.saving.next_version import changed
from twofold.codes.draw import draw_code
from twofold.contracts.causes import SIGNUP
from twofold.contracts.events import Envelope
from twofold.ledger.record import record

UNUSED = an_automation(*TWO_REMINDERS, exits=("redeemed", "code_over"), again=Again(rule="each"), holdout=0)
DESIGNED, OF = 32.0, 20 * MILLION
"""US dollars that the design allows the Scheduler for so many steps (docs/decisions, of reminders)."""

MOST = 30.0
"""US dollars for a million leads: what it cost when it was first counted, at the next five. Only down from here."""

INVOKED = 3
"""Times that a lead calls the engine: the code, and each step."""


class Waiting:
    """Keeps what waits, and brings it back in order."""

    def __init__(self) -> None:
        self.steps: list[tuple[datetime, str, StepDue]] = []
        self.gone = 0

    def wake(self, name: str, at: datetime, due: StepDue, within: object) -> None:
        self.steps.append((at, name, due))

    def cancel(self, name: str) -> None:
        self.gone += 1

    def fire(self, engine: Engine, clock: SetClock) -> int:
        """All that waits, each at its moment; what comes of that waits on. Answer how many fired."""
        due, self.steps = sorted(self.steps, key=lambda step: step[:2]), []
        for at, _, step in due:
            clock.at = max(clock.at, at)
            engine.run(step)
        return len(due)


def engine_on(tally: Tally, books: Books, carts: object, scheduler: object, clock: SetClock) -> Engine:
    books.upkeep.put_campaign(BUFFET)
    books.automations.save(UNUSED, _saved())
    return Engine(
        books=tally.books(books),
        carts=tally.of("carts", carts),
        clock=clock,
        scheduler=tally.of("scheduler", scheduler),
    )


def _saved() -> Envelope:
    return changed(UNUSED, TUESDAY)


def issued(memory: Memory, number: int) -> Envelope:
    """Somebody who has just joined, put straight into memory; answer what is told of their code."""
    lead_id = f"LEAD{number:07d}"
    code = draw_code(BUFFET, TUESDAY)
    memory.leads[lead_id] = a_lead(lead_id, f"+4860{number:07d}", codes=(code.code,))
    issue(memory, code, lead_id, LANDING.origin)
    return record(
        code.issued("", SIGNUP),
        subject=lead_id,
        version=1,
        at=TUESDAY,
        origin=LANDING.origin,
        cause=lead_id,
    )


def simulated(leads: int) -> tuple[Counter[str], int]:
    """Calls of ports for so many leads, from the first event to the last step; and how many schedules fired."""
    tally, clock, waiting, memory = Tally(), SetClock(TUESDAY), Waiting(), Memory()
    engine = engine_on(tally, in_memory(memory), InMemoryCartBook(memory), waiting, clock)
    for number in range(leads):
        clock.at = TUESDAY
        assert engine.hear(issued(memory, number)).endswith("entered")
    fired = 0
    while more := waiting.fire(engine, clock):
        fired += more
    assert Counter(way.exit for way in memory.enrolments.values()) == {"finished": leads}
    assert len(memory.messages) == 2 * leads, "two texts are planned for each"
    return tally.calls, fired


@pytest.fixture
def real(aws: FakeAws) -> list[tuple[str, Asked]]:
    """Each call of a port for one lead, with what the adapters ask of AWS for it; everything was used before."""
    client = boto3.client("scheduler", **aws.client)
    known = {group["Name"] for group in client.list_schedule_groups()["ScheduleGroups"]}
    if STEPS.group not in known:
        client.create_schedule_group(Name=STEPS.group)
    tally, clock, meter = Tally(), SetClock(TUESDAY), Meter(aws)
    books, waiting = in_dynamodb(SETTINGS), Waiting()
    scheduler = Both(EventBridgeStepScheduler(STEPS), waiting)
    engine = engine_on(tally, books, DynamoCartBook(connect(SETTINGS)), scheduler, clock)
    for phone in ("+48601234567", "+48602345678"):
        clock.at = TUESDAY
        world = World(books=books, clock=clock)
        code = world.code(phone)
        meter.found.clear()
        tally.cost = meter
        told = next(e for e in world.timeline(phone) if e.type == "code.issued.v1")
        assert engine.hear(told).endswith("entered"), code
        assert waiting.fire(engine, clock) + waiting.fire(engine, clock) == 2
        tally.cost = lambda name, do: do()
    return meter.found


class Both:
    """The real scheduler is asked, and what waits is kept."""

    def __init__(self, scheduler: EventBridgeStepScheduler, waiting: Waiting) -> None:
        self.scheduler, self.waiting = scheduler, waiting

    def wake(self, name: str, at: datetime, due: StepDue, within: object) -> None:
        self.scheduler.wake(name, at, due, within)  # type: ignore[arg-type]
        self.waiting.wake(name, at, due, within)


@pytest.mark.parametrize("leads", [2_000, pytest.param(100_000, marks=pytest.mark.prove)])
def test_every_lead_costs_what_one_costs_and_the_scheduler_no_more_than_was_designed(
    real: list[tuple[str, Asked]], leads: int
):
    calls, fired = simulated(leads)
    of_one = Counter(name for name, _ in real)
    assert calls == Counter({name: count * leads for name, count in of_one.items()})
    assert fired == 2 * leads
    each = sum((asked for _, asked in real), FREE)
    _print(of_one, each, leads)
    assert each.operations["scheduler"] == fired / leads, "one schedule for each step"
    scheduler = _scheduler(fired / leads)
    print(scheduler)
    assert scheduler.usd <= DESIGNED
    assert each.units.write <= 34
    assert each.units.read <= 7
    assert _bill(each, fired / leads).holds


def _print(of_one: Counter[str], each: Asked, leads: int) -> None:
    print(f"\n{leads} leads, {sum(of_one.values()) * leads} calls of ports, of one:", dict(of_one))
    print("of AWS:", dict(each.operations), each.units)
    print(_bill(each, 2))


def _scheduler(fires: float) -> Bill:
    """Of as many steps as the design compares by, with the calls of the engine that they are."""
    steps = OF / 2 * fires
    return Bill("schedules of 20 million steps", {"EventBridge Scheduler": steps, "Lambda requests": steps})


def _bill(each: Asked, fires: float) -> Bill:
    """Of the engine alone: what the ledger's relay costs comes on top."""
    quantities = {
        "DynamoDB writes": each.units.write,
        "DynamoDB reads": each.units.read,
        "EventBridge Scheduler": fires,
        "Lambda requests": INVOKED,
    }
    millions = {name: quantity * MILLION for name, quantity in quantities.items()}
    return Bill("a million leads through an automation of two texts", millions, MOST)
