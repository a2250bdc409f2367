"""What a challenge has to do with the tap that it began with: steps of other actions, which load no more than these."""

from datetime import datetime

from twofold.leads.model import Challenge
from twofold.visits.tap import FRESH

from .items import TapItem
from .transaction import Transaction


def add_check(transaction: Transaction, challenge: Challenge, at: datetime) -> None:
    """Make it part of an action that the challenge's tap is one of its asset, fresh, and nobody's yet.

    The step is named `tap`; there is none where the challenge needs no tap.
    """
    if challenge.tap:
        here = TapItem.asset_id == challenge.origin.asset_id
        fresh = here & (TapItem.tapped_at > at - FRESH) & TapItem.lead_id.does_not_exist()
        transaction.check("tap", TapItem(tag_id=tap_key(challenge.tap)), fresh)


def add_bond(transaction: Transaction, challenge: Challenge) -> None:
    """Make it part of an action that the challenge's tap is its lead's for good; the step is named `tap`."""
    if challenge.tap:
        lead_id = challenge.lead_id
        free = TapItem.lead_id.does_not_exist() | (TapItem.lead_id == lead_id)
        ours = (TapItem.asset_id == challenge.origin.asset_id) & free
        tap = TapItem(tag_id=tap_key(challenge.tap))
        transaction.update("tap", tap, [TapItem.lead_id.set(lead_id)], ours)


def tap_key(visit_id: str) -> str:
    return f"tap#{visit_id}"
