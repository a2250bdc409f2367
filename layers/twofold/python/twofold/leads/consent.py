"""What somebody agreed to, under which circumstances, as one link of a chain."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from twofold.contracts.instants import to_text
from twofold.ledger.record import Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Under which circumstances somebody agreed; kept word for word. `method` is web, or keyword for a text's reply.

    Stored as JSON: a new field needs a default, a name is never changed.
    """

    address: str
    user_agent: str
    page_url: str | None
    locale: str
    wording_version: str
    wording: str
    ticked_at: datetime
    visit_id: str | None = None
    utm: Mapping[str, str] | None = None
    referral: str | None = None
    method: str = "web"
    variant: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """One link of a lead's consent chain; `previous` is the digest of the link before, empty for the first."""

    lead_id: str
    seq: int
    action: str
    at: datetime
    scopes: tuple[str, ...]
    evidence: Evidence
    origin: Origin
    challenge_id: str
    previous: str

    @property
    def digest(self) -> str:
        """SHA-256 over everything that stands in the link, in a fixed order.

        What is told by its name stands there only where it was told, so that a new field changes no old link's digest.
        """
        e = self.evidence
        parts = [
            self.lead_id,
            str(self.seq),
            self.action,
            to_text(self.at),
            ",".join(self.scopes),
            self.challenge_id,
        ]
        parts += [e.address, e.user_agent, e.page_url or "", e.locale, e.wording_version, e.wording]
        parts += [to_text(e.ticked_at), self.origin.asset_id or "", self.previous, *self._named()]
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()

    def _named(self) -> list[str]:
        e = self.evidence
        told = {
            "campaign": self.origin.campaign_id,
            "method": e.method,
            "place": self.origin.place,
            "referral": e.referral,
            "variant": e.variant,
            "visit": e.visit_id,
            **{f"utm.{name}": value for name, value in sorted((e.utm or {}).items())},
        }
        return [f"{name}={value}" for name, value in told.items() if value]
