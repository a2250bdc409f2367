"""Enrolments: each change of one is a write on the revision that was read, with what the step makes."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import islice

from pynamodb.exceptions import PutError
from pynamodb.expressions.condition import Condition

from twofold.automations.enrolments.enrolment import Enrolment, StepDue, due_of
from twofold.automations.enrolments.step_done import StepDone
from twofold.automations.ports import EnrolmentMoved, ToldBefore
from twofold.contracts.events import Envelope
from twofold.contracts.instants import from_text
from twofold.leads.ports import LeadMoved

from . import ledger
from .changes import put_change
from .connection import SharedConnection
from .due import found_due
from .enrolment_items import from_item, to_item
from .issue import give, insist_on_issue, issue
from .items import EnrolmentItem
from .plans import put_plan
from .reading import can_be_key, reaching_database, read, unmet
from .transaction import Cancelled, Transaction

ROW = "enrolment"

EACH = 100
"""Rows that are read at once, by DynamoDB's limits."""


class DynamoEnrolmentBook:
    def __init__(self, connection: SharedConnection) -> None:
        self._connection = connection

    def find(self, lead_id: str, key: str) -> Enrolment | None:
        item = read(EnrolmentItem, lead_id, key)
        return from_item(item) if item else None

    def of_lead(self, lead_id: str) -> Sequence[Enrolment]:
        if not can_be_key(lead_id):
            return ()
        with reaching_database():
            return [from_item(item) for item in EnrolmentItem.query(lead_id)]

    def enter(self, enrolment: Enrolment, event: Envelope) -> None:
        free = EnrolmentItem.lead_id.does_not_exist()
        if enrolment.run > 1:
            free = (EnrolmentItem.run == enrolment.run - 1) & (EnrolmentItem.state == "ended")
        self._tell(enrolment, free, event)

    def end(self, after: Enrolment, event: Envelope) -> None:
        self._tell(after, _as_read(after), event)

    def step(self, done: StepDone) -> None:
        transaction, after = Transaction(self._connection), done.after
        transaction.put(ROW, to_item(after), _as_read(after))
        if done.message:
            put_plan(transaction, done.message)
        if done.change:
            put_change(transaction, done.change)
        _put_code(transaction, done)
        for event in done.events:
            ledger.append(transaction, event)
        try:
            transaction.commit()
        except Cancelled as cancelled:
            _judge(cancelled, done)

    def put_off(self, after: Enrolment) -> None:
        with reaching_database():
            try:
                to_item(after).save(condition=_as_read(after))
            except PutError as error:
                if not unmet(error):
                    raise
                # It may be our own try, whose answer was lost.
                stored = read(EnrolmentItem, after.lead_id, after.key)
                if stored is None or stored.serialize() != to_item(after).serialize():
                    raise EnrolmentMoved from error

    def _tell(self, enrolment: Enrolment, condition: Condition, event: Envelope) -> None:
        transaction = Transaction(self._connection)
        transaction.put(ROW, to_item(enrolment), condition)
        ledger.append(transaction, event)
        try:
            transaction.commit()
        except Cancelled as cancelled:
            if not _is_stored(cancelled, enrolment):
                raise EnrolmentMoved from cancelled


class DynamoDueEnrolments:
    def due(self, at: datetime) -> Iterator[StepDue]:
        found = found_due(EnrolmentItem.by_due, EnrolmentItem.due_at, at)
        keys = ((item.lead_id, item.enrolment_key) for item in found)
        while some := list(islice(keys, EACH)):
            with reaching_database():
                rows = {(item.lead_id, item.enrolment_key): item for item in EnrolmentItem.batch_get(some)}
            stand = (from_item(rows[key]) for key in some if key in rows)
            yield from (due_of(each) for each in stand if each.due_at and each.due_at <= at)


def _as_read(after: Enrolment) -> Condition:
    revision: Condition = EnrolmentItem.revision == after.revision - 1
    revision &= (EnrolmentItem.run == after.run) & (EnrolmentItem.state == "running")
    return revision


def _put_code(transaction: Transaction, done: StepDone) -> None:
    # That it is given once follows from the enrolment's revision, so no row of its own has to say so.
    code, after = done.code, done.after
    if code:
        at = from_text(done.events[0].time)
        issue(transaction, code, after.lead_id, after.origin, at, cause=None)
        give(transaction, after.lead_id, done.codes, done.lead_version, code)


def _is_stored(cancelled: Cancelled, mine: Enrolment) -> bool:
    """Whether what stands in the way is our own try, whose answer was lost."""
    return cancelled.stored.get(ROW) == to_item(mine).serialize()


def _judge(cancelled: Cancelled, done: StepDone) -> None:
    if _is_stored(cancelled, done.after):
        return
    if ROW in cancelled.stored:
        raise EnrolmentMoved from cancelled
    if done.message and f"message {done.message.message_id}" in cancelled.stored:
        raise ToldBefore from cancelled
    if done.code:
        insist_on_issue(cancelled, done.code)
    raise (LeadMoved if "lead" in cancelled.stored else EnrolmentMoved) from cancelled
