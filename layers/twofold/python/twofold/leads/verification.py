"""The six digits: worked out from the challenge and a key, so that they lie nowhere."""

import hmac
import re
from dataclasses import dataclass
from datetime import timedelta

from twofold.contracts.payloads.base import VERIFICATION_DIGITS as DIGITS

LIFETIME = timedelta(minutes=10)
GUESSES = 5
"""Guesses per challenge (NIST SP 800-63B-4 asks for few; Twilio Verify allows five)."""

_PAUSES = (30, 60, 120)


def pause_after(send: int) -> int:
    """Seconds that must pass after the n-th text of a challenge (from 1) before the next one."""
    return _PAUSES[min(send, len(_PAUSES)) - 1]


@dataclass(frozen=True, slots=True)
class VerificationKey:
    key: bytes

    def digits(self, challenge_id: str) -> str:
        """The verification code of a challenge, the same each time it is asked for."""
        mac = hmac.digest(self.key, challenge_id.encode(), "sha256")
        return f"{int.from_bytes(mac[:8], 'big') % 10**DIGITS:0{DIGITS}d}"

    def matches(self, challenge_id: str, typed: str) -> bool:
        """Whether a person typed the code, spaces and hyphens aside; in constant time."""
        bare = re.sub(r"[\s-]", "", typed)
        return hmac.compare_digest(self.digits(challenge_id).encode(), bare.encode())
