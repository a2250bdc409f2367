"""Plays a flow once for every call it makes and every way in which that call can go wrong."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.faults.audit import audit
from tests.faults.faults import FAULTS, Fault
from tests.faults.flows import Flow, Point
from tests.faults.people import People
from tests.faults.platform import Handle
from tests.faults.wire import Call, Do, Wire


@dataclass
class Blow:
    """Lets one point happen: the call at its position, and for one that stays the rest of that attempt too."""

    point: Point
    _ends_with: int | None = None
    attempt: int = 0

    def __call__(self, position: int, call: Call, arguments: dict[str, Any], do: Do) -> Any:
        if position == self.point.position:
            self._ends_with = self.attempt
        elif not self.point.stays or self._ends_with != self.attempt:
            return do()
        return self.point.fault.strike(call, arguments, do) if self.point.fault.fits(call) else do()


@dataclass(repr=False)
class Trial:
    """`broken` says in which points which promise did not hold."""

    flow: Flow
    people: People
    wire: Wire
    points: int = 0
    broken: list[str] = field(default_factory=list)

    def run(self, faults: Sequence[Fault] = FAULTS) -> "Trial":
        calls = self.calls()
        for point in _points(calls, faults):
            self.points += 1
            try:
                self._try(point)
            except AssertionError as error:
                how = f"{point.fault.name}{' and so does the rest' if point.stays else ''}"
                self.broken.append(
                    f"call {point.position}, {calls[point.position - 1]}, {how}: {error!s:.200}"
                )
        return self

    def calls(self) -> list[Call]:
        """Of an undisturbed run, which must be in order itself."""
        return self._try(None)

    def _try(self, point: Point | None) -> list[Call]:
        process = self.people.process
        scene = self.flow.prepare(self.people)
        blow = Blow(point) if point else None
        with self.wire.watched(blow) as calls:
            answer = scene.play(_counting(blow, self.flow.command or process.start(self.flow.function)))
        found = audit(process, self.people.lead_id(scene.phone), scene.phone.e164)
        found.silent = scene.silent
        found.tells_one_story()
        scene.judge(answer, found, point)
        return calls


def _counting(blow: Blow | None, handle: Handle) -> Handle:
    def attempt(event: dict[str, Any]) -> Any:
        if blow:
            blow.attempt += 1
        return handle(event)

    return attempt


def _points(calls: list[Call], faults: Sequence[Fault]) -> Iterator[Point]:
    for fault in faults:
        for position, call in enumerate(calls, start=1):
            if fault.fits(call):
                yield Point(position, fault, stays=False)
                if not fault.name.startswith("dies"):
                    yield Point(position, fault, stays=True)
