"""The secret that a webhook's deliveries are signed with."""

import secrets
from base64 import b64encode

PREFIX = "whsec_"

BYTES = 32
"""Random ones; Standard Webhooks asks for 24 to 64."""


def draw_secret() -> str:
    """`whsec_` and base64, as every library of Standard Webhooks takes it."""
    return PREFIX + b64encode(secrets.token_bytes(BYTES)).decode()
