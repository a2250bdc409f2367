"""HubSpot's signature, version 3: base64(HMAC-SHA256(the app's client secret, method + URL + body + timestamp)).

https://developers.hubspot.com/docs/apps/developer-platform/build-apps/authentication/request-validation (read November
2026): X-HubSpot-Signature-v3, and X-HubSpot-Request-Timestamp in milliseconds, at most five minutes old. The URL is the
one that HubSpot was given, with a few characters decoded, none of which stands in ours.
"""

import hmac
from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from twofold.contracts.errors import Untrusted
from twofold.contracts.instants import Clock

SIGNATURE, TIMESTAMP = "x-hubspot-signature-v3", "x-hubspot-request-timestamp"
FRESH = timedelta(minutes=5)


@dataclass(frozen=True, slots=True, kw_only=True)
class HubSpotSignature:
    """`secrets` reads those that may have signed, several while one is changed; `url` is where HubSpot posts to."""

    secrets: Callable[[], Sequence[bytes]]
    url: str
    clock: Clock

    def __call__(self, headers: Mapping[str, str], raw: bytes) -> None:
        """Names of headers are in lower case. Raises Untrusted, and as `secrets` does."""
        sent, given = headers.get(TIMESTAMP, ""), headers.get(SIGNATURE, "")
        if not (sent.isascii() and sent.isdigit() and len(sent) <= 15) or not self._fresh(int(sent)):
            raise Untrusted("The signature's time is not of the last minutes.")
        signed = b"".join((b"POST", self.url.encode(), raw, sent.encode()))
        told = given.encode("utf-8", "surrogatepass")
        # Every secret is tried, so that the time taken does not tell which one was close.
        held = [hmac.compare_digest(_signature(secret, signed), told) for secret in self.secrets() if secret]
        if not any(held):
            raise Untrusted("The signature does not hold.")

    def _fresh(self, milliseconds: int) -> bool:
        return abs(self.clock().timestamp() - milliseconds / 1000) <= FRESH.total_seconds()


def read_secrets(text: str) -> tuple[bytes, ...]:
    """One for each line."""
    return tuple(line.strip().encode() for line in text.splitlines() if line.strip())


def _signature(secret: bytes, signed: bytes) -> bytes:
    return b64encode(hmac.digest(secret, signed, "sha256"))
