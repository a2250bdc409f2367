"""An event of the bus is a sign of life, ends enrolments, and lets leads into automations."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from twofold.automations.definition.automation import Automation, On
from twofold.automations.entering.candidate import by_event
from twofold.automations.entering.enter import Enter
from twofold.automations.facts.values import event_fact
from twofold.automations.leaving.leave import Leave
from twofold.automations.ports import ActivityBook, AutomationBook
from twofold.contracts.events import (
    CodeRedeemed,
    Envelope,
    EventData,
    MessageClicked,
    MessageReceived,
    OrderPlaced,
)
from twofold.contracts.instants import Clock, from_text
from twofold.messages.model import STALE_EVENT
from twofold.messages.replies.model import DOUBTFUL, STOP


@dataclass(frozen=True, slots=True, kw_only=True)
class HearEvent:
    """`tag_reason` takes a lead's id and what they wrote, and tags them with the reason that they gave."""

    automations: AutomationBook
    activity: ActivityBook
    tag_reason: Callable[[str, MessageReceived], str | None]
    leave: Leave
    enter: Enter
    clock: Clock

    def __call__(self, event: Envelope) -> str:
        """Answer what came of it, as `2 ended, unused-code entered`. Only live events of the last day count.

        Raises Unavailable for another try: what was done already is found done.
        """
        if event.origin != "live" or self.clock() - from_text(event.time) > STALE_EVENT:
            return "too_old"
        if is_activity(event.data):
            self.activity.touch(event.subject, min(self.clock(), from_text(event.time)))
        if isinstance(event.data, MessageReceived):
            self.tag_reason(event.subject, event.data)
        ended = self.leave(event)
        came = [f"{ended} ended"] if ended else []
        came += [f"{each.automation_id} {self._enter(each, event)}" for each in self._set_off(event)]
        return ", ".join(came) or "nothing"

    def _set_off(self, event: Envelope) -> Iterator[Automation]:
        for automation in self.automations.of_campaign(event.campaign_id or ""):
            if automation.on and sets_off(automation, event):
                yield automation

    def _enter(self, automation: Automation, event: Envelope) -> str:
        return self.enter(automation, by_event(automation, event, self.clock()), event.data)


def sets_off(automation: Automation, event: Envelope) -> bool:
    trigger = automation.trigger
    if not isinstance(trigger, On) or plain(trigger.event) != plain(event.type):
        return False
    return all(condition.holds(event_fact(event.data, condition.fact)) for condition in trigger.where)


def plain(kind: str) -> str:
    """`code.issued` for `code.issued.v1`: people need not write the version of an event."""
    return kind.removesuffix(".v1")


def is_activity(data: EventData) -> bool:
    """Whether the lead did something themselves. Who wants to be left alone is not awake to us."""
    match data:
        case MessageClicked(human=human):
            return human
        case MessageReceived(intent=intent):
            return intent not in (STOP, DOUBTFUL)
    return isinstance(data, CodeRedeemed | OrderPlaced)
