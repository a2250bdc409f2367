"""Lets a lead in as the engine would, and counts why it would not."""

from dataclasses import dataclass
from datetime import date
from typing import cast

from twofold.automations.definition.automation import Automation, On
from twofold.automations.enrolments.enrolment import Enrolment
from twofold.automations.entering.candidate import by_event
from twofold.automations.entering.enter import Enter
from twofold.automations.entering.enter_segment import EnterSegment
from twofold.automations.entering.hear_event import plain
from twofold.automations.facts.look import Sources
from twofold.contracts.events import Envelope, EventData

from .books import OneAutomation
from .scene import Scene
from .tally import Tally
from .why_not import not_held, not_set_off

IN = frozenset({"entered", "held_out"})


def is_trigger(automation: Automation, event: Envelope) -> bool:
    """Whether it is of the kind that sets the automation off, whatever it says."""
    trigger = automation.trigger
    mine = event.campaign_id == automation.campaign_id and event.origin == "live"
    return isinstance(trigger, On) and mine and plain(trigger.event) == plain(event.type)


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrive:
    automation: Automation
    scene: Scene
    sources: Sources
    enter: Enter
    tally: Tally

    def by_event(self, event: Envelope) -> None:
        """By an event of the kind that sets it off."""
        why = not_set_off(self.automation, event.data)
        if why:
            self.tally.came(self.scene.way)
            self.tally.not_entered(why)
        else:
            self._enter(self.automation, by_event(self.automation, event, self.scene.at), event.data)

    def on_day(self, day: date) -> None:
        """By a daily segment; whoever has done something since is not in it after all."""
        of = self.automation
        segment = EnterSegment(
            automations=OneAutomation(of),
            leads=self.sources.leads,
            enter=cast(Enter, self._enter),
            clock=self.scene.clock,
        )
        segment(of.campaign_id, of.automation_id, day, [self.scene.way.lead_id])

    def _enter(self, automation: Automation, draft: Enrolment, data: EventData | None = None) -> str:
        self.tally.came(self.scene.way)
        outcome = self.enter(automation, draft, data)
        if outcome == "conditions":
            look = self.sources.look(draft, self.scene.at, data)
            self.tally.not_entered(not_held(automation.conditions, look) or outcome)
        elif outcome not in IN:
            self.tally.not_entered(outcome)
        return outcome
