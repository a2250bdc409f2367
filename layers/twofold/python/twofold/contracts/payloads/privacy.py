"""What somebody may ask for by law, as a partner asks for it."""

from typing import Any

from .base import Answer


class ErasedLead(Answer, frozen=True):
    """From now on nothing but a mark is left; what else is kept of them goes within minutes."""

    lead_id: str
    status: str


class SubjectData(Answer, frozen=True):
    """All that is kept of a lead, by plain names; what is empty is left out.

    Each list has its newest 500 entries, the oldest of them first; `cut` names those that are longer.
    """

    made_at: str
    lead: dict[str, Any]
    consents: list[dict[str, Any]]
    verifications: list[dict[str, Any]]
    codes: list[dict[str, Any]]
    messages: list[dict[str, Any]]
    orders: list[dict[str, Any]]
    carts: list[dict[str, Any]]
    automations: list[dict[str, Any]]
    events: list[dict[str, Any]]
    cut: list[str]


class EvidenceBundle(Answer, frozen=True):
    """What proves a lead's consent. Keep it as it comes, byte for byte: `python -m twofold.verify` reads it offline."""

    bundle: dict[str, Any]
    rows: list[dict[str, Any]]
    seal: dict[str, Any]


class EvidenceKey(Answer, frozen=True):
    """Whose signature stands under evidence: the public key in base64, and the SHA-256 of its bytes in hex."""

    algorithm: str
    public_key: str
    fingerprint: str
