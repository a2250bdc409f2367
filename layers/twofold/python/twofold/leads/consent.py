"""What somebody agreed to, under which circumstances, as one link of a chain.

A link's digest covers a commitment to what is personal in it instead of the thing itself, so that this can be erased
with its salt, and the chain still holds (docs/privacy.md).
"""

import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from twofold.contracts.instants import to_text
from twofold.ledger.record import Origin

SALT_BYTES = 16
"""128 bits: nobody finds an erased content by trying what it may have been."""


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


def draw_salt() -> str:
    """`SALT_BYTES` random bytes as 22 characters of base64url."""
    return secrets.token_urlsafe(SALT_BYTES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """One link of a lead's consent chain; `previous` is the digest of the link before, empty for the first.

    Each has a salt of its own. One from before there were salts has None, and is digested as it was then.
    """

    lead_id: str
    seq: int
    action: str
    at: datetime
    scopes: tuple[str, ...]
    evidence: Evidence
    origin: Origin
    challenge_id: str
    previous: str
    salt: str | None = field(default_factory=draw_salt)

    @property
    def content(self) -> dict[str, Any]:
        """All that an erasure removes, by plain names, as far as it was told: so a new field changes no old link."""
        told = {
            **asdict(self.evidence),
            **asdict(self.origin),
            "challenge_id": self.challenge_id,
            "ticked_at": to_text(self.evidence.ticked_at),
        }
        return {name: value for name, value in told.items() if value}

    @property
    def commitment(self) -> str | None:
        """SHA-256 over salt and content, in hex; None for a link without a salt."""
        return commit(self.salt, self.content) if self.salt else None

    @property
    def digest(self) -> str:
        """SHA-256 over everything that stands in the link, in hex."""
        if self.commitment is None:
            return _digest_without_salt(self)
        return _sha256(
            canonical(
                {
                    "lead_id": self.lead_id,
                    "seq": self.seq,
                    "action": self.action,
                    "at": to_text(self.at),
                    "scopes": list(self.scopes),
                    "previous": self.previous,
                    "commitment": self.commitment,
                }
            )
        )


def commit(salt: str, content: Mapping[str, Any]) -> str:
    return _sha256(f"{salt}\x1f{canonical(content)}")


def canonical(value: Mapping[str, Any]) -> str:
    """The one way in which digests spell a JSON object: names sorted, no spaces, ASCII only."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"))


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _digest_without_salt(link: Consent) -> str:
    e = link.evidence
    parts = [link.lead_id, str(link.seq), link.action, to_text(link.at), ",".join(link.scopes)]
    parts += [link.challenge_id, e.address, e.user_agent, e.page_url or "", e.locale, e.wording_version]
    parts += [e.wording, to_text(e.ticked_at), link.origin.asset_id or "", link.previous]
    told = {
        "campaign": link.origin.campaign_id,
        "method": e.method,
        "place": link.origin.place,
        "referral": e.referral,
        "variant": e.variant,
        "visit": e.visit_id,
        **{f"utm.{name}": value for name, value in sorted((e.utm or {}).items())},
    }
    parts += [f"{name}={value}" for name, value in told.items() if value]
    return _sha256("\x1f".join(parts))
