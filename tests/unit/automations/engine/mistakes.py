"""Mistakes that the engine could have made. Each is made on purpose, and life on the street must show it."""

from typing import Any

import pytest

from tests.fakes.enrolments import InMemoryEnrolments
from twofold.automations.entering import enter
from twofold.automations.leaving.leave import Leave
from twofold.automations.running import run_step
from twofold.automations.running.repair_steps import RepairSteps
from twofold.automations.running.timing import Timing
from twofold.automations.running.versions import Versions
from twofold.messages.sending import claim, decide
from twofold.messages.sending.decide import Decide

Patch = pytest.MonkeyPatch


def nothing(*given: Any, **named: Any) -> None:
    """Nothing stands against it, nothing happens."""


def writes_whatever_was_read(patch: Patch) -> None:
    """A step is stored without the condition that the enrolment is as it was read."""
    patch.setattr(InMemoryEnrolments, "_insist", nothing)


def does_not_look_again(patch: Patch) -> None:
    """What was true on entering is taken to be true when the step is due."""
    patch.setattr(run_step, "why_over", nothing)


def goes_on_after_its_end(patch: Patch) -> None:
    """What is heard ends nothing."""
    patch.setattr(Leave, "_ended_by", lambda *given: iter(()))


def texts_by_night(patch: Patch) -> None:
    patch.setattr(Timing, "open", lambda self, step, at, lead, pace: at)
    patch.setattr(decide, "_quiet_hours", nothing)


def texts_everybody(patch: Patch) -> None:
    """Also those who are held out."""
    patch.setattr(enter, "is_held_out", nothing)
    patch.setattr(Decide, "_holdout", nothing)


def texts_too_often(patch: Patch) -> None:
    patch.setattr(decide, "over_cap", nothing)
    patch.setattr(claim, "over_cap", nothing)


def trusts_its_schedules(patch: Patch) -> None:
    """Nobody looks for those that never fired."""
    patch.setattr(RepairSteps, "__call__", lambda self: 0)


def moves_to_the_beginning(patch: Patch) -> None:
    """Who goes on with another version forgets what lies behind."""
    patch.setattr(Versions, "_behind", lambda *given: frozenset())


ALL = (
    writes_whatever_was_read,
    does_not_look_again,
    goes_on_after_its_end,
    texts_by_night,
    texts_everybody,
    texts_too_often,
    trusts_its_schedules,
)
