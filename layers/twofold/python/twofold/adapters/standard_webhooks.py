"""Signatures of JSON calls between us and machines of others: Standard Webhooks, scheme `v1`.

https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md: HMAC-SHA256 over
`id.timestamp.body`, told in the headers `webhook-id`, `webhook-timestamp` and `webhook-signature`.
"""

import hmac
import re
from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from twofold.contracts.errors import Unavailable, Untrusted

FRESH = timedelta(minutes=5)
"""How far from now, before or after, a timestamp may lie."""

SHORTEST_SECRET = 24
"""Bytes; the specification asks for 24 to 64."""

_PREFIX = "whsec_"
_ID = re.compile(r"[!-\-/-~]{1,256}")
"""Visible ASCII without a full stop, which would let a signature hold for another id, time and body."""

_SECONDS = re.compile(r"[0-9]{1,12}")


def sign(secret: bytes | Sequence[bytes], id: str, at: datetime, body: bytes) -> str:  # noqa: A002
    """The value of `webhook-signature`: one signature for each secret, with a space between. `at` knows its zone."""
    secrets = (secret,) if isinstance(secret, bytes) else secret
    return " ".join(_signature(each, id, str(int(at.timestamp())), body) for each in secrets)


def verify(secrets: Sequence[bytes], headers: Mapping[str, str], body: bytes, at: datetime) -> None:
    """That one of the secrets signed exactly these bytes, within five minutes of `at`.

    The names of headers may be written in any case. Raises Untrusted, whatever is wrong.
    """
    told = {name.lower(): value for name, value in headers.items()}
    sent, seconds = told.get("webhook-id", ""), told.get("webhook-timestamp", "")
    if not (_ID.fullmatch(sent) and _SECONDS.fullmatch(seconds)):
        raise Untrusted("webhook-id and webhook-timestamp are not there, or are malformed.")
    if abs(at.timestamp() - int(seconds)) > FRESH.total_seconds():
        raise Untrusted("webhook-timestamp is not of the last five minutes.")
    given = told.get("webhook-signature", "").encode(errors="replace").split(b" ")
    wanted = [_signature(secret, sent, seconds, body).encode() for secret in secrets]
    # Every pair is compared, so that the time taken does not tell which secret or signature was close.
    if sum(hmac.compare_digest(one, other) for one in wanted for other in given) == 0:
        raise Untrusted("webhook-signature does not hold.")


def read_secret_text(text: str) -> tuple[bytes, ...]:
    """The keys that a secret's text names, with spaces between while it is being rotated; the first is the newest.

    Each is `whsec_` and base64, or a text that is the key as it stands. Raises Unavailable, telling nothing of the
    secret, when there is none, or one too short to be safe.
    """
    keys = tuple(_key(word) for word in text.split())
    if not keys or min(map(len, keys)) < SHORTEST_SECRET:
        raise Unavailable(f"The secret for webhooks must be {SHORTEST_SECRET} bytes or more, each.")
    return keys


def _signature(secret: bytes, sent: str, seconds: str, body: bytes) -> str:
    signed = hmac.digest(secret, f"{sent}.{seconds}.".encode() + body, "sha256")
    return f"v1,{b64encode(signed).decode()}"


def _key(word: str) -> bytes:
    if not word.startswith(_PREFIX):
        return word.encode()
    try:
        return b64decode(word.removeprefix(_PREFIX), validate=True)
    except ValueError as error:
        raise Unavailable("The secret for webhooks is not base64 after whsec_.") from error
