"""Who spends a code and does not hear of it asks again, and learns that it is theirs; nobody else gets it meanwhile."""

import json
from contextlib import suppress
from dataclasses import dataclass

import pytest

from tests.fakes.outcomes import code_of
from tests.faults.every_call import Blow
from tests.faults.faults import FAULTS, Died, Fault
from tests.faults.flows import Point
from tests.faults.people import People, fresh_number
from tests.faults.platform import request
from tests.faults.wire import Call, Wire
from twofold.adapters.dynamodb.codes import DynamoCodeBook

LOST = [
    f
    for f in FAULTS
    if f.name in ("dies after it", "gets a 500 although it was done", "never hears the answer")
]
REDEEMS, COUNTS = "TransactWriteItems", "UpdateItem"
"""The two writes of a redemption: itself, and before it the count of what the key has asked for."""


@dataclass
class Tills:
    """They want one fresh code for orders of their own."""

    people: People
    code: str

    @classmethod
    def of(cls, people: People) -> "Tills":
        people.attach()
        return cls(people, code_of(people.lead(fresh_number())[0]))

    def ask(self, order_id: str) -> tuple[int, str]:
        """Once: the status, and whose the code is or why it is not."""
        body = {"order_id": order_id, "amount": 5_000, "currency": "EUR"}
        key, path = f"Bearer {self.people.key}", f"/v1/codes/{self.code}/redemptions"
        answer = request(self.people.process.start("redeem_codes"), "POST", path, body, authorization=key)
        told = json.loads(answer["body"])
        return answer["statusCode"], told.get("order_id") or told["code"]

    def unheard(self, wire: Wire, point: Point) -> None:
        with wire.watched(Blow(point)), suppress(Died):
            self.ask("mine")

    @property
    def owner(self) -> str | None:
        self.people.attach()
        redemption = DynamoCodeBook(self.people.connection).find(self.code).redemption
        return redemption.order_id if redemption else None


def writes(people: People, wire: Wire) -> dict[str, int]:
    """Where a redemption's writes stand among its calls."""
    tills = Tills.of(people)
    with wire.watched() as calls:
        assert tills.ask("mine") == (201, "mine")
    found = [(call.operation, n) for n, call in enumerate(calls, start=1) if _writes(call)]
    assert [operation for operation, _ in found] == [COUNTS, REDEEMS]
    return dict(found)


def _writes(call: Call) -> bool:
    return not call.operation.startswith(("Get", "Query", "BatchGet"))


@pytest.mark.parametrize("fault", LOST, ids=lambda fault: fault.name)
@pytest.mark.parametrize("stays", [False, True], ids=["once", "as does all after it"])
def test_a_redemption_that_nobody_heard_of_is_its_own_order_s(
    people: People, wire: Wire, fault: Fault, stays: bool
):
    position = writes(people, wire)[REDEEMS]
    tills = Tills.of(people)
    tills.unheard(wire, Point(position, fault, stays))
    assert tills.owner == "mine"
    assert tills.ask("another's") == (409, "code_already_redeemed")
    assert tills.ask("mine") == (200, "mine")


@pytest.mark.parametrize("fault", LOST, ids=lambda fault: fault.name)
def test_one_that_did_not_come_so_far_is_whoever_s_asks_next(people: People, wire: Wire, fault: Fault):
    position = writes(people, wire)[COUNTS]
    tills = Tills.of(people)
    tills.unheard(wire, Point(position, fault, stays=True))
    assert tills.owner is None
    assert tills.ask("another's") == (201, "another's")
    assert tills.ask("mine") == (409, "code_already_redeemed")
    assert tills.ask("another's") == (200, "another's")
