"""The seal of a bundle: how many rows there are, what they sum up to, and who signed that."""

import base64
import hashlib
from typing import Any

from .written import FORMAT

CHECKED, NOT_CHECKED = "checked", "not checked"


def fault_of_seal(seal: dict[str, Any], rows: int, roots: tuple[str, ...]) -> str | None:
    """What is wrong with what the seal says of the rows, whose last sum is one of `roots`; None when nothing is."""
    if seal.get("rows") != rows:
        return f"speaks of {seal.get('rows')} rows, and there are {rows}: some were cut off or added."
    if seal.get("root") not in roots:
        return "was made for other rows."
    try:
        key = base64.b64decode(seal["public_key"], validate=True)
    except (KeyError, TypeError, ValueError):
        return "has no public key."
    if hashlib.sha256(key).hexdigest() != seal.get("fingerprint"):
        return "tells another key's fingerprint."
    return None


def check_signature(seal: dict[str, Any]) -> tuple[str, str | None]:
    """Whether the signature was checked, and what is wrong with it; it takes the package `cryptography`."""
    try:
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    except ImportError:
        return NOT_CHECKED, None
    said = f"{FORMAT}\n{seal.get('rows')}\n{seal.get('root')}"
    try:
        key = Ed25519PublicKey.from_public_bytes(base64.b64decode(seal["public_key"], validate=True))
        key.verify(base64.b64decode(seal["signature"], validate=True), said.encode())
    except (InvalidSignature, KeyError, TypeError, ValueError):
        return CHECKED, "has a signature that does not hold: somebody else than the named key has written it."
    return CHECKED, None
