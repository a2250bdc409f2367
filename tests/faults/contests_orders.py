"""One order, told of by many at once, while money of it goes back: what is left of that must be one story."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from tests.faults.audit import Audit, audit
from tests.faults.contests_codes import stubborn
from tests.faults.crowd import rush
from tests.faults.flows_codes import OFF, taken
from tests.faults.flows_orders import AMOUNT, agree, kept_order, order, shopper
from tests.faults.people import People
from twofold.orders.kept import KeptOrder
from twofold.orders.model import CANCELLED, Order, Refund

AT_ONCE = 8
REFUNDS = {"r1": 1_250, "r2": 800}


@dataclass
class Outcome:
    """`own` are the people of the campaign that the order's code is of."""

    own: People
    answers: list[Any]
    kept: KeptOrder
    found: Audit

    def in_order(self, back: int) -> None:
        """One order, one redemption, and `back` of it went back, of the code and of its campaign's limits, too."""
        assert not [answer for answer in self.answers if answer is None or isinstance(answer, Exception)]
        self.found.tells_one_story()
        (row,) = self.found.codes
        agree(self.kept, row)
        assert (self.kept.refunded, self.kept.settled) == (back, len(self.kept.refunds))
        assert self.found.count("order.placed.v1") == self.found.count("code.redeemed.v1") == 1
        told = [e.data.amount for e in self.found.events if e.type == "order.refunded.v1"]  # type: ignore[attr-defined]
        assert sum(told) == back
        whole = back == AMOUNT
        assert taken("redemptions", self.own) == (0 if whole else 1)
        assert taken("discount", self.own) == (0 if whole else OFF - OFF * back // AMOUNT)


def told_at_once(people: People, *, cancelled: bool) -> Outcome:
    """Eight tell of the order, four of each refund and four of its cancellation, in any order."""
    own, phone, code = shopper(people)
    told = order(code)
    deeds = _deeds(own, told["order_id"], code, cancelled=cancelled)
    random.shuffle(deeds)
    answers = rush([partial(stubborn, deed) for deed in deeds], at_once=AT_ONCE)
    kept = kept_order(own, told["order_id"])
    return Outcome(own, answers, kept, audit(own.process, own.lead_id(phone), phone.e164))


def _deeds(own: People, order_id: str, code: str, *, cancelled: bool) -> list[Callable[[], Any]]:
    wiring = own.process.wiring("record_orders")
    place, refund = wiring.take_order(), wiring.take_refund()
    placed = Order(order_id=order_id, source="api", amount=AMOUNT, currency="EUR", codes=(code,))
    back = [Refund(order_id=order_id, refund_id=i, source="api", amount=a) for i, a in REFUNDS.items()]
    deeds: list[Callable[[], Any]] = [partial(place, placed)] * AT_ONCE
    deeds += [partial(refund, each) for each in back * 4]
    gone = Refund(order_id=order_id, refund_id=CANCELLED, source="api", reason=CANCELLED)
    return deeds + [partial(refund, gone)] * (4 if cancelled else 0)
