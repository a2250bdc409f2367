"""A partner edits a lead: attributes, tags, stage."""

from dataclasses import dataclass

from twofold.contracts.errors import InvalidRequest
from twofold.contracts.events import LeadStageChanged, LeadUpdated
from twofold.contracts.instants import Clock
from twofold.contracts.payloads.leads import LeadPatch, LeadPatched
from twofold.contracts.versions import insist_on_version

from .change import LeadChange
from .change_lead import change_lead
from .existing import existing
from .model import Lead
from .ports import LeadBook


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateLead:
    book: LeadBook
    clock: Clock

    def __call__(
        self, lead_id: str, patch: LeadPatch, *, told_by: str | None, expected: int | None = None
    ) -> LeadPatched:
        """Make them so; what is so already is no change and no news. `told_by` is the system whose partner asks.

        What was decided on an older `version` than the lead has is dropped, and the answer says so.
        Raises NotFound, PreconditionFailed unless the lead has the `expected` version, InvalidRequest, Unavailable.
        """
        answer: LeadPatched

        def change(found: Lead | None) -> LeadChange | None:
            nonlocal answer
            lead = existing(found)
            insist_on_version(expected, lead.version)
            late = _late(lead, patch)
            made = None if late else LeadChange.updated(lead, patch, told_by, at=self.clock())
            answer = _told(lead, made, late=late)
            return made

        change_lead(self.book, lead_id, change)
        return answer


def _late(lead: Lead, patch: LeadPatch) -> bool:
    if patch.version is not None and patch.version > lead.version:
        raise InvalidRequest(f"The lead has not come further than version {lead.version}.", field="version")
    return patch.version is not None and patch.version < lead.version


def _told(lead: Lead, made: LeadChange | None, *, late: bool) -> LeadPatched:
    changed: list[str] = []
    for event in made.events if made else ():
        if isinstance(event.data, LeadUpdated):
            changed += event.data.changed
        if isinstance(event.data, LeadStageChanged):
            changed.append("stage")
    version = made.lead.version if made else lead.version
    return LeadPatched(lead_id=lead.lead_id, version=version, applied=not late, changed=changed)
