"""Gives a fresh discount code to a lead, as a part of the action that earns it."""

from collections.abc import Sequence
from datetime import datetime

from twofold.contracts.causes import SIGNUP
from twofold.leads.drawn import NewCode
from twofold.leads.ports import CodeTaken
from twofold.ledger.record import Origin
from twofold.pools.model import spot_of

from .due import due_keys
from .items import CodeItem, IssueItem, LeadItem, PoolItem
from .pools import discard
from .spread import take_part
from .transaction import Cancelled, Transaction


def issue_key(lead_id: str, campaign_id: str, cause: str = SIGNUP) -> str:
    """The row that makes a code unique per lead, campaign and cause."""
    return f"{lead_id}#{campaign_id}#{cause}"


def issue(
    transaction: Transaction,
    code: NewCode,
    lead_id: str,
    origin: Origin,
    at: datetime,
    cause: str | None = SIGNUP,
) -> None:
    """Make a fresh code, and that it is the only one for this cause, part of the action.

    Without a cause something else in the action sees to it that it happens once.
    A coupon leaves its pool, and the campaign's limit is charged, by the same action. `insist_on_issue` says what it
    means that some of it could not be.
    """
    transaction.put("code", _item(code, lead_id, origin, at), CodeItem.code.does_not_exist())
    if cause:
        once = IssueItem(code=issue_key(lead_id, code.campaign_id, cause), issued_code=code.code)
        transaction.put("issue", once, IssueItem.code.does_not_exist())
    if code.pooled:
        spot = spot_of(code.campaign_id, code.code)
        row = PoolItem(pool_shard=spot.shard, code=spot.row)
        transaction.delete("coupon", row, PoolItem.code.exists())
    if code.charge:
        take_part(transaction, code.charge)


def give(transaction: Transaction, lead_id: str, had: Sequence[str], version: int, code: NewCode) -> None:
    """Make it part of the action that the lead, who must be of that version, has the code beside those they had.

    The step is named `lead`.
    """
    actions = [LeadItem.codes.set([*had, code.code]), LeadItem.version.set(version + 1)]
    transaction.update("lead", LeadItem(lead_id=lead_id), actions, LeadItem.version == version)


def insist_on_issue(cancelled: Cancelled, code: NewCode) -> None:
    """Raises CodeTaken when nothing else stood in the way of the action than that the code, or its place, is taken."""
    failed = set(cancelled.stored)
    if code.pooled and "code" in failed and "coupon" not in failed:
        # It was delivered although it is somebody's already: nobody is to draw it again.
        discard(code.campaign_id, code.code)
    if failed <= {"code", "coupon", code.charge.row if code.charge else "code"}:
        raise CodeTaken from cancelled


def _item(code: NewCode, lead_id: str, origin: Origin, at: datetime) -> CodeItem:
    return CodeItem(
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
        written=code.written,
        **due_keys(code.code, code.expires_at),
    )
