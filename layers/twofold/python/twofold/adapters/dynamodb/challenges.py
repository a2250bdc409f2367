"""Challenges: opened with their event, charged by one conditional write per guess."""

from collections.abc import Sequence
from datetime import datetime

from pynamodb.exceptions import UpdateError

from twofold.contracts.errors import Conflict, Gone, NotFound, TooMany
from twofold.contracts.events import Envelope
from twofold.leads.model import Challenge
from twofold.leads.verification import GUESSES
from twofold.limits.allowance import Allowance
from twofold.visits.tap import tap_needed

from . import ledger
from .challenge_items import KEPT, from_item, to_item
from .connection import SharedConnection
from .items import AwaitedItem, ChallengeItem
from .reading import can_be_key, reaching_database, read, unmet
from .tap_bonds import add_check
from .transaction import Cancelled, Transaction
from .windows import charge_windows, used_up


class DynamoChallengeBook:
    def __init__(self, connection: SharedConnection) -> None:
        self._connection = connection

    def open(self, challenge: Challenge, event: Envelope, charges: Sequence[Allowance], at: datetime) -> None:
        transaction = Transaction(self._connection)
        transaction.put("challenge", to_item(challenge), ChallengeItem.challenge_id.does_not_exist())
        add_check(transaction, challenge, at)
        self._commit(transaction, event, charges, at, challenge)

    def find(self, challenge_id: str) -> Challenge:
        return _found(read(ChallengeItem, challenge_id) if "#" not in challenge_id else None)

    def renew(
        self, challenge: Challenge, event: Envelope, charges: Sequence[Allowance], at: datetime
    ) -> None:
        transaction = Transaction(self._connection)
        actions = [
            ChallengeItem.sends.set(challenge.sends),
            ChallengeItem.sent_at.set(challenge.sent_at),
            ChallengeItem.expires_at.set(challenge.expires_at),
        ]
        untouched = (ChallengeItem.sends == challenge.sends - 1) & ChallengeItem.outcome.does_not_exist()
        transaction.update(
            "challenge", ChallengeItem(challenge_id=challenge.challenge_id), actions, untouched
        )
        self._commit(transaction, event, charges, at, challenge)

    def await_reply(self, challenge: Challenge) -> None:
        ttl = int((challenge.expires_at + KEPT).timestamp())
        key = awaited_key(challenge.lead_id)
        with reaching_database():
            AwaitedItem(challenge_id=key, awaited_id=challenge.challenge_id, ttl=ttl).save()

    def awaiting_reply(self, lead_id: str) -> Challenge | None:
        awaited = read(AwaitedItem, awaited_key(lead_id))
        item = read(ChallengeItem, awaited.awaited_id) if awaited else None
        return from_item(item) if item else None

    def charge(self, challenge_id: str, at: datetime) -> Challenge:
        if not can_be_key(challenge_id) or "#" in challenge_id:
            return _found(None)
        item = ChallengeItem(challenge_id=challenge_id)
        good = (ChallengeItem.attempts < GUESSES) & (ChallengeItem.expires_at > at)
        with reaching_database():
            try:
                item.update([ChallengeItem.attempts.add(1)], condition=good)
            except UpdateError as error:
                if not unmet(error):
                    raise
                self.find(challenge_id)
                raise Gone(
                    "This verification is over. Leave the number again for a new code.", code="challenge_over"
                ) from error
        return from_item(item)

    def _commit(
        self,
        transaction: Transaction,
        event: Envelope,
        charges: Sequence[Allowance],
        at: datetime,
        challenge: Challenge,
    ) -> None:
        ledger.append(transaction, event)
        charge_windows(transaction, charges, at)
        try:
            transaction.commit()
        except Cancelled as cancelled:
            self._judge(cancelled, charges, at, challenge)

    def _judge(
        self, cancelled: Cancelled, charges: Sequence[Allowance], at: datetime, challenge: Challenge
    ) -> None:
        if full := used_up(cancelled.stored, charges, at):
            wait = full.left(at)
            raise TooMany("Too many sign-ups from your network. Try again later.", retry_after=wait)
        if "tap" in cancelled.stored:
            raise tap_needed()
        # What stands in the way may be our own first try, whose answer was lost.
        stored = cancelled.stored.get("challenge")
        if not stored or from_item(ChallengeItem.from_raw_data(stored)).sent_at != challenge.sent_at:
            raise Conflict("Somebody asked for this code at the same moment.", code="asked_already")


def awaited_key(lead_id: str) -> str:
    """Of the row that says which challenge an answer of the lead would confirm."""
    return f"reply#{lead_id}"


def _found(item: ChallengeItem | None) -> Challenge:
    if item is None:
        raise NotFound("There is no such verification.", code="challenge_not_found")
    return from_item(item)
