"""Promises of a code: made with the welcome, kept or dropped once."""

import zlib
from collections.abc import Sequence

from twofold.leads.ports import CodeTaken, LeadMoved, Promised, PromiseStands, Welcome
from twofold.ledger.record import Origin
from twofold.limits.spread import Part
from twofold.pools.ports import PromiseGone
from twofold.pools.promise import KeptPromise, Promise

from . import ledger
from .connection import SharedConnection
from .issue import give, insist_on_issue, issue
from .items import PromiseItem
from .reading import reaching_database
from .spread import take_part
from .transaction import Cancelled, Transaction

SHARDS = 16
"""Of the promises of one campaign. Never changed: which one a promise is in is a part of its key."""


def put_promise(transaction: Transaction, welcome: Welcome) -> None:
    """Make it part of a welcome that a code is to follow, if one is; the step is named `promise`."""
    promised, challenge = welcome.promised, welcome.challenge
    if promised is None:
        return
    here = challenge.origin
    row = PromiseItem(
        pool_shard=_shard(here.campaign_id, challenge.lead_id),
        code=challenge.lead_id,
        campaign_id=here.campaign_id,
        asset_id=here.asset_id,
        place=here.place,
        challenge_id=challenge.challenge_id,
        locale=challenge.evidence.locale,
        promised_at=welcome.at,
        charged=promised.charge.row if promised.charge else None,
        referral=promised.referral,
    )
    transaction.put("promise", row, PromiseItem.code.does_not_exist())
    if promised.charge:
        take_part(transaction, promised.charge)


def insist_on_promise(cancelled: Cancelled, promised: Promised) -> None:
    """Raises PromiseStands or CodeTaken when nothing stood in the way of a welcome but the promise or its place."""
    row = promised.charge.row if promised.charge else "promise"
    if set(cancelled.stored) <= {"promise", row}:
        raise PromiseStands if "promise" in cancelled.stored else CodeTaken from cancelled


def promise_stands(lead_id: str, campaign_id: str) -> bool:
    return find_promise(lead_id, campaign_id) is not None


def find_promise(lead_id: str, campaign_id: str) -> Promise | None:
    shard, its_own = _shard(campaign_id, lead_id), PromiseItem.code == lead_id
    with reaching_database():
        found = PromiseItem.query(shard, its_own, limit=1, consistent_read=True)
        return next(map(_promise, found), None)


class DynamoPromiseBook:
    def __init__(self, connection: SharedConnection) -> None:
        self._connection = connection

    def waiting(self, campaign_id: str, most: int) -> Sequence[Promise]:
        found: list[Promise] = []
        with reaching_database():
            for number in range(SHARDS):
                if len(found) < most:
                    rows = PromiseItem.query(_name(campaign_id, number), limit=most - len(found))
                    found += [_promise(item) for item in rows]
        return found

    def keep(self, kept: KeptPromise) -> None:
        transaction, lead, code = Transaction(self._connection), kept.lead, kept.code
        self._strike_out(transaction, kept.promise)
        issue(transaction, code, lead.lead_id, kept.promise.origin, kept.at)
        give(transaction, lead.lead_id, lead.codes, lead.version, code)
        ledger.append(transaction, kept.event)
        try:
            transaction.commit()
        except Cancelled as cancelled:
            if "promise" in cancelled.stored:
                raise PromiseGone from cancelled
            insist_on_issue(cancelled, code)
            raise LeadMoved from cancelled

    def drop(self, promise: Promise, back: Sequence[Part] = ()) -> None:
        transaction = Transaction(self._connection)
        self._strike_out(transaction, promise)
        for part in back:
            take_part(transaction, part)
        try:
            transaction.commit()
        except Cancelled:
            return

    def _strike_out(self, transaction: Transaction, promise: Promise) -> None:
        row = PromiseItem(pool_shard=_shard(promise.campaign_id, promise.lead_id), code=promise.lead_id)
        transaction.delete("promise", row, PromiseItem.code.exists())


def _shard(campaign_id: str, lead_id: str) -> str:
    return _name(campaign_id, zlib.crc32(lead_id.encode()) % SHARDS)


def _name(campaign_id: str, number: int) -> str:
    return f"promises#{campaign_id}#{number}"


def _promise(item: PromiseItem) -> Promise:
    return Promise(
        lead_id=item.code,
        origin=Origin(campaign_id=item.campaign_id, asset_id=item.asset_id, place=item.place),
        challenge_id=item.challenge_id,
        locale=item.locale,
        at=item.promised_at,
        charged=item.charged,
        referral=item.referral,
    )
