"""What is put to the test: a flow prepares a scene, plays it as the platform would, and judges what came of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.faults.audit import Audit
from tests.faults.faults import Fault
from tests.faults.people import People
from tests.faults.platform import Handle
from twofold.leads.phone import Phone


@dataclass(frozen=True)
class Point:
    """The `position`-th call goes wrong; with `stays`, so does every later one of that attempt."""

    position: int
    fault: Fault
    stays: bool


@dataclass(frozen=True)
class Scene:
    """`play` is handed the function and tries again as the platform would; `judge` sees what `play` returned.

    `silent`: how many versions of the lead are no news to anybody.
    """

    phone: Phone
    play: Callable[[Handle], Any]
    judge: Callable[[Any, Audit, Point | None], None]
    silent: int = 0


@dataclass(frozen=True)
class Flow:
    """`points`: how many there were when this was last looked at; fewer means that something is not tried any more.

    `command` is what an operator runs, with their own rights, where no function does it.
    """

    name: str
    function: str
    prepare: Callable[[People], Scene]
    points: int
    command: Handle | None = None

    def __str__(self) -> str:
        return self.name
