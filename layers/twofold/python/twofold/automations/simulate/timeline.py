"""What has happened to one lead, without what the automation itself has already done to them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from twofold.automations.definition.automation import Automation
from twofold.contracts.events import (
    AutomationEntered,
    AutomationExited,
    AutomationStepped,
    CodeIssued,
    CodeRedeemed,
    CodeRolledBack,
    Envelope,
    LeadConfirmed,
    LeadImported,
)
from twofold.contracts.instants import from_text
from twofold.leads.model import Lead

Happened = tuple[datetime, Envelope]


@dataclass(frozen=True)
class Timeline:
    """The lead as they stand now, and their events, oldest first, each with its moment."""

    lead: Lead
    happened: tuple[Happened, ...]

    @classmethod
    def read(cls, lead: Lead, events: Sequence[Envelope], automation: Automation) -> "Timeline":
        """Texts and codes that the automation has made are left out: it is tried as if it were new."""
        made = frozenset(_made(events, automation))
        kept = (event for event in events if not _own(event, automation, made))
        return cls(lead, tuple((from_text(event.time), event) for event in kept))

    def until(self, at: datetime) -> Iterator[Happened]:
        """What had happened by then."""
        for moment, event in self.happened:
            if moment > at:
                return
            yield moment, event

    @cached_property
    def confirms(self) -> bool:
        """Whether it tells when they became a lead."""
        return any(isinstance(event.data, LeadConfirmed | LeadImported) for _, event in self.happened)


def _made(events: Iterable[Envelope], automation: Automation) -> Iterator[str]:
    """The ids of the texts, and the codes, that this automation made."""
    for event in events:
        if isinstance(event.data, AutomationStepped) and _of(event, event.data.automation_id, automation):
            yield from (made for made in (event.data.message_id, event.data.code) if made)


def _own(event: Envelope, automation: Automation, made: frozenset[str]) -> bool:
    data = event.data
    if isinstance(data, AutomationEntered | AutomationStepped | AutomationExited):
        return _of(event, data.automation_id, automation)
    if isinstance(data, CodeIssued | CodeRedeemed | CodeRolledBack):
        return data.code in made
    return getattr(data, "message_id", None) in made


def _of(event: Envelope, automation_id: str, automation: Automation) -> bool:
    return (event.campaign_id, automation_id) == (automation.campaign_id, automation.automation_id)
