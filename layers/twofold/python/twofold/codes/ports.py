"""What checking, redeeming and rolling back need of the outside."""

from dataclasses import dataclass
from typing import Protocol

from twofold.contracts.events import Envelope
from twofold.contracts.payloads import Answer

from .model import DiscountCode


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestKey:
    """A caller's Idempotency-Key: `mark` stands for caller and key, `fingerprint` for what was asked where."""

    mark: str
    fingerprint: str


class CodeMoved(Exception):
    """The code changed since it was read: look again."""


class AnsweredBefore(Exception):
    """This very request was done before; `answer` is the JSON that was given then."""

    def __init__(self, answer: bytes, fingerprint: str) -> None:
        super().__init__("answered before")
        self.answer = answer
        self.fingerprint = fingerprint


class CodeBook(Protocol):
    def find(self, code: str) -> DiscountCode:
        """The code as it stands now. Raises NotFound."""

    def change(self, after: DiscountCode, event: Envelope, key: RequestKey | None, answer: Answer) -> None:
        """Store the code's next state, its event and, for a key, the answer: all or nothing.

        Raises CodeMoved unless the code still has the version before, AnsweredBefore when the key was used.
        """

    def answer(self, key: RequestKey) -> AnsweredBefore | None:
        """What this key was answered, if it was used."""
