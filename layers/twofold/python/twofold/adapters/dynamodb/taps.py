"""Genuine taps of authenticated signs: each sign's last counter, and whose code a tap became."""

from collections.abc import Sequence
from datetime import timedelta

from twofold.limits.allowance import Allowance
from twofold.visits.model import Visit
from twofold.visits.tap import Tap

from .connection import SharedConnection
from .items import TagItem, TapItem
from .tap_bonds import tap_key
from .transaction import Cancelled, Transaction
from .visits import add_tell

KEPT = timedelta(days=1)
"""How long a tap is remembered: longer than any verification that began while it was fresh."""


class DynamoTapBook:
    def __init__(self, connection: SharedConnection) -> None:
        self._connection = connection

    def prove(self, tap: Tap, visit: Visit, charges: Sequence[Allowance]) -> bool:
        transaction = self._proof(tap)
        add_tell(transaction, visit.told(), visit.count, charges)
        try:
            transaction.commit()
        except Cancelled as cancelled:
            crowded = not {"tag", "tap"} & set(cancelled.stored)
            return self._prove_uncounted(tap) if crowded else _is_ours(cancelled)
        return True

    def _prove_uncounted(self, tap: Tap) -> bool:
        try:
            self._proof(tap).commit()
        except Cancelled as cancelled:
            return _is_ours(cancelled)
        return True

    def _proof(self, tap: Tap) -> Transaction:
        transaction = Transaction(self._connection)
        rises = TagItem.tag_id.does_not_exist() | (TagItem.counter < tap.counter)
        tag = TagItem(tag_id=f"tag#{tap.asset_id}#{tap.uid}", counter=tap.counter, tapped_at=tap.at)
        transaction.put("tag", tag, rises)
        transaction.put("tap", _to_item(tap), TapItem.tag_id.does_not_exist())
        return transaction


def _is_ours(cancelled: Cancelled) -> bool:
    # Nobody else has this visit's id: what stands in the way is our own first try, whose answer was lost.
    return "tap" in cancelled.stored


def _to_item(tap: Tap) -> TapItem:
    ttl = int((tap.at + KEPT).timestamp())
    return TapItem(tag_id=tap_key(tap.visit_id), asset_id=tap.asset_id, tapped_at=tap.at, ttl=ttl)
