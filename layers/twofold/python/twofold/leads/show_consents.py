"""A lead's chain of consents, for a partner: word for word, the oldest first."""

from dataclasses import dataclass

import msgspec
from msgspec import UNSET

from twofold.contracts.instants import to_text
from twofold.contracts.payloads.lead_story import ConsentEvidence, ConsentLink, Consents

from .existing import existing
from .kept_consent import ConsentBook, KeptConsent
from .ports import LeadBook


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowConsents:
    book: LeadBook
    consents: ConsentBook

    def __call__(self, lead_id: str, *, after: str | None, limit: int) -> Consents:
        """A page of it, with the place of its last link when there are more. Raises NotFound."""
        existing(self.book.lead(lead_id))
        begun = int(after) if after and after.isascii() and after.isdigit() else 0
        left = [link for link in self.consents.chain(lead_id) if link.seq > begun]
        shown, more = left[:limit], len(left) > limit
        return Consents(
            consents=[_told(link) for link in shown], next_cursor=str(shown[-1].seq) if more else UNSET
        )


def _told(link: KeptConsent) -> ConsentLink:
    return ConsentLink(
        seq=link.seq,
        action=link.action,
        at=to_text(link.at),
        scopes=list(link.scopes),
        digest=link.digest,
        previous=link.previous,
        evidence=UNSET if link.content is None else msgspec.convert(link.content, ConsentEvidence),
    )
