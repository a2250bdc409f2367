"""A partner's question: do you know these people?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from msgspec import UNSET

from twofold.contracts.errors import InvalidRequest
from twofold.contracts.payloads.leads import LeadCode, LookedUp, LookupAnswer, LookupRequest

from .model import Lead
from .phone import LeadIdentity
from .ports import LeadBook
from .read_phone import read_e164


class CodeStates(Protocol):
    def states(self, codes: Sequence[str]) -> Mapping[str, LeadCode]:
        """Those of the codes that exist, as they stand now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LookUpLeads:
    book: LeadBook
    codes: CodeStates
    identify: LeadIdentity

    def __call__(self, request: LookupRequest) -> LookupAnswer:
        """An answer per question, in its order; an erased lead does not exist any more.

        Raises InvalidRequest unless exactly one of `phones` and `lead_ids` is given, or when a number is none.
        """
        if (request.phones is None) == (request.lead_ids is None):
            raise InvalidRequest("Send either phones or lead_ids.", field="phones")
        asked = request.lead_ids or [self._lead_id(i, text) for i, text in enumerate(request.phones or [])]
        found = {k: v for k, v in self.book.leads(asked).items() if v.status != "erased"}
        states = self.codes.states([code for lead in found.values() for code in lead.codes])
        phones: Sequence[str | None] = request.phones or [None] * len(asked)
        return LookupAnswer(
            leads=[_item(p, found.get(i), states) for p, i in zip(phones, asked, strict=True)]
        )

    def _lead_id(self, position: int, text: str) -> str:
        return self.identify(read_e164(text, field=f"phones[{position}]"))


def _item(phone: str | None, lead: Lead | None, states: Mapping[str, LeadCode]) -> LookedUp:
    shown = UNSET if phone is None else phone
    if lead is None:
        return LookedUp(exists=False, phone=shown)
    return LookedUp(
        exists=True,
        phone=shown,
        lead_id=lead.lead_id,
        status=lead.status,
        consents=list(lead.scopes),
        codes=[states[code] for code in lead.codes if code in states],
        stage=lead.stage,
        tags=list(lead.tags),
    )
