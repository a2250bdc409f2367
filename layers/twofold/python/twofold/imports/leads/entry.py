"""A person as a line of a file has them."""

from collections.abc import Mapping
from dataclasses import dataclass

from twofold.leads.consent import Evidence
from twofold.leads.phone import Phone


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What they agreed to, and the evidence that they did."""

    evidence: Evidence
    scopes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Without a `proof` nobody knows whether they agreed. `locale` is None where the file does not tell."""

    lead_id: str
    phone: Phone
    locale: str | None
    attributes: Mapping[str, str]
    tags: tuple[str, ...]
    proof: Proof | None


class NoLead(Exception):
    """The line brings nobody. `column` is our name for it, `reason` a stable word."""

    def __init__(self, column: str, reason: str) -> None:
        super().__init__(column, reason)
        self.column, self.reason = column, reason


class NoProof(Exception):
    """There is something of a consent, but it proves nothing."""

    def __init__(self, column: str, reason: str) -> None:
        super().__init__(column, reason)
        self.column, self.reason = column, reason
