"""A link of a consent chain as it is kept: whole, or with what was personal in it erased."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Protocol, Self

from .consent import Consent, commit


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptConsent:
    """`content` is `Consent.content`, with the salt that `commitment` is made with; both are None once erased.

    A link from before there were salts has neither salt nor commitment. `digest` is as it was stored.
    """

    lead_id: str
    seq: int
    action: str
    at: datetime
    scopes: tuple[str, ...]
    previous: str
    digest: str
    content: Mapping[str, Any] | None
    salt: str | None = None
    commitment: str | None = None

    @classmethod
    def of(cls, consent: Consent, digest: str | None = None) -> Self:
        return cls(
            lead_id=consent.lead_id,
            seq=consent.seq,
            action=consent.action,
            at=consent.at,
            scopes=consent.scopes,
            previous=consent.previous,
            digest=consent.digest if digest is None else digest,
            content=consent.content,
            salt=consent.salt,
            commitment=consent.commitment,
        )

    def erased(self) -> Self:
        """The link without what was personal in it; what it committed to stays."""
        made = commit(self.salt, self.content) if self.salt and self.content is not None else self.commitment
        return replace(self, content=None, salt=None, commitment=made)


class ConsentBook(Protocol):
    def chain(self, lead_id: str) -> Sequence[KeptConsent]:
        """All links of a lead, the oldest first; empty for one whom nobody knows."""
