"""What a link to a lead magnet says, signed: for whom, of which campaign, until when."""

import base64
import hmac
from dataclasses import dataclass
from datetime import UTC, datetime

from twofold.contracts.errors import Gone, NotFound

LONGEST = 512
MAC = 16
"""Bytes of HMAC-SHA256 that a token carries: 128 bits, which nobody guesses over a network."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """`until` is kept to the second."""

    lead_id: str
    campaign_id: str
    until: datetime


@dataclass(frozen=True, slots=True)
class MagnetTokens:
    """Writes and reads tokens by one key of its own purpose."""

    key: bytes

    def write(self, claim: Claim) -> str:
        """Letters, digits, `-` and `_`: at home in an address."""
        until = int(claim.until.timestamp())
        said = f"{until}\n{claim.campaign_id}\n{claim.lead_id}".encode()
        return base64.urlsafe_b64encode(self._mac(said) + said).decode().rstrip("=")

    def read(self, token: str, at: datetime) -> Claim:
        """Raises NotFound for what we did not write, Gone when its time is over."""
        raw = _decoded(token)
        mac, said = raw[:MAC], raw[MAC:]
        if not hmac.compare_digest(mac, self._mac(said)):
            raise NotFound("There is nothing at this address.", code="magnet_not_found")
        until, campaign_id, lead_id = said.decode().split("\n")
        claim = Claim(
            lead_id=lead_id, campaign_id=campaign_id, until=datetime.fromtimestamp(int(until), tz=UTC)
        )
        if at >= claim.until:
            raise Gone("This link worked for some days only.", code="magnet_over")
        return claim

    def _mac(self, said: bytes) -> bytes:
        return hmac.digest(self.key, said, "sha256")[:MAC]


def _decoded(token: str) -> bytes:
    """Empty for what is no token; one of several spellings of the same bytes is no other token than the first."""
    try:
        raw = base64.b64decode(token + "=" * (-len(token) % 4), altchars=b"-_", validate=True)
    except ValueError:
        return b""
    same = base64.urlsafe_b64encode(raw).decode().rstrip("=") == token
    return raw if same and len(token) <= LONGEST else b""
