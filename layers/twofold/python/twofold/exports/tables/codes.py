"""Discount codes: whose they are, what they are worth, and what became of them. Money in minor units."""

from datetime import datetime
from typing import NamedTuple

from twofold.codes.model import DiscountCode
from twofold.exports.columns import Row, columns

COLUMNS = columns(
    "code written state lead_id campaign_id asset_id place brand title kind value:integer value_currency"
    " issued_at:instant expires_at:instant uses:integer uses_left:integer redemptions:integer order_id redemption_id"
    " redeemed_at:instant amount:integer currency discount_amount:integer location rolled_back:integer"
    " rolled_back_at:instant held_by_cart held_until:instant revoked_at:instant revoked_for referral version:integer"
)


class CodeRecord(NamedTuple):
    code: DiscountCode
    issued_at: datetime


def about(record: CodeRecord) -> tuple[datetime | None, str | None]:
    return record.issued_at, record.code.origin.campaign_id


def row(record: CodeRecord) -> Row | None:
    """Of several redemptions the last one is told; the ledger tells all."""
    code, offer, met = record.code, record.code.offer, record.code.origin
    return (
        code.code,
        code.shown,
        code.state,
        code.lead_id,
        met.campaign_id,
        met.asset_id,
        met.place,
        code.brand,
        offer.title,
        offer.kind,
        offer.value,
        offer.currency,
        record.issued_at,
        code.expires_at,
        code.rules.uses,
        code.uses_left,
        len(code.redemptions),
        *_last(code),
        *((code.hold.cart_id, code.hold.until) if code.hold else (None, None)),
        *((code.revocation.at, code.revocation.reason) if code.revocation else (None, None)),
        code.referral,
        code.version,
    )


def _last(code: DiscountCode) -> Row:
    spent = code.redemption
    if spent is None:
        return (None,) * 9
    return (
        spent.order_id,
        spent.redemption_id,
        spent.at,
        spent.amount,
        spent.currency,
        spent.discount_amount,
        spent.location,
        spent.rolled_back,
        spent.rolled_back_at,
    )
