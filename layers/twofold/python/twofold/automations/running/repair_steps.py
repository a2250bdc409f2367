"""Finds steps whose schedule was never made, or never fired, and has them done."""

from dataclasses import dataclass
from datetime import timedelta

from twofold.automations.ports import DueEnrolments, StepRunner
from twofold.automations.running.wake import SPREAD
from twofold.contracts.instants import Clock

LATE = SPREAD + timedelta(minutes=5)
"""A step that is due for longer than that has no schedule that will still fire by itself."""

PATIENCE = timedelta(seconds=40)
"""How long one run goes on; what is left waits for the next one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RepairSteps:
    """Whoever does the step asks everything anew, so one that is brought twice is done once."""

    due: DueEnrolments
    runner: StepRunner
    clock: Clock

    def __call__(self) -> int:
        """Hand over every step that is late; answer how many there were. Raises Unavailable."""
        began, found = self.clock(), 0
        for due in self.due.due(began - LATE):
            if self.clock() - began >= PATIENCE:
                break
            self.runner.run(due)
            found += 1
        return found
