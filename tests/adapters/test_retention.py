"""Who is quiet for too long is erased, and what nobody need prove any more goes: by the days of an index."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.fakes.aws import FakeAws
from tests.fakes.clock import SetClock
from tests.fakes.erasing import Erasing
from tests.fakes.in_dynamodb import in_dynamodb
from tests.fakes.samples import ANNA, BEN
from tests.fakes.tables import SETTINGS
from tests.fakes.world import World
from twofold.adapters.dynamodb.activity import shard_of
from twofold.adapters.dynamodb.items import LeadItem
from twofold.adapters.dynamodb.keeping import DynamoKeeping
from twofold.contracts.settings import RetentionSettings
from twofold.leads.model import Lead
from twofold.privacy.keep_no_longer import FIRST_DAY, KeepNoLonger

START = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def world(aws: FakeAws) -> World:
    return World(books=in_dynamodb(SETTINGS), clock=SetClock(START))


def sweep(world: World, quiet: int = 0, evidence: int = 0, keeping: DynamoKeeping | None = None) -> int:
    settings = RetentionSettings(quiet_leads_days=quiet, evidence_days=evidence)
    return KeepNoLonger(
        keeping=keeping or DynamoKeeping(),
        leads=world.books.leads,
        erase=Erasing(world.clock).erase,
        settings=settings,
        clock=world.clock,
    )()


def test_nobody_is_erased_for_being_quiet_unless_somebody_says_so(world: World, aws: FakeAws):
    world.confirmed()
    world.clock.forward(days=4_000)
    aws.calls.clear()
    assert sweep(world) == 0
    assert aws.calls == [], "what is kept for good costs nothing"
    assert world.lead().status == "confirmed"


def test_who_was_quiet_for_so_long_is_erased_and_not_a_day_sooner(world: World):
    world.confirmed()
    world.clock.forward(days=30)
    assert sweep(world, quiet=30) == 0
    world.clock.forward(days=1)
    assert sweep(world, quiet=30) == 1
    assert world.lead().status == "erased"
    (told,) = Erasing(world.clock).told(world.lead_id())
    assert told.data.source == "retention"  # type: ignore[attr-defined]
    assert sweep(world, quiet=30) == 0


def test_who_did_something_meanwhile_stays(world: World):
    world.confirmed()
    world.confirmed(BEN)
    world.clock.forward(days=20)
    world.books.activity.touch(world.lead_id(), world.clock())
    world.clock.forward(days=11)
    assert sweep(world, quiet=30) == 1
    assert (world.lead(ANNA).status, world.lead(BEN).status) == ("confirmed", "erased")
    world.clock.forward(days=20)
    assert sweep(world, quiet=30) == 1
    assert world.lead(ANNA).status == "erased"


def test_a_shorter_time_than_before_reaches_those_it_newly_means(world: World):
    world.confirmed()
    world.clock.forward(days=40)
    assert sweep(world, quiet=100) == 0
    assert sweep(world, quiet=30) == 1


def test_days_that_are_done_with_are_not_looked_at_again(world: World, aws: FakeAws):
    world.clock.forward(days=300)
    sweep(world, quiet=30)
    aws.calls.clear()
    sweep(world, quiet=30)
    assert len(aws.calls) == 1
    assert DynamoKeeping().done_through("quiet") == (world.clock().date() - timedelta(days=31), None)
    assert date(2026, 1, 1) < FIRST_DAY


def test_the_links_of_somebody_erased_go_when_their_time_has_come_and_the_mark_stays(world: World):
    world.confirmed()
    erasing = Erasing(world.clock)
    erasing.erase(world.lead_id(), source="partner")
    world.clock.forward(days=100)
    assert sweep(world, evidence=100) == 0
    world.clock.forward(days=1)
    assert sweep(world, evidence=100) == 1
    assert erasing.chain(world.lead_id()) == []
    assert world.lead().status == "erased"
    assert LeadItem.get(world.lead_id()).active_shard is None
    world.confirmed()
    (given,) = erasing.chain(world.lead_id())
    assert given.seq == 3, "the chain goes on where it was"


def test_who_left_keeps_their_evidence_until_then_counted_from_when_they_left(world: World):
    world.confirmed()
    world.clock.forward(days=50)
    world.reply(ANNA, "STOP")
    world.clock.forward(days=60)
    assert sweep(world, evidence=100) == 0
    assert len(Erasing(world.clock).chain(world.lead_id())) == 2
    world.clock.forward(days=41)
    assert sweep(world, evidence=100) == 1
    assert Erasing(world.clock).chain(world.lead_id()) == []
    assert world.lead().status == "opted_out"


def test_whoever_is_a_lead_keeps_what_proves_it(world: World):
    world.confirmed()
    world.clock.forward(days=400)
    assert sweep(world, evidence=100) == 0
    assert len(Erasing(world.clock).chain(world.lead_id())) == 1


class Slow(DynamoKeeping):
    """20 seconds pass with each lead."""

    def __init__(self, clock: SetClock) -> None:
        super().__init__()
        self._clock = clock

    def of_day(self, day: date, after: str | None) -> Iterator[str]:
        for lead_id in super().of_day(day, after):
            yield lead_id
            self._clock.forward(seconds=20)


def test_a_day_of_more_leads_than_a_sweep_looks_at_comes_to_its_end_all_the_same(world: World):
    people = [f"+4860123450{number}" for number in range(8)]
    for phone in people:
        world.confirmed(phone)
    left = max(people, key=lambda phone: shard_of("", world.lead_id(phone)) + world.lead_id(phone))
    world.reply(left, "STOP")
    world.clock.forward(days=31)
    found = [sweep(world, evidence=30, keeping=Slow(world.clock)) for _ in range(6)]
    assert (sum(found), found[0]) == (1, 0)
    assert Erasing(world.clock).chain(world.lead_id(left)) == []
    assert DynamoKeeping().done_through("evidence") == (START.date(), None)


def test_who_changes_as_their_time_has_come_is_judged_anew(world: World, monkeypatch: pytest.MonkeyPatch):
    world.confirmed()
    world.confirmed(BEN)
    world.clock.forward(days=31)
    look, leads = world.books.leads.lead, {world.lead_id(ANNA), world.lead_id(BEN)}

    def and_then_does_something(lead_id: str) -> Lead | None:
        found = look(lead_id)
        if lead_id in leads:
            leads.remove(lead_id)
            world.reply(ANNA if lead_id == world.lead_id(ANNA) else BEN, "STOP")
            if lead_id == world.lead_id(ANNA):
                world.books.activity.touch(lead_id, world.clock())
        return found

    monkeypatch.setattr(world.books.leads, "lead", and_then_does_something)
    assert sweep(world, quiet=30) == 1
    monkeypatch.undo()
    assert (world.lead(ANNA).status, world.lead(BEN).status) == ("opted_out", "erased")


def test_a_sweep_that_takes_too_long_is_gone_on_with_by_the_next(world: World):
    people = [f"+4860123450{number}" for number in range(4)]
    for phone in people:
        world.confirmed(phone)
    world.clock.forward(days=31)
    found, seen = [world.lead_id(phone) for phone in people], 0

    for _ in range(4):
        seen += sweep(world, quiet=30, keeping=Slow(world.clock))
    assert seen == len(found)
    assert {world.lead(phone).status for phone in people} == {"erased"}
