"""From what happened to a code to the change that is stored."""

from datetime import datetime
from typing import Any

from twofold.contracts.causes import LAPSE
from twofold.contracts.events import CodeReleased, EventData
from twofold.ledger.record import record

from .model import DiscountCode
from .ports import CodeChange


def changed(
    before: DiscountCode,
    after: DiscountCode,
    at: datetime,
    *told: EventData,
    cart_id: str | None = None,
    **more: Any,
) -> CodeChange:
    """The change from `before` to `after` with its events: all of one version.

    Whoever changes a code whose hold has lapsed says so, too, unless it is the cart that held it.
    """
    hold = before.hold
    if hold and hold.until <= at and hold.cart_id != cart_id:
        told = (CodeReleased(code=before.code, cart_id=hold.cart_id, why=LAPSE), *told)
    events = tuple(
        record(
            data, subject=after.lead_id, version=after.version, at=at, origin=after.origin, cause=after.code
        )
        for data in told
    )
    return CodeChange(after=after, events=events, **more)
