"""What the memory keeps that no feature has a type for."""

from dataclasses import dataclass
from datetime import datetime

from twofold.messages.links.model import Link
from twofold.visits.tap import Tap


@dataclass(frozen=True, slots=True)
class StoredAnswer:
    fingerprint: str
    answer: bytes


@dataclass(frozen=True, slots=True)
class StoredLink:
    """A link as it would be told now; `newest` is its last click, or when it was made."""

    link: Link
    newest: datetime


@dataclass(frozen=True, slots=True)
class StoredTap:
    """A genuine tap, and the lead that it made."""

    tap: Tap
    lead_id: str | None = None
