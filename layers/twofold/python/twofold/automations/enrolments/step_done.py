"""What is stored with a step that is done."""

from dataclasses import dataclass

from twofold.automations.enrolments.enrolment import Enrolment
from twofold.contracts.events import Envelope
from twofold.leads.change import LeadChange
from twofold.leads.drawn import NewCode
from twofold.messages.model import Message


@dataclass(frozen=True, slots=True, kw_only=True)
class StepDone:
    """What becomes true when a step is done: the enrolment as it is `after`, its events, and what the step makes.

    `message` is planned, with its own event among `events`; `change` is the lead's; `code` is given to the lead, as
    `lead_version` has them, with its event among `events`.
    """

    after: Enrolment
    events: tuple[Envelope, ...]
    message: Message | None = None
    change: LeadChange | None = None
    code: NewCode | None = None
    lead_version: int = 0
    codes: tuple[str, ...] = ()
