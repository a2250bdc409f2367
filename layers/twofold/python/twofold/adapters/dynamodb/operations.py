"""Switches and marks of the running system, and the keys of those who may call it."""

from datetime import datetime, timedelta

from pynamodb.exceptions import UpdateError
from pynamodb.expressions.condition import Condition

from twofold.partners.keys import ApiKey

from .cache import Kept
from .items import KeyItem, OperationItem
from .items.operations import DEVICE
from .reading import reaching_database, read, unmet

_KILL_SWITCH = "kill_switch"
_HEARTBEAT = "relay_heartbeat"


class DynamoKillSwitch:
    SECONDS = 2.0
    """How old the answer may be."""

    def __init__(self) -> None:
        self._paused = Kept(_paused, seconds=self.SECONDS)

    def paused(self) -> bool:
        return self._paused(_KILL_SWITCH)

    def set(self, *, paused: bool, at: datetime) -> None:
        with reaching_database():
            OperationItem(name=_KILL_SWITCH, paused=paused, at=at).save()


class DynamoHeartbeat:
    PAUSE = timedelta(minutes=1)
    """Between two beats of one relay, far below the silence that counts as a gap: a busy one has dozens of batches in
    it, and each beat is a write. What lies between the last beat and a long silence goes on the bus a second time.
    """

    def __init__(self) -> None:
        self._beaten_at: datetime | None = None

    def beat(self, through: str, at: datetime, *, unless_older: datetime | None = None) -> None:
        # Only a relay's beats may be left out; the repair's, which have no `unless_older`, say how far it has come.
        if unless_older and self._beaten_at and self._beaten_at <= at < self._beaten_at + self.PAUSE:
            return
        forward = OperationItem.through <= through
        if unless_older:
            forward &= OperationItem.at >= unless_older
        forward |= OperationItem.through.does_not_exist()
        if self._mark(through, at, forward):
            self._beaten_at = at

    def _mark(self, through: str, at: datetime, forward: Condition) -> bool:
        mark = OperationItem(name=_HEARTBEAT)
        with reaching_database():
            try:
                mark.update([OperationItem.through.set(through), OperationItem.at.set(at)], condition=forward)
            except UpdateError as error:
                if not unmet(error):
                    raise
                return False
        return True

    def last(self) -> tuple[str, datetime] | None:
        item = read(OperationItem, _HEARTBEAT)
        return (item.through or "", item.at) if item else None


class DynamoKeyBook:
    SECONDS = 30.0
    """How old a key may be: so long does a withdrawn one still open the door."""

    def __init__(self) -> None:
        self.key = Kept(_key, seconds=self.SECONDS)

    def put(self, key: ApiKey) -> None:
        KeyItem(
            key_hash=key.key_hash,
            label=key.label,
            scopes=list(key.scopes),
            place=key.place,
            place_name=key.place_name,
            system=key.system,
            kind=DEVICE if key.place else None,
        ).save()

    def devices(self) -> list[ApiKey]:
        with reaching_database():
            found = [_as_key(item) for item in KeyItem.by_kind.query(DEVICE)]
        return sorted(found, key=lambda key: (key.place or "", key.label))

    def withdraw(self, key_hash: str) -> None:
        with reaching_database():
            KeyItem(key_hash=key_hash).delete()


def _paused(name: str) -> bool:
    item = read(OperationItem, name)
    return bool(item and item.paused)


def _key(key_hash: str) -> ApiKey | None:
    item = read(KeyItem, key_hash)
    return _as_key(item) if item else None


def _as_key(item: KeyItem) -> ApiKey:
    return ApiKey(
        key_hash=item.key_hash,
        label=item.label,
        scopes=tuple(item.scopes),
        place=item.place,
        place_name=item.place_name,
        system=item.system,
    )
