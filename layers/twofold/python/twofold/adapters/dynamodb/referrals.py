"""Referrals: a friend is decided, and the lead who brought them rewarded, in one transaction."""

from datetime import datetime
from typing import cast

from pynamodb.expressions.update import Action

from twofold.contracts.instants import day_of
from twofold.leads.drawn import NewCode
from twofold.ledger.record import Origin
from twofold.referrals.model import Friend, Reward, State
from twofold.referrals.ports import CapReached, ReferralMoved

from . import ledger, metrics
from .connection import SharedConnection
from .issue import give, insist_on_issue, issue
from .items import EarnedItem, FriendItem
from .reading import read
from .transaction import Cancelled, Transaction


class DynamoReferralBook:
    def __init__(self, connection: SharedConnection) -> None:
        self._connection = connection

    def friend(self, lead_id: str, campaign_id: str) -> Friend | None:
        item = read(FriendItem, _friend_key(lead_id, campaign_id))
        return _friend(lead_id, item) if item else None

    def keep(self, friend: Friend, root: str | None, at: datetime) -> None:
        transaction = self._decided(friend, root, at)
        if friend.reason:
            scope = f"referrals#{friend.campaign_id}"
            metrics.add_count(transaction, scope, day_of(at), "refused", friend.reason)
        _commit(transaction)

    def reward(self, reward: Reward, root: str | None) -> None:
        friend, lead = reward.friend, reward.referrer
        transaction = self._decided(friend, root, reward.at)
        room = EarnedItem.earned.does_not_exist() | (EarnedItem.earned < reward.most)
        earned = EarnedItem(referral_id=f"earned#{lead.lead_id}#{friend.campaign_id}")
        transaction.update("earned", earned, [EarnedItem.earned.add(1)], room)
        issue(transaction, reward.code, lead.lead_id, friend.origin, reward.at, f"referral:{friend.lead_id}")
        give(transaction, lead.lead_id, lead.codes, lead.version, reward.code)
        ledger.append(transaction, reward.event)
        _commit(transaction, reward.code)

    def _decided(self, friend: Friend, root: str | None, at: datetime) -> Transaction:
        transaction = Transaction(self._connection)
        row = FriendItem(referral_id=_friend_key(friend.lead_id, friend.campaign_id))
        free = FriendItem.state.does_not_exist()
        if root is None:
            free = free | (FriendItem.state == "waiting")
        transaction.update("friend", row, _told(friend, at), free)
        if root is not None:
            head = FriendItem(referral_id=_friend_key(root, friend.campaign_id))
            transaction.check("root", head, FriendItem.referrer.does_not_exist())
        return transaction


def _commit(transaction: Transaction, code: NewCode | None = None) -> None:
    try:
        transaction.commit()
    except Cancelled as cancelled:
        # A friend who is decided already has taken the place that they need.
        if "earned" in cancelled.stored and "friend" not in cancelled.stored:
            raise CapReached from cancelled
        if code:
            insist_on_issue(cancelled, code)
        raise ReferralMoved from cancelled


def _friend_key(lead_id: str, campaign_id: str) -> str:
    return f"friend#{lead_id}#{campaign_id}"


def _told(friend: Friend, at: datetime) -> list[Action]:
    maybe = [
        (FriendItem.asset_id, friend.origin.asset_id),
        (FriendItem.place, friend.origin.place),
        (FriendItem.referrer, friend.referrer),
        (FriendItem.reason, friend.reason),
        (FriendItem.code, friend.code),
    ]
    return [
        FriendItem.state.set(friend.state),
        FriendItem.referral.set(friend.referral),
        FriendItem.campaign_id.set(friend.campaign_id),
        FriendItem.decided_at.set(at),
        *(attribute.set(value) for attribute, value in maybe if value),
    ]


def _friend(lead_id: str, item: FriendItem) -> Friend:
    return Friend(
        lead_id=lead_id,
        referral=item.referral,
        origin=Origin(campaign_id=item.campaign_id, asset_id=item.asset_id, place=item.place),
        state=cast(State, item.state),
        referrer=item.referrer,
        reason=item.reason,
        code=item.code,
    )
