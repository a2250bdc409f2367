"""Gives a fresh discount code to a lead, as a part of the action that earns it."""

from datetime import datetime

from twofold.leads.ports import NewCode
from twofold.ledger.record import Origin

from .items import CodeItem, IssueItem
from .transaction import Transaction


def issue_key(lead_id: str, campaign_id: str, cause: str = "signup") -> str:
    """The row that makes a code unique per lead, campaign and cause."""
    return f"{lead_id}#{campaign_id}#{cause}"


def issue(
    transaction: Transaction, code: NewCode, lead_id: str, origin: Origin, at: datetime, cause: str = "signup"
) -> None:
    """Make a fresh code, and that it is the only one for this cause, part of the action."""
    item = CodeItem(
        code=code.code,
        lead_id=lead_id,
        issued_at=at,
        state="issued",
        version=1,
        campaign_id=origin.campaign_id,
        asset_id=origin.asset_id,
        place=origin.place,
        brand=code.brand,
        offer=code.offer,
        expires_at=code.expires_at,
        referral=code.referral,
    )
    once = IssueItem(code=issue_key(lead_id, code.campaign_id, cause), issued_code=code.code)
    transaction.put("code", item, CodeItem.code.does_not_exist())
    transaction.put("issue", once, IssueItem.code.does_not_exist())
