"""The deployment's key that evidence is signed with."""

import hashlib
from base64 import b64encode
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey


@dataclass(frozen=True)
class SigningKey:
    """Ed25519 (RFC 8032). `seed` is 32 bytes, derived from the deployment's root secret."""

    seed: bytes
    algorithm: ClassVar[str] = "Ed25519"

    def sign(self, said: str) -> str:
        """The signature in base64."""
        return b64encode(self._private.sign(said.encode())).decode()

    @cached_property
    def public(self) -> str:
        """The public key in base64."""
        return b64encode(self._public_bytes).decode()

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 of the public key's 32 bytes, in hex: what is compared by people."""
        return hashlib.sha256(self._public_bytes).hexdigest()

    @cached_property
    def _private(self) -> "Ed25519PrivateKey":
        # Only those who sign wait for the cryptography to load.
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return Ed25519PrivateKey.from_private_bytes(self.seed)

    @cached_property
    def _public_bytes(self) -> bytes:
        return self._private.public_key().public_bytes_raw()
