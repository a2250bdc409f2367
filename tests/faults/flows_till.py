"""Redeeming and rolling back, as a till asks for them: with an Idempotency-Key, and without."""

import uuid
from collections.abc import Callable
from typing import Any

from tests.fakes.outcomes import code_of
from tests.faults.audit import Audit
from tests.faults.flows import Flow, Point, Scene
from tests.faults.people import People, fresh_number
from tests.faults.platform import Handle, insist, request
from twofold.adapters.dynamodb.campaigns import DynamoCampaignBook
from twofold.adapters.dynamodb.codes import DynamoCodeBook
from twofold.adapters.dynamodb.spread import DynamoParts
from twofold.codes.redeem import RedeemCode
from twofold.codes.spend_limits import SpendLimits
from twofold.contracts.instants import now
from twofold.contracts.payloads.redemptions import RedemptionRequest

LIMITS = SpendLimits(campaigns=DynamoCampaignBook(), parts=DynamoParts())
ORDER = {"order_id": "order-1", "amount": 5_000, "currency": "EUR"}


def _redeem(people: People, *, keyed: bool) -> Scene:
    phone = fresh_number()
    code = code_of(people.lead(phone)[0])

    def judge(answer: tuple[int, Any], found: Audit, point: Point | None) -> None:
        status, receipt = answer
        assert status in (200, 201)
        assert receipt["order_id"] == ORDER["order_id"]
        (row,) = found.codes
        assert (row.state, row.version) == ("redeemed", 2)
        assert row.redemption
        assert row.redemption.redemption_id == receipt["redemption_id"]

    return Scene(phone, _post(people, f"/v1/codes/{code}/redemptions", ORDER, keyed=keyed), judge)


def _roll_back(people: People, body: dict[str, Any], *, keyed: bool) -> Scene:
    phone = fresh_number()
    code = code_of(people.lead(phone)[0])
    spend = RedeemCode(book=DynamoCodeBook(people.connection), limits=LIMITS, clock=now)
    spent = spend(code, RedemptionRequest(order_id="order-1", amount=5_000, currency="EUR")).answer
    taken = body.get("amount", spent.amount)

    def judge(answer: tuple[int, Any], found: Audit, point: Point | None) -> None:
        status, receipt = answer
        assert status in (200, 201)
        assert receipt["rolled_back"] == taken, "once, not twice"
        (row,) = found.codes
        assert row.version == 3
        assert row.redemption
        assert row.redemption.rolled_back == taken

    path = f"/v1/redemptions/{spent.redemption_id}/rollback"
    return Scene(phone, _post(people, path, body, keyed=keyed), judge)


def _post(
    people: People, path: str, body: dict[str, Any], *, keyed: bool
) -> Callable[[Handle], tuple[int, Any]]:
    headers = {"authorization": f"Bearer {people.key}"}
    if keyed:
        headers["idempotency_key"] = uuid.uuid4().hex
    return lambda handle: insist(lambda: request(handle, "POST", path, body, **headers))


FLOWS = (
    Flow("redemption", "redeem_codes", lambda people: _redeem(people, keyed=False), 64),
    Flow("redemption with a key", "redeem_codes", lambda people: _redeem(people, keyed=True), 64),
    Flow("rollback", "redeem_codes", lambda p: _roll_back(p, {"reason": "returned"}, keyed=False), 64),
    Flow(
        "part rollback with a key",
        "redeem_codes",
        lambda people: _roll_back(people, {"reason": "one dish", "amount": 700}, keyed=True),
        64,
    ),
)
