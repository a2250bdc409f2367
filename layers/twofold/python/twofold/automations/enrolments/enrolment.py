"""One lead's way through an automation."""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal, Self

from twofold.ledger.record import Origin

State = Literal["running", "held_out", "ended"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolment:
    """`cause` is what it is about where a lead may be in it for several (a code, a cart, an order), else empty.

    `run` counts how often the lead has entered for this cause, `revision` every change of the row. `step` is the id of
    the next one, due at `due_at`; `since` is when the last one was done, `done` are their ids. `entered_by` is the
    event that set it off (its id), `exit` why it ended. `held_out`: they get nothing, to compare with. `code` is what
    it is about, `gave` the code that a step of it gave.
    """

    lead_id: str
    campaign_id: str
    automation_id: str
    version: int
    origin: Origin
    entered_at: datetime
    since: datetime
    entered_by: str
    cause: str = ""
    run: int = 1
    revision: int = 1
    state: State = "running"
    step: str | None = None
    due_at: datetime | None = None
    done: tuple[str, ...] = ()
    code: str | None = None
    gave: str | None = None
    cart_id: str | None = None
    exit: str | None = None
    ended_at: datetime | None = None

    @property
    def key(self) -> str:
        """What stands beside the lead's id in the key of its row."""
        return key_of(self.campaign_id, self.automation_id, self.cause)

    @property
    def enrolment_id(self) -> str:
        """The same for the same lead, automation, cause and run: messages and events are known by it."""
        cause = f"{self.lead_id}|{self.key}|{self.run}"
        return "enr_" + hashlib.sha256(cause.encode()).hexdigest()[:26]

    @property
    def schedule(self) -> str:
        """The name of what wakes it next; another with each revision."""
        return f"{self.enrolment_id}-{self.revision}"

    def next(self, **changes: Any) -> Self:
        return replace(self, revision=self.revision + 1, **changes)

    def ended(self, reason: str, at: datetime) -> Self:
        return self.next(state="ended", step=None, due_at=None, exit=reason, ended_at=at)


def key_of(campaign_id: str, automation_id: str, cause: str = "") -> str:
    return f"{campaign_id}#{automation_id}#{cause}"


@dataclass(frozen=True, slots=True, kw_only=True)
class StepDue:
    """What a schedule brings back: a lead's enrolment is due. Stored as JSON: a new field needs a default."""

    lead_id: str
    key: str
    run: int
    revision: int


def due_of(enrolment: Enrolment) -> StepDue:
    return StepDue(
        lead_id=enrolment.lead_id, key=enrolment.key, run=enrolment.run, revision=enrolment.revision
    )
