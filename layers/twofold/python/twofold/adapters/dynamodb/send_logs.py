"""When a number was sent texts, as stored: one row per number and kind, written on the version that was read."""

from datetime import datetime

from pynamodb.exceptions import UpdateError
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action

from twofold.contracts.errors import Unavailable
from twofold.messages.sending.send_log import KEPT, SendLog

from .items import LimitItem
from .reading import reaching_database, read, unmet

_SLACK = 86_400
"""Seconds that a row outlives the last moment it could count."""


TRIES = 10


class DynamoSendLogs:
    """The row stays, with its next version, though nothing may be left in it: no version is ever had twice."""

    def forget(self, lead_id: str, kind: str, at: datetime) -> None:
        for _ in range(TRIES):
            log = read_log(lead_id, kind)
            if at not in log.sent or _written(log.minus(at), log.version):
                return
        raise Unavailable("Too many texts to one lead at once.")


def _written(log: SendLog, was: int) -> bool:
    row = LimitItem(limit_key=_key(log.lead_id, log.kind))
    actions: list[Action] = [LimitItem.sent.set(list(log.sent)), LimitItem.version.set(was + 1)]
    with reaching_database():
        try:
            row.update(actions, condition=LimitItem.version == was)
        except UpdateError as error:
            if not unmet(error):
                raise
            return False
    return True


def read_log(lead_id: str, kind: str) -> SendLog:
    item = read(LimitItem, _key(lead_id, kind))
    if item is None:
        return SendLog(lead_id=lead_id, kind=kind)
    return SendLog(lead_id=lead_id, kind=kind, sent=tuple(item.sent or ()), version=int(item.version or 0))


def log_item(log: SendLog) -> LimitItem:
    ttl = int((log.sent[-1] + KEPT[log.kind]).timestamp()) + _SLACK
    key = _key(log.lead_id, log.kind)
    return LimitItem(limit_key=key, sent=list(log.sent), version=log.version, ttl=ttl)


def as_read(log: SendLog) -> Condition:
    """That nobody has written it since."""
    if log.version == 1:
        return LimitItem.limit_key.does_not_exist()
    return LimitItem.version == log.version - 1


def _key(lead_id: str, kind: str) -> str:
    return f"sends#{lead_id}" if kind == "verification" else f"sends#{kind}#{lead_id}"
