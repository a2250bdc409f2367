"""Changes a lead as a partner would, in the name of the CRM."""

from dataclasses import dataclass
from typing import Any

import msgspec

from twofold.contracts.errors import InvalidRequest
from twofold.contracts.payloads.leads import LeadPatch, OptOutRequest
from twofold.crm.mapping.systems import System
from twofold.leads.partner_opt_out import PartnerOptOut
from twofold.leads.update import UpdateLead

from .changes import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeByPartner:
    """Fits `crm.inbound.ports.ChangeLead`."""

    update_lead: UpdateLead
    opt_out: PartnerOptOut

    def update(self, lead_id: str, wanted: Verdict, told_by: System) -> bool:
        return bool(self.update_lead(lead_id, _patch(wanted), told_by=told_by).changed)

    def leave(self, lead_id: str, told_by: System) -> bool:
        said = OptOutRequest(text=f"Opted out in {told_by}")
        return self.opt_out(lead_id, said, told_by=told_by)[1]


def _patch(wanted: Verdict) -> LeadPatch:
    told: dict[str, Any] = {"attributes": dict(wanted.attributes)}
    if wanted.stage:
        told["stage"] = wanted.stage
    if wanted.add or wanted.remove:
        told["tags"] = {"add": list(wanted.add), "remove": list(wanted.remove)}
    try:
        return msgspec.convert(told, LeadPatch)
    except msgspec.ValidationError as error:
        what, _, path = str(error).partition(" - at `$.")
        raise InvalidRequest(f"{what}.", code="invalid_value", field=path.rstrip("`") or None) from error
