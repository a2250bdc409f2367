"""What a code's life needs of the outside."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from twofold.contracts.events import Envelope
from twofold.contracts.payloads.base import Answer
from twofold.limits.spread import Part

from .model import DiscountCode


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestKey:
    """A caller's Idempotency-Key: `mark` stands for caller and key, `fingerprint` for what was asked where."""

    mark: str
    fingerprint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeChange:
    """A code's next state and all that becomes true with it.

    `key` remembers `answer`. `charges` take from limits, or give back. `lead_mark`: the code becomes the one that its
    lead has spent of the campaign (`take`), or is that no more (`free`).
    """

    after: DiscountCode
    events: tuple[Envelope, ...]
    key: RequestKey | None = None
    answer: Answer | None = None
    charges: tuple[Part, ...] = ()
    lead_mark: Literal["take", "free"] | None = None


class CodeMoved(Exception):
    """The code, or the part of a limit that it was to be charged to, is not as it was taken for: look again."""


class LeadHasSpent(Exception):
    """The lead has spent another code of the campaign."""


class AnsweredBefore(Exception):
    """This very request was done before; `answer` is the JSON that was given then."""

    def __init__(self, answer: bytes, fingerprint: str) -> None:
        super().__init__("answered before")
        self.answer = answer
        self.fingerprint = fingerprint


class CodeBook(Protocol):
    def find(self, code: str) -> DiscountCode:
        """The code as it stands now. Raises NotFound."""

    def change(self, change: CodeChange) -> None:
        """Make all of the change true, or nothing.

        Raises the first of these that is true: AnsweredBefore when its key was used, CodeMoved unless the code still
        has the version before, LeadHasSpent when the mark is another code's, CodeMoved when a charge finds no room.
        """

    def answer(self, key: RequestKey) -> AnsweredBefore | None:
        """What this key was answered, if it was used."""

    def marked(self, lead_id: str, campaign_id: str) -> str | None:
        """The code with `once_per_lead` that the lead has spent of the campaign."""


class DueCodes(Protocol):
    def due(self, at: datetime) -> Iterator[str]:
        """Codes that time should have changed within the days before `at`, oldest first.

        Some may have changed in the meantime, and one that has just become due may be missing.
        """
