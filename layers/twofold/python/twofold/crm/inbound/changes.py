"""What a CRM tells of one contact, and what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

Result = Literal["applied", "unchanged", "stale", "unknown_lead", "refused"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """`values` are by the CRM's own names, as they came. Who it is: our id, a number, or an id of theirs that we know.

    `at` is when it changed there, `version` the lead's that they had from us when it did. `own`: we wrote it ourselves.
    `learns` is the lead that an id of theirs stands for.
    """

    values: Mapping[str, Any]
    lead_id: str | None = None
    phone: str | None = None
    their_id: str | None = None
    at: datetime | None = None
    version: int | None = None
    own: bool = False
    learns: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A field (by our name) that was not taken over: `reason` for machines, `detail` for people."""

    field: str
    reason: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What is to become of a lead by what was told: None in `attributes` takes one away; `leaves`: no more texts.

    `seen` are all facts that were told of, changed or not; `stale` those that have changed here since.
    """

    attributes: Mapping[str, str | None] = field(default_factory=dict)
    stage: str | None = None
    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()
    leaves: bool = False
    refused: tuple[Refusal, ...] = ()
    stale: tuple[str, ...] = ()
    seen: tuple[str, ...] = ()
    ignored: int = 0

    @property
    def updates(self) -> bool:
        return bool(self.attributes or self.stage or self.add or self.remove)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What became of one: applied where anything was, else refused, else stale, else unchanged.

    `changed` are facts by our names; `reason` is why nothing was to be done at all, such as own_echo.
    """

    result: Result
    lead_id: str | None = None
    changed: tuple[str, ...] = ()
    refused: tuple[Refusal, ...] = ()
    reason: str | None = None
    ignored: int = 0
