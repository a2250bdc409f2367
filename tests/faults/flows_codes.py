"""A code between the cart and the till: held, let go, withdrawn, spent within limits, and ended by time."""

import json
import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from tests.fakes.outcomes import code_of
from tests.faults.audit import Audit
from tests.faults.flows import Flow, Point, Scene
from tests.faults.flows_till import LIMITS, ORDER
from tests.faults.people import People, fresh_number
from tests.faults.platform import Handle, insist_on, request, tick
from twofold.adapters.dynamodb.codes import DynamoCodeBook
from twofold.adapters.dynamodb.items import CodeItem
from twofold.adapters.dynamodb.spread import DynamoParts
from twofold.campaigns.model import CodeLimits
from twofold.campaigns.offer import CodeRules
from twofold.codes.redeem import RedeemCode
from twofold.codes.reserve import ReserveCode
from twofold.contracts.instants import now
from twofold.contracts.payloads.codes import ReservationRequest
from twofold.contracts.payloads.redemptions import RedemptionReceipt, RedemptionRequest
from twofold.leads.phone import Phone
from twofold.limits.spread import Spread

CART = "cart-1"
OFF = 1_000
"""What the sample campaign takes off `ORDER`, in cents."""

LIMITED = CodeLimits(redemptions=20, discount=20 * OFF, currency="EUR")
Judge = Callable[[Any, CodeItem, Audit], None]


def asking(
    people: People, method: str, path: str, body: Any = None, *, keyed: bool = False
) -> Callable[[Handle], tuple[int, Any]]:
    """As a partner who means it: status and body."""
    headers = {"authorization": f"Bearer {people.key}"}
    if keyed:
        headers["idempotency_key"] = uuid.uuid4().hex

    def ask(handle: Handle) -> tuple[int, Any]:
        answer = insist_on(lambda: request(handle, method, path, body, **headers))
        return answer["statusCode"], json.loads(answer.get("body") or "null")

    return ask


def taken(limit: str, people: People) -> int:
    """Of a limit of the campaign, in all of its parts."""
    rows = Spread(key=f"{limit}#{people.campaign.campaign_id}", most=0).rows()
    return sum(DynamoParts().taken(rows).values())


def hold(people: People, code: str, *, ago: float = 0, ttl: int = 60) -> None:
    """For another cart, `ago` seconds before now."""
    clock = lambda: now() - timedelta(seconds=ago)  # noqa: E731 - a clock is that short
    reserve = ReserveCode(book=DynamoCodeBook(people.connection), clock=clock)
    reserve(code, ReservationRequest(cart_id=CART, ttl_s=ttl))


def spend(people: People, code: str, order_id: str = "order-1") -> RedemptionReceipt:
    redeem = RedeemCode(book=DynamoCodeBook(people.connection), limits=LIMITS, clock=now)
    return redeem(code, RedemptionRequest(order_id=order_id, amount=5_000, currency="EUR")).answer


def _coded(people: People) -> tuple[Phone, str]:
    phone = fresh_number()
    return phone, code_of(people.lead(phone)[0])


def _scene(phone: Phone, play: Callable[[Handle], Any], judge: Judge) -> Scene:
    def of_one_code(answer: Any, found: Audit, point: Point | None) -> None:
        (row,) = found.codes
        judge(answer, row, found)

    return Scene(phone, play, of_one_code)


def _reserve(people: People) -> Scene:
    phone, code = _coded(people)

    def judge(answer: Any, row: CodeItem, found: Audit) -> None:
        assert (answer[0] in (200, 201), answer[1]["cart_id"]) == (True, CART)
        assert row.hold
        assert (row.state, row.version, row.hold.cart_id) == ("reserved", 2, CART)

    path = f"/v1/codes/{code}/reservations"
    return _scene(phone, asking(people, "POST", path, {"cart_id": CART}, keyed=True), judge)


def _release(people: People) -> Scene:
    phone, code = _coded(people)
    hold(people, code)

    def judge(answer: Any, row: CodeItem, found: Audit) -> None:
        assert answer[0] == 204
        assert not row.hold
        assert (row.state, row.version) == ("issued", 3)
        assert found.count("code.released.v1", why="release") == 1

    return _scene(phone, asking(people, "DELETE", f"/v1/codes/{code}/reservations/{CART}"), judge)


def _revoke(people: People) -> Scene:
    phone, code = _coded(people)

    def judge(answer: Any, row: CodeItem, found: Audit) -> None:
        assert (answer[0] in (200, 201), answer[1]["state"]) == (True, "revoked")
        assert (row.state, row.version) == ("revoked", 2)

    return _scene(phone, asking(people, "POST", f"/v1/codes/{code}/revocation", {"reason": "fraud"}), judge)


def _redeem(people: People) -> Scene:
    """The code was held by a cart whose time is over, and is good once for its lead; the campaign has limits."""
    once = replace(people.campaign.offer, rules=CodeRules(once_per_lead=True))
    own = people.under(limits=LIMITED, offer=once)
    phone, code = _coded(own)
    hold(own, code, ago=60, ttl=1)

    def judge(answer: Any, row: CodeItem, found: Audit) -> None:
        assert (answer[0] in (200, 201), answer[1]["discount_amount"]) == (True, OFF)
        assert row.redemption
        assert (row.state, row.version, row.redemption.order_id) == ("redeemed", 3, ORDER["order_id"])
        assert found.count("code.released.v1", why="lapse") == 1
        assert (taken("redemptions", own), taken("discount", own)) == (1, OFF), "charged once"

    return _scene(phone, asking(own, "POST", f"/v1/codes/{code}/redemptions", ORDER), judge)


def _roll_back(people: People) -> Scene:
    own = people.under(limits=LIMITED)
    phone, code = _coded(own)
    spent = spend(own, code)

    def judge(answer: Any, row: CodeItem, found: Audit) -> None:
        assert answer[0] in (200, 201)
        assert (row.state, row.version) == ("rolled_back", 3)
        assert (taken("redemptions", own), taken("discount", own)) == (0, 0), "all of it given back once"

    path = f"/v1/redemptions/{spent.redemption_id}/rollback"
    return _scene(phone, asking(own, "POST", path, {"reason": "returned"}), judge)


def _lapse(people: People) -> Scene:
    """A cart let its time pass, and then the code's own was over."""
    ended = replace(people.campaign.offer, rules=CodeRules(ends_at=now() - timedelta(seconds=5)))
    own = people.under(offer=ended)
    phone, code = _coded(own)
    hold(own, code, ago=60, ttl=30)

    def judge(answer: Any, row: CodeItem, found: Audit) -> None:
        assert (row.state, row.version) == ("expired", 3)
        assert not row.hold
        assert not row.due_at, "time changes nothing of it any more"
        assert found.count("code.released.v1", why="lapse") == found.count("code.expired.v1") == 1

    return _scene(phone, lambda handle: tick(lambda event: handle({"people": own})), judge)


def _sweep(event: dict[str, Any]) -> Any:
    """As the sweeper's own process does it; what else the sweeper looks after has flows of its own."""
    return event["people"].process.wiring("sweep_overdue").lapse_codes()()


FLOWS = (
    Flow("reservation with a key", "redeem_codes", _reserve, 64),
    Flow("release", "redeem_codes", _release, 64),
    Flow("revocation", "redeem_codes", _revoke, 64),
    Flow("redemption within limits", "redeem_codes", _redeem, 76),
    Flow("rollback within limits", "redeem_codes", _roll_back, 64),
    Flow("lapse", "sweep_overdue", _lapse, 400, command=_sweep),
)
