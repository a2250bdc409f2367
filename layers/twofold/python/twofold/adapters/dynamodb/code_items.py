"""Between discount codes and their items."""

from typing import Any

from msgspec import UNSET
from pynamodb.attributes import Attribute
from pynamodb.expressions.update import Action

from twofold.codes.model import DiscountCode
from twofold.contracts.instants import to_second
from twofold.contracts.payloads.leads import LeadCode
from twofold.ledger.record import Origin

from .due import due_keys
from .items import CodeItem


def becoming(after: DiscountCode) -> list[Action]:
    """What of a code ever changes, as it is to be."""
    due = due_keys(after.code, after.due)
    values: list[tuple[Attribute[Any], Any]] = [
        (CodeItem.state, after.state),
        (CodeItem.version, after.version),
        (CodeItem.redemption, after.redemption),
        (CodeItem.past, after.redemptions[:-1] or None),
        (CodeItem.hold, after.hold),
        (CodeItem.revocation, after.revocation),
        (CodeItem.due_shard, due["due_shard"]),
        (CodeItem.due_at, due["due_at"]),
    ]
    return [kept.remove() if value is None else kept.set(value) for kept, value in values]


def from_item(item: CodeItem) -> DiscountCode:
    return DiscountCode(
        code=item.code,
        state=item.state,
        version=int(item.version),
        lead_id=item.lead_id,
        brand=item.brand,
        offer=item.offer,
        origin=Origin(campaign_id=item.campaign_id, asset_id=item.asset_id, place=item.place),
        expires_at=item.expires_at,
        redemptions=(*(item.past or ()), *([item.redemption] if item.redemption else [])),
        hold=item.hold,
        revocation=item.revocation,
        referral=item.referral,
        written=item.written,
    )


def lead_code(item: CodeItem) -> LeadCode:
    expires_at = to_second(item.expires_at) if item.expires_at else UNSET
    return LeadCode(code=item.code, state=item.state, campaign_id=item.campaign_id, expires_at=expires_at)
