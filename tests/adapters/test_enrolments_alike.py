"""Whatever happens in whatever order, the memory that other tests run on says the same as DynamoDB."""

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import pytest

from tests.fakes.automating import AT, a_text, a_way, behind, done
from tests.fakes.aws import FakeAws
from tests.fakes.books import Books
from tests.fakes.in_dynamodb import in_dynamodb
from tests.fakes.in_memory import in_memory
from tests.fakes.tables import SETTINGS
from twofold.automations.enrolments.enrolment import Enrolment
from twofold.automations.enrolments.events import entered, exited
from twofold.automations.ports import EnrolmentMoved, ToldBefore
from twofold.messages.sending.plan import planned

WALKS, STEPS = 6, 30
Deed = Callable[[Books], None]


@dataclass
class Walk:
    """One lead in one automation; deeds are drawn on what stands, or on what stood some time ago."""

    chance: random.Random
    stood: list[Enrolment]
    at: datetime = AT

    def deed(self) -> Deed:
        self.at += timedelta(hours=self.chance.randrange(1, 30))
        way = self.chance.choice([self.stood[-1]] * 3 + self.stood)
        return self.chance.choice([self.enter, self.step, self.text, self.put_off, self.end])(way)

    def enter(self, way: Enrolment) -> Deed:
        run = way.run + self.chance.choice([0, 1, 1, 1, 2])
        again = replace(self.stood[0], run=run, entered_at=self.at, since=self.at, due_at=self.later())
        return lambda books: books.enrolments.enter(again, entered(again))

    def step(self, way: Enrolment) -> Deed:
        after = behind(way, since=self.at, due_at=self.later(), state="running")
        return lambda books: books.enrolments.step(done(after))

    def text(self, way: Enrolment) -> Deed:
        after = behind(way, since=self.at, due_at=self.later())
        message = replace(a_text(way), message_id=f"msg_{self.chance.randrange(6)}_{way.lead_id}")
        return lambda books: books.enrolments.step(done(after, planned(message), message=message))

    def put_off(self, way: Enrolment) -> Deed:
        later = way.next(due_at=self.later())
        return lambda books: books.enrolments.put_off(later)

    def end(self, way: Enrolment) -> Deed:
        after = way.ended("redeemed", self.at)
        return lambda books: books.enrolments.end(after, exited(after, self.at))

    def later(self) -> datetime:
        return self.at + timedelta(minutes=self.chance.randrange(10_000))


def came_of(deed: Deed, books: Books) -> str:
    try:
        deed(books)
    except (EnrolmentMoved, ToldBefore) as refused:
        return type(refused).__name__
    return "done"


@pytest.mark.parametrize("seed", range(WALKS))
def test_they_agree(aws: FakeAws, seed: int):
    memory, dynamo = in_memory(), in_dynamodb(SETTINGS)
    first = a_way()
    walk, told = Walk(random.Random(seed), [first]), set()
    for books in (memory, dynamo):
        books.enrolments.enter(first, entered(first))
    for _ in range(STEPS):
        deed = walk.deed()
        outcome = came_of(deed, memory)
        assert came_of(deed, dynamo) == outcome
        told.add(outcome)
        stands = memory.enrolments.find(first.lead_id, first.key)
        assert stands
        assert dynamo.enrolments.find(first.lead_id, first.key) == stands
        assert list(dynamo.enrolments.due(walk.at)) == list(memory.enrolments.due(walk.at))
        walk.stood.append(stands)
    assert memory.upkeep.timeline(first.lead_id) == dynamo.upkeep.timeline(first.lead_id)
    assert {"done", "EnrolmentMoved"} <= told
