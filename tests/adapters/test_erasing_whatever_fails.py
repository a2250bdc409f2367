"""Whichever call of erasing and forgetting goes wrong, and however: tried again, nobody is half forgotten."""

import copy
import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import SimpleNamespace
from typing import Any

import pytest
from moto.backends import get_backend

from tests.adapters.test_erasing import PERSONAL, everything, lived
from tests.fakes.aws import ACCOUNT, REGION, FakeAws, Fault
from tests.fakes.erasing import Erasing
from tests.fakes.in_dynamodb import in_dynamodb
from tests.fakes.tables import SETTINGS
from tests.fakes.world import World
from twofold.adapters.dynamodb import transaction
from twofold.contracts.errors import Unavailable

THROTTLED = json.dumps({"__type": "com.amazon.coral.service#ThrottlingException", "message": "injected"})
FAULTS = {
    "cannot connect": Fault(),
    "never hears the answer": Fault(done=True),
    "is throttled": Fault(400, THROTTLED),
    "gets a 500": Fault(500, "{}"),
    "gets a 500 although it was done": Fault(500, "{}", done=True),
}
MANY = 10_000
TRIES = 4
POINTS = {"erase": 14, "forget": 250}
"""How many there were when this was last looked at; fewer means that something is not tried any more."""


@pytest.fixture(autouse=True)
def nobody_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("twofold.adapters.signed.time", SimpleNamespace(sleep=lambda seconds: None))
    monkeypatch.setattr(transaction, "PATIENCE", 0.05)


@pytest.fixture
def world(aws: FakeAws) -> World:
    return World(books=in_dynamodb(SETTINGS))


@contextmanager
def as_it_was() -> Iterator[None]:
    """Inside, the tables may change; afterwards they are as before."""
    tables = get_backend("dynamodb")[ACCOUNT][REGION].tables
    before = {name: copy.deepcopy(table.items) for name, table in tables.items()}
    try:
        yield
    finally:
        for name, items in before.items():
            tables[name].items = items


def points(aws: FakeAws, calls: int) -> Iterator[tuple[str, list[Fault | None]]]:
    """Each call goes wrong in each way, alone and with all that follow, as when whoever makes them dies."""
    for position in range(calls):
        for name, fault in FAULTS.items():
            yield f"call {position + 1} {name}", [None] * position + [fault]
        for done in (False, True):
            rest: list[Fault | None] = [Fault(500, "{}")] * MANY
            died = [None] * position + [Fault(done=done), *rest]
            yield f"dies {'after' if done else 'before'} call {position + 1}", died


def insist(aws: FakeAws, faults: list[Fault | None], do: Any) -> int:
    """As the platform does; answers how often it took."""
    aws.faults = list(faults)
    for attempt in range(1, TRIES + 1):
        with suppress(Unavailable):
            do()
            aws.faults = []
            return attempt
        aws.faults = []
    raise AssertionError("it was given up although only one call ever went wrong")


def counted(aws: FakeAws, do: Any) -> int:
    aws.calls.clear()
    with as_it_was():
        do()
    return len(aws.calls)


def test_whichever_call_of_an_erasure_fails_it_happens_once(world: World, aws: FakeAws):
    erasing, lead_id = Erasing(world.clock), lived(world)
    tried = 0
    for name, faults in points(aws, counted(aws, lambda: erasing.erase(lead_id, source="partner"))):
        with as_it_was():
            insist(aws, faults, lambda: erasing.erase(lead_id, source="partner"))
            assert world.lead().status == "erased", name
            assert len(erasing.told(lead_id)) == 1, name
            actions = [link.action for link in erasing.chain(lead_id)]
            assert actions == ["given", "erased"], name
        tried += 1
    print(f"erasing: {tried} points")
    assert tried >= POINTS["erase"]


@pytest.mark.parametrize("every", [9, pytest.param(1, marks=pytest.mark.prove)])
def test_whichever_call_of_forgetting_fails_nothing_of_them_is_left(world: World, aws: FakeAws, every: int):
    erasing, lead_id = Erasing(world.clock), lived(world)
    erasing.erase(lead_id, source="partner")
    whole = [link.digest for link in erasing.chain(lead_id)]
    tried = 0
    for name, faults in list(points(aws, counted(aws, lambda: erasing.hear(lead_id))))[::every]:
        with as_it_was():
            insist(aws, faults, lambda: erasing.hear(lead_id))
            left = [(t, w) for t, rows in everything(aws).items() for w in PERSONAL if w in rows]
            assert not left, (name, left)
            chain = erasing.chain(lead_id)
            assert [link.digest for link in chain] == whole, name
            assert chain[0].commitment, name
            assert not [link for link in chain[:-1] if link.content or link.salt], name
            blocked = [e for e in world.timeline() if e.type == "message.blocked.v1"]
            ids = [e.data.message_id for e in blocked]  # type: ignore[attr-defined]
            assert len(ids) == len(set(ids)), name
        tried += 1
    print(f"forgetting: {tried} points")
    assert tried >= POINTS["forget"] // every
