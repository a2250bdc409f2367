"""Codes that are few: drawn from a pool under a limit, promised where it is dry, and given when it is filled."""

import hashlib
import secrets
from collections.abc import Callable
from typing import Any

from tests.faults.audit import Audit
from tests.faults.flows import Flow, Point, Scene
from tests.faults.flows_codes import asking, taken
from tests.faults.people import People, fresh_number
from tests.faults.platform import Handle, insist, request, tick
from twofold.adapters.dynamodb.ledger import DynamoLedger
from twofold.adapters.dynamodb.pool_register import DynamoPoolRegister
from twofold.adapters.dynamodb.pools import DynamoCodePools
from twofold.adapters.dynamodb.promises import DynamoPromiseBook
from twofold.campaigns.model import CodeLimits, CodePool
from twofold.codes.tidy import tidy
from twofold.contracts.instants import now
from twofold.leads.phone import Phone
from twofold.pools.model import SPOT_DIGITS, Coupon
from twofold.pools.notice import notice

LIMIT = 5


def pooled(people: People, *coupons: str) -> People:
    """A campaign of its own that gives these, `LIMIT` codes at most."""
    own = people.under(pool=CodePool(low_at=0), limits=CodeLimits(codes=LIMIT), referral=None)
    fill(own, *coupons)
    return own


def fill(people: People, *coupons: str) -> None:
    campaign_id = people.campaign.campaign_id
    if coupons:
        DynamoCodePools().put([Coupon.delivered(campaign_id, text) for text in coupons])


def left(people: People) -> int:
    return DynamoCodePools().count_up_to(people.campaign.campaign_id, 100)


def promises(people: People) -> int:
    return len(DynamoPromiseBook(people.connection).waiting(people.campaign.campaign_id, 10_000))


def dry_times(people: People) -> int:
    """How often it was told that the pool is dry."""
    return len(DynamoLedger().subject(people.campaign.campaign_id))


class Start:
    """Where a draw begins to look, instead of anywhere: one that had to look twice would shift every call after it."""

    here = "0" * SPOT_DIGITS

    def __call__(self) -> str:
        return self.here

    def at(self, written: str) -> None:
        """Just before this coupon."""
        self.here = hashlib.sha256(tidy(written).encode()).hexdigest()[:SPOT_DIGITS]


START = Start()


def coupon() -> str:
    return f"sg-{secrets.token_hex(5)}"


def _confirming(people: People, phone: Phone) -> Callable[[Handle], tuple[int, Any]]:
    challenge, _ = people.challenge(phone)
    path = f"/v1/signups/{challenge.challenge_id}/confirmation"
    body = {"code": people.digits(challenge.challenge_id)}
    return lambda handle: insist(lambda: request(handle, "POST", path, body))


def _draw(people: People) -> Scene:
    delivered = {coupon() for _ in range(3)}
    own, phone = pooled(people, *delivered), fresh_number()
    START.at(next(iter(delivered)))

    def judge(answer: tuple[int, Any], found: Audit, point: Point | None) -> None:
        status, told = answer
        (row,) = found.codes
        assert (status, told["discount"]["code"]) == (200, row.written)
        assert row.written in delivered
        own.attach()
        assert left(own) + 1 == len(delivered), "what was delivered is in the pool or somebody's"
        assert taken("codes", own) == 1, "charged once"

    return Scene(phone, _confirming(own, phone), judge)


def _promise(people: People, *, told_dry: bool) -> Scene:
    own, phone = pooled(people), fresh_number()
    if told_dry:
        _tell_dry(own)

    def judge(answer: tuple[int, Any], found: Audit, point: Point | None) -> None:
        status, told = answer
        assert (status, told["no_code"], "discount" in told) == (200, "promised", False)
        assert (len(found.codes), found.count("code.promised.v1")) == (0, 1)
        own.attach()
        assert (promises(own), taken("codes", own)) == (1, 1), "one promise, and its place under the limit"
        assert dry_times(own) == 1

    return Scene(phone, _confirming(own, phone), judge)


def _keep(people: People) -> Scene:
    own, phone, fresh = pooled(people), fresh_number(), coupon()
    _promised(own, phone)
    fill(own, fresh)
    judge = _kept(own, fresh)
    # That the lead has one code more is told by the event of the code.
    return Scene(phone, lambda handle: tick(lambda event: handle({"people": own})), judge, silent=1)


def _deliver(people: People) -> Scene:
    """The delivery may end before the promise is kept; the sweeper, which comes by then, keeps it."""
    own, phone, fresh = pooled(people), fresh_number(), coupon()
    _promised(own, phone)
    path = f"/v1/campaigns/{own.campaign.campaign_id}/codes"
    deliver = asking(own, "POST", path, {"codes": [fresh]})
    settle = _kept(own, fresh)

    def play(handle: Handle) -> tuple[int, Any]:
        answer = deliver(handle)
        _sweep({"people": own})
        return answer

    def judge(answer: tuple[int, Any], found: Audit, point: Point | None) -> None:
        assert (answer[0], answer[1]["added"] + answer[1]["known"]) == (202, 1)
        settle(answer, found, point)

    return Scene(phone, play, judge, silent=1)


def _kept(own: People, fresh: str) -> Callable[[Any, Audit, Point | None], None]:
    def judge(answer: Any, found: Audit, point: Point | None) -> None:
        (row,) = found.codes
        assert row.written == fresh
        assert found.count("code.issued.v1", cause="promise") == 1
        assert found.lead
        assert list(found.lead.codes) == [row.code]
        own.attach()
        assert (promises(own), left(own)) == (0, 0), "kept, and out of the pool"
        assert taken("codes", own) == 1, "in the place that the promise had"

    return judge


def _promised(own: People, phone: Phone) -> None:
    _tell_dry(own)
    status, _ = _confirming(own, phone)(own.process.start("register_leads"))
    assert status == 200
    own.attach()


def _tell_dry(own: People) -> None:
    register, pool = DynamoPoolRegister(own.connection), own.campaign.pool
    assert pool
    assert notice(register, register.state(own.campaign.campaign_id), 0, pool, now())


def _sweep(event: dict[str, Any]) -> Any:
    own: People = event["people"]
    return own.process.wiring("sweep_overdue").keep_promises()(own.campaign.campaign_id)


FLOWS = (
    Flow("confirmation out of a pool", "register_leads", _draw, 100),
    Flow("confirmation that is promised a code", "register_leads", lambda p: _promise(p, told_dry=True), 120),
    Flow("first who finds a pool dry", "register_leads", lambda p: _promise(p, told_dry=False), 500),
    Flow("promise that is kept", "sweep_overdue", _keep, 240, command=_sweep),
    Flow("delivery where a promise waits", "serve_partners", _deliver, 240),
)
