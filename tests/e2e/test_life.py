"""From a number to a code, from a code to an order and back: over HTTP, with the texts as the phone shows them."""

import time
from typing import Any

from boto3.dynamodb.conditions import Key

from infra.local.demo.bus import Tap
from tests.e2e.visitor import SOON, Visitor, digits
from tests.fakes.outcomes import code_of
from tests.faults.people import fresh_number
from tests.stack import Stack

LIFE = {
    "signup.requested.v1": 1,
    "lead.confirmed.v1": 1,
    "code.issued.v1": 1,
    "message.sent.v1": 2,
    "message.delivered.v1": 2,
    "code.redeemed.v1": 1,
    "code.rolled_back.v1": 1,
}
"""Without what automations do meanwhile, each for its own share of leads."""


def test_a_wrong_code_is_told_with_the_guesses_left_and_the_right_one_is_answered_with_a_discount(
    visitor: Visitor,
):
    phone = fresh_number()
    challenge_id = visitor.sign_up(phone).json()["challenge_id"]
    code = digits(visitor.texts(phone, 1)[0])
    wrong = visitor.confirm(challenge_id, f"{(int(code) + 1) % 10**6:06d}")
    assert (wrong.status_code, wrong.json()["code"], wrong.json()["attempts_left"]) == (422, "wrong_code", 4)
    right = visitor.confirm(challenge_id, code)
    assert right.status_code == 200
    discount = right.json()["discount"]["code"]
    assert discount in visitor.texts(phone, 2)[1]
    again = visitor.confirm(challenge_id, code)
    assert again.json() == right.json(), "whoever asks again is told the same"


def test_a_code_is_spent_once_taken_back_and_good_again(visitor: Visitor):
    phone = fresh_number()
    code = code_of(visitor.people.lead(phone)[0])
    (found,) = visitor.look_up(phone).json()["leads"]
    assert [each["code"] for each in found["codes"]] == [code]
    assert visitor.check(code).json()["valid"]
    first, again = visitor.redeem(code, "order-1"), visitor.redeem(code, "order-1")
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.content == again.content
    other = visitor.redeem(code, "order-2")
    assert (other.status_code, other.json()["code"]) == (409, "code_already_redeemed")
    assert not visitor.check(code).json()["valid"]
    assert visitor.roll_back(first.json()["redemption_id"]).status_code == 201
    assert visitor.check(code).json()["valid"]
    assert visitor.redeem(code, "order-3").status_code == 201


def test_the_ledger_and_the_bus_tell_the_same_life(visitor: Visitor):
    phone = fresh_number()
    stack = visitor.stack
    with Tap({"client": stack.aws, "outputs": stack.outputs}) as tap:
        challenge_id = visitor.sign_up(phone).json()["challenge_id"]
        confirmed = visitor.confirm(challenge_id, digits(visitor.texts(phone, 1)[0])).json()
        visitor.texts(phone, 2)
        spent = visitor.redeem(confirmed["discount"]["code"], "order-1").json()
        visitor.roll_back(spent["redemption_id"])
        rows = _rows(stack, confirmed["lead"]["lead_id"], sum(LIFE.values()))
        heard = _heard(tap, {row["event_id"] for row in rows})
    types = [str(row["type"]) for row in rows]
    assert {kind: types.count(kind) for kind in types} == LIFE
    assert {row["event_id"] for row in rows} <= heard


def _rows(stack: Stack, lead_id: str, many: int) -> list[dict[str, Any]]:
    """What the ledger holds of a lead once it is so much, or when waiting has no sense any more."""
    until = time.monotonic() + SOON
    while True:
        found = stack.table("ledger").query(KeyConditionExpression=Key("subject_id").eq(lead_id))["Items"]
        rows = [row for row in found if not str(row["type"]).startswith("automation.")]
        if len(rows) >= many or time.monotonic() > until:
            return rows
        time.sleep(0.2)


def _heard(tap: Tap, wanted: set[str]) -> set[str]:
    until = time.monotonic() + SOON
    while not wanted <= tap.drain().keys() and time.monotonic() < until:
        time.sleep(0.2)
    return set(tap.heard)
