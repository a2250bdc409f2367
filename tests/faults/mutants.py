"""Mistakes that could have been made. Each is made on purpose, and the check that is there for it must see it."""

from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import pytest

from twofold.adapters.dynamodb.challenges import DynamoChallengeBook
from twofold.adapters.dynamodb.items import ChallengeItem, LimitItem
from twofold.adapters.dynamodb.leads import DynamoLeadBook
from twofold.adapters.dynamodb.limits import DynamoCounter
from twofold.adapters.dynamodb.messages import DynamoMessageBook
from twofold.adapters.dynamodb.reading import read
from twofold.adapters.dynamodb.transaction import Transaction
from twofold.adapters.eventbridge import EventBridgeBus
from twofold.adapters.scheduler import EventBridgeScheduler, EventBridgeStepScheduler
from twofold.adapters.sms.sns import SnsGateway
from twofold.contracts.errors import Gone, OutcomeUnknown, TooMany, Unavailable
from twofold.leads.model import Challenge
from twofold.leads.verification import GUESSES
from twofold.ledger.ports import LedgerRow
from twofold.limits.allowance import Allowance
from twofold.messages.model import Sms
from twofold.messages.ports import Handed

Patch = pytest.MonkeyPatch


def events_after_the_state(patch: Patch) -> None:
    """Two writes instead of one transaction."""
    commit = Transaction.commit

    def twice(transaction: Transaction) -> None:
        told = [put for put in transaction._puts if put[0].startswith("event ")]
        transaction._puts = [put for put in transaction._puts if put not in told]
        commit(transaction)
        for put in told:
            commit(Transaction(transaction.connection, [put]))

    patch.setattr(Transaction, "commit", twice)


def read_then_write(patch: Patch) -> None:
    """What was read is taken to be still true: no write has a condition any more."""
    put, update = Transaction.put, Transaction.update
    patch.setattr(Transaction, "put", lambda self, name, item, condition=None: put(self, name, item))
    patch.setattr(
        Transaction,
        "update",
        lambda self, name, item, actions, condition=None: update(self, name, item, actions),
    )


def guesses_read_then_written(patch: Patch) -> None:
    """The guess is charged after looking whether there is one left."""

    def charge(book: DynamoChallengeBook, challenge_id: str, at: Any) -> Challenge:
        found = book.find(challenge_id)
        if found.attempts >= GUESSES:
            raise Gone("over", code="challenge_over")
        ChallengeItem(challenge_id=challenge_id).update([ChallengeItem.attempts.set(found.attempts + 1)])
        return found

    patch.setattr(DynamoChallengeBook, "charge", charge)


def lost_texts_tried_again(patch: Patch) -> None:
    """A text that may have left is taken for one that did not."""
    send = SnsGateway.send

    def hopeful(gateway: SnsGateway, sms: Sms) -> Handed:
        try:
            return send(gateway, sms)
        except OutcomeUnknown as error:
            raise Unavailable("surely it did not leave") from error

    patch.setattr(SnsGateway, "send", hopeful)


def claims_taken_for_sent(patch: Patch) -> None:
    """A text that was claimed is taken for one that has left."""
    state = DynamoMessageBook.state

    def hopeful(book: DynamoMessageBook, message_id: str) -> str | None:
        found = state(book, message_id)
        return "accepted" if found == "claimed" else found

    patch.setattr(DynamoMessageBook, "state", hopeful)


def schedules_taken_for_made(patch: Patch) -> None:
    """The scheduler did not answer, but it will have made the schedule."""
    wake = EventBridgeScheduler.wake

    def hopeful(scheduler: EventBridgeScheduler, *given: Any) -> None:
        with suppress(Unavailable):
            wake(scheduler, *given)

    patch.setattr(EventBridgeScheduler, "wake", hopeful)


def steps_taken_for_scheduled(patch: Patch) -> None:
    """The scheduler did not answer, but it will have made the schedule of a step."""
    wake = EventBridgeStepScheduler.wake

    def hopeful(scheduler: EventBridgeStepScheduler, *given: Any) -> None:
        with suppress(Unavailable):
            wake(scheduler, *given)

    patch.setattr(EventBridgeStepScheduler, "wake", hopeful)


def everything_asked_again(patch: Patch) -> None:
    """A call whose answer was lost is made again, whatever it was."""
    patch.setattr("twofold.adapters.signed.may_ask_again", lambda error, arguments: True)


def refused_entries_overlooked(patch: Patch) -> None:
    """The bus answered, so it must have taken everything."""
    publish = EventBridgeBus.publish

    def hopeful(bus: EventBridgeBus, rows: Sequence[LedgerRow]) -> frozenset[str]:
        publish(bus, rows)
        return frozenset(row.event_id for row in rows)

    patch.setattr(EventBridgeBus, "publish", hopeful)


def budgets_read_then_written(patch: Patch) -> None:
    """What is taken is added to what was read."""

    def taken(counter: DynamoCounter, allowance: Allowance, at: Any, amount: int) -> int | None:
        found = read(LimitItem, allowance.row(at))
        after = (int(found.taken or 0) if found else 0) + amount
        if after > allowance.most:
            return None
        LimitItem(limit_key=allowance.row(at), taken=after, ttl=0).save()
        return after

    patch.setattr(DynamoCounter, "taken", taken)


def consent_taken_for_given(patch: Patch) -> None:
    """The lead agreed when it was looked at, so the claim does not ask again."""
    claim = DynamoMessageBook.claim
    patch.setattr(
        DynamoMessageBook, "claim", lambda book, message, log=None, consent=None: claim(book, message, log)
    )


def confirmed_numbers_waved_through(patch: Patch) -> None:
    """Whoever is confirmed needs no challenge, so none is stored."""
    opened = DynamoChallengeBook.open

    def sparing(book: DynamoChallengeBook, challenge: Challenge, *rest: Any) -> None:
        lead = DynamoLeadBook(book._connection).lead(challenge.lead_id)
        if lead is None or lead.status != "confirmed":
            opened(book, challenge, *rest)

    patch.setattr(DynamoChallengeBook, "open", sparing)


def used_up_guesses_told(patch: Patch) -> None:
    """Who has no guess left today is told so."""
    take = DynamoCounter.take

    def frank(counter: DynamoCounter, *given: Any) -> bool:
        if not take(counter, *given):
            raise TooMany("Too many tries today.", retry_after=3_600)
        return True

    patch.setattr(DynamoCounter, "take", frank)


def last_of_two_fields_taken(patch: Patch) -> None:
    """What msgspec makes of a body is good enough."""
    patch.setattr("twofold.entrypoints.bodies._insist_on_plain_json", lambda raw: None)
