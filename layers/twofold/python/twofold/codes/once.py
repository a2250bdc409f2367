"""The same request again gets the same answer; a race is settled by looking again."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

import msgspec

from twofold.contracts.errors import DomainError, InvalidRequest
from twofold.contracts.payloads.base import Answer

from .ports import AnsweredBefore, CodeBook, CodeMoved, RequestKey
from .turns import in_turn

TRIES = 16
"""A code for many orders, or the last of a campaign's limit, may move that often before one has a turn."""

T = TypeVar("T")
A = TypeVar("A", bound=Answer)


@dataclass(frozen=True, slots=True)
class Done(Generic[A]):
    """An answer, and whether it was this call that made it true."""

    answer: A
    new: bool


def alone(act: Callable[[int], T]) -> T:
    """Do `act` until the code does not move under it. Raises Unavailable when it moves too often."""
    return in_turn(act, CodeMoved, tries=TRIES, of="this code")


def once(book: CodeBook, key: RequestKey | None, kind: type[A], act: Callable[[int], Done[A]]) -> Done[A]:
    """Do `act` unless the key says that it was done; a race is looked at again, a refusal only after the key.

    Raises InvalidRequest when the key was used for something else.
    """
    try:
        return _checked(alone(act), book, key, kind)
    except AnsweredBefore as before:
        return _again(before, key, kind)
    except DomainError:
        before_refusal = book.answer(key) if key else None
        if before_refusal is None:
            raise
        return _again(before_refusal, key, kind)


def _checked(done: Done[A], book: CodeBook, key: RequestKey | None, kind: type[A]) -> Done[A]:
    # What was true already may have been asked for with a key that belongs to another request.
    before = None if done.new or key is None else book.answer(key)
    return done if before is None else _again(before, key, kind)


def _again(before: AnsweredBefore, key: RequestKey | None, kind: type[A]) -> Done[A]:
    if key is None or before.fingerprint != key.fingerprint:
        raise InvalidRequest(
            "This Idempotency-Key was used for another request. Use a fresh one.",
            code="idempotency_key_reused",
            field="Idempotency-Key",
        )
    return Done(msgspec.json.decode(before.answer, type=kind), new=False)
