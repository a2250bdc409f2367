"""The engine of automations on a lead's way: called by events of the bus, and by the schedules that it made itself."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from twofold.contracts.settings import AutomationSettings

from .walk import ENGINE, Step, Walker

HEARD = frozenset(AutomationSettings().hears)


@dataclass(frozen=True, slots=True)
class Engine:
    walker: Walker

    def hear(self, entries: list[dict[str, Any]]) -> None:
        """Each of the bus's entries that it hears calls it; what comes of that goes onto the bus."""
        for entry in entries:
            if entry["DetailType"] in HEARD:
                told = {"detail-type": entry["DetailType"], "detail": json.loads(entry["Detail"])}
                self.walker.call(f"{entry['DetailType']} heard", ENGINE, told)
                self.walker.relay()

    def due(self) -> datetime:
        """When the step that waits is due."""
        (schedule,) = self._waiting()
        moment = schedule["ScheduleExpression"].removeprefix("at(").removesuffix(")")
        return datetime.fromisoformat(moment).replace(tzinfo=UTC)

    def fire(self, name: str) -> list[dict[str, Any]]:
        """The step that waits is done; answers the bus's entries. Its schedule is gone with that."""
        (schedule,) = self._waiting()
        self.walker.call(name, ENGINE, json.loads(schedule["Target"]["Input"]))
        return self.walker.relay()

    def _waiting(self) -> list[dict[str, Any]]:
        """Arguments of the last schedule that was made on this way, unless it was deleted since."""
        asked = [r for step in self.walker.steps if step.function == ENGINE for r in step.requests]
        gone = {r.arguments["Name"] for r in asked if r.operation == "DeleteSchedule"}
        made = [r.arguments for r in asked if r.operation == "CreateSchedule"]
        return [last for last in made[-1:] if last["Name"] not in gone]


def of_engine(steps: list[Step]) -> list[Step]:
    """What the engine did, and what it put on the bus."""
    named = {step.name for step in steps if step.function == ENGINE}
    return [step for step in steps if step.name.removeprefix("relay after ") in named]
