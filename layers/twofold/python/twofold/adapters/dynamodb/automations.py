"""Automations: every version as it was saved, the newest of each campaign's side by side, and those of every day."""

from collections.abc import Sequence
from datetime import date

import msgspec
from pynamodb.exceptions import UpdateError
from pynamodb.expressions.update import Action

from twofold.automations.definition.automation import Automation, Daily
from twofold.automations.ports import AutomationMoved, DailyRun
from twofold.contracts.errors import NotFound
from twofold.contracts.events import Envelope

from . import ledger
from .cache import Kept
from .connection import SharedConnection
from .items import AutomationItem, DailyItem
from .reading import can_be_key, reaching_database, read, unmet
from .transaction import Cancelled, Transaction

SECONDS = 10.0
"""How old a campaign's automations may be."""

VERSION_SECONDS = 3_600.0
"""How long a version is remembered: it never changes, so only memory bounds it."""

_DAILY = "#daily"
"""Where all that look for leads every day stand; no campaign's id begins like this."""

_read = msgspec.json.Decoder(Automation).decode


class DynamoAutomationBook:
    """For those who only look."""

    def __init__(self) -> None:
        self.of_campaign = Kept(_newest, seconds=SECONDS)
        self._versions = Kept(_version, seconds=VERSION_SECONDS)

    def version(self, campaign_id: str, automation_id: str, version: int) -> Automation:
        return self._versions(f"{campaign_id}#{automation_id}#{version:06d}")


class DynamoDailyBook:
    def daily(self) -> Sequence[DailyRun]:
        with reaching_database():
            return [_run(item) for item in DailyItem.query(_DAILY, consistent_read=True)]

    def keep(self, run: DailyRun) -> None:
        day, after = DailyItem.day, DailyItem.after
        actions: list[Action] = [
            day.set(run.day.isoformat()) if run.day else day.remove(),
            after.set(run.after) if run.after else after.remove(),
        ]
        with reaching_database():
            try:
                _daily(run.automation).update(actions, condition=DailyItem.definition.exists())
            except UpdateError as error:
                # It was switched off in the meantime: there is nothing to come back to.
                if not unmet(error):
                    raise


class DynamoAutomations(DynamoAutomationBook, DynamoDailyBook):
    def __init__(self, connection: SharedConnection) -> None:
        super().__init__()
        self._connection = connection

    def current(self, campaign_id: str, automation_id: str) -> Automation | None:
        item = read(AutomationItem, campaign_id, automation_id)
        return _read(item.definition) if item else None

    def save(self, automation: Automation, event: Envelope) -> None:
        transaction, before = Transaction(self._connection), automation.version - 1
        newest, kept = _items(automation)
        as_read = (
            AutomationItem.number == before if before else AutomationItem.automation_key.does_not_exist()
        )
        transaction.put("newest", newest, as_read)
        transaction.put("version", kept, AutomationItem.automation_key.does_not_exist())
        _put_daily(transaction, automation)
        ledger.append(transaction, event)
        try:
            transaction.commit()
        except Cancelled as cancelled:
            # It may be our own try, whose answer was lost.
            if cancelled.stored.get("version") != kept.serialize():
                raise AutomationMoved from cancelled


def _put_daily(transaction: Transaction, automation: Automation) -> None:
    row = _daily(automation)
    if automation.on and isinstance(automation.trigger, Daily):
        # How far it has come stays: whom it found today it does not look for again.
        transaction.update("daily", row, [DailyItem.definition.set(_written(automation))])
    else:
        transaction.delete("daily", row)


def _items(automation: Automation) -> tuple[AutomationItem, AutomationItem]:
    """The newest version among those of its campaign, and the same among its own."""
    campaign_id, automation_id = automation.campaign_id, automation.automation_id
    places = (campaign_id, automation_id), (_key(campaign_id, automation_id), f"{automation.version:06d}")
    newest, kept = (
        AutomationItem(*place, number=automation.version, definition=_written(automation)) for place in places
    )
    return newest, kept


def _daily(automation: Automation) -> DailyItem:
    return DailyItem(_DAILY, _key(automation.campaign_id, automation.automation_id))


def _key(campaign_id: str, automation_id: str) -> str:
    return f"{campaign_id}#{automation_id}"


def _written(automation: Automation) -> str:
    return msgspec.json.encode(automation).decode()


def _run(item: DailyItem) -> DailyRun:
    day = date.fromisoformat(item.day) if item.day else None
    return DailyRun(automation=_read(item.definition), day=day, after=item.after)


def _newest(campaign_id: str) -> Sequence[Automation]:
    if not can_be_key(campaign_id):
        return ()
    with reaching_database():
        return tuple(_read(item.definition) for item in AutomationItem.query(campaign_id))


def _version(place: str) -> Automation:
    key, _, number = place.rpartition("#")
    item = read(AutomationItem, key, number)
    if item is None:
        raise NotFound("There is no such version of an automation.", code="automation_not_found")
    return _read(item.definition)
