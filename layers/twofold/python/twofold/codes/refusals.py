"""What is answered where a code is not good: each reason as an error that says what to do."""

from dataclasses import dataclass
from datetime import datetime

from twofold.contracts.errors import Conflict, DomainError, Gone, InvalidRequest
from twofold.contracts.instants import to_second
from twofold.contracts.reasons import CODES, Reason

from .model import DiscountCode
from .rules import Basket

_FIELDS: dict[Reason, str] = {
    "currency_mismatch": "currency",
    "minimum_not_met": "amount",
    "products_missing": "lines",
}
"""The reasons that lie in what was sent, and the field that they lie in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """How a campaign's limits stand: what their money is counted in, and whether a smaller discount would fit."""

    currency: str | None
    left: bool


def refusal(
    reason: Reason, code: DiscountCode, basket: Basket, at: datetime, room: Room | None = None
) -> DomainError:
    """The error for a reason: Gone `code_expired`, InvalidRequest where it lies in a field, else Conflict.

    `room` is there where the campaign's limits refuse.
    """
    detail = (_of_limits(reason, basket, room) if room else None) or _detail(reason, code, basket)
    name = CODES.get(reason, reason)
    if reason == "expired":
        return Gone(detail, code=name)
    if reason == "minimum_not_met":
        return InvalidRequest(detail, code=name, field=_FIELDS[reason], minimum=code.rules.minimum)
    if reason in _FIELDS:
        return InvalidRequest(detail, code=name, field=_FIELDS[reason])
    hold = code.held(at)
    if reason == "reserved" and hold:
        return Conflict(detail, code=name, retry_after=int((hold.until - at).total_seconds()) + 1)
    return Conflict(detail, code=name)


def _of_limits(reason: Reason, basket: Basket, room: Room) -> str | None:
    if reason == "currency_mismatch":
        return f"The campaign's discounts are counted in {room.currency}; the order is in {basket.currency}."
    if reason == "campaign_used_up" and room.left:
        return "The campaign has less left to give than this basket's discount."
    return None


def _detail(reason: Reason, code: DiscountCode, basket: Basket) -> str:
    rules, worth = code.rules, code.offer.currency
    begins = to_second(rules.starts_at) if rules.starts_at else ""
    needs = "Say the basket's `lines`: this" if basket.lines is None else "This"
    where = "Say the `location`: this" if basket.location is None else "This"
    said: dict[Reason, str] = {
        "redeemed": "This code was already used for another order.",
        "expired": "This code has expired.",
        "revoked": "This code was withdrawn.",
        "reserved": "Another cart holds this code for now.",
        "not_yet_valid": f"This code is good from {begins} on.",
        "minimum_not_met": f"This code needs a basket of {rules.minimum} {worth} (minor units).",
        "products_missing": f"{needs} code is for certain products, and the basket must hold one of them.",
        "wrong_place": f"{where} code is good at certain places only.",
        "currency_mismatch": f"This code counts in {worth}; the order is in {basket.currency}.",
        "lead_already_redeemed": "This customer has used another code of the campaign.",
        "campaign_used_up": "The campaign has given all that it had to give.",
    }
    return said[reason]
