"""The deployment's secrets, and the keys that are derived from them."""

import hmac
from functools import cache

from botocore.exceptions import BotoCoreError, ClientError

from twofold.contracts.errors import Unavailable

from .signed import SignedService


@cache
def read_secret(name: str) -> bytes:
    """A secret's value, read once per process. Raises Unavailable."""
    try:
        service = SignedService("secretsmanager", "secretsmanager", "1.1")
        return service.call("GetSecretValue", {"SecretId": name})["SecretString"].encode()  # type: ignore[no-any-return]
    except (BotoCoreError, ClientError) as error:
        raise Unavailable("The deployment's secret cannot be read.") from error


def derive_key(root: str, purpose: str) -> bytes:
    """The key for one purpose: HMAC-SHA256(root secret, purpose), so that no two purposes share a key."""
    return hmac.digest(read_secret(root), f"twofold/{purpose}/v1".encode(), "sha256")
