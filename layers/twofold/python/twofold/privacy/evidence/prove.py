"""Collects what proves that a lead agreed, to what, when, where and how, and what became of it since."""

from dataclasses import dataclass

from twofold.contracts.errors import NotFound
from twofold.contracts.instants import Clock, to_text
from twofold.leads.kept_consent import ConsentBook
from twofold.leads.ports import LeadBook
from twofold.privacy.ports import History, Texts

from .bundle import write_bundle
from .rows import rows_of
from .sign import SigningKey

MOST_TEXTS = 1_000
"""Of one lead, the newest: far more than anybody is sent who is asked before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProveConsent:
    """`site` is whose deployment this is."""

    leads: LeadBook
    consents: ConsentBook
    texts: Texts
    history: History
    key: SigningKey
    site: str
    clock: Clock

    def __call__(self, lead_id: str) -> str:
        """The bundle, as text. Raises NotFound, Unavailable."""
        lead = self.leads.lead(lead_id)
        chain = self.consents.chain(lead_id)
        if lead is None and not chain:
            raise NotFound("We do not know this lead.", code="lead_not_found")
        heading = {
            "lead_id": lead_id,
            "status": lead.status if lead else "unknown",
            "site": self.site,
            "made_at": to_text(self.clock()),
        }
        if lead and lead.phone:
            heading["phone"] = lead.phone.e164
        rows = rows_of(chain, self.texts.of(lead_id, MOST_TEXTS), self.history.subject(lead_id))
        return write_bundle(heading, rows, self.key)
