"""The same request again gets the same answer; a race is settled by looking again."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

import msgspec

from twofold.contracts.errors import DomainError, InvalidRequest, Unavailable
from twofold.contracts.payloads import Answer

from .ports import AnsweredBefore, CodeBook, CodeMoved, RequestKey

TRIES = 8

A = TypeVar("A", bound=Answer)


@dataclass(frozen=True, slots=True)
class Done(Generic[A]):
    """An answer, and whether it was this call that made it true."""

    answer: A
    new: bool


def once(book: CodeBook, key: RequestKey | None, kind: type[A], act: Callable[[], Done[A]]) -> Done[A]:
    """Do `act` unless the key says that it was done; a race is looked at again, a refusal only after the key.

    Raises InvalidRequest when the key was used for something else.
    """
    for _ in range(TRIES):
        try:
            return _checked(act(), book, key, kind)
        except CodeMoved:
            continue
        except AnsweredBefore as before:
            return _again(before, key, kind)
        except DomainError:
            before_refusal = book.answer(key) if key else None
            if before_refusal is None:
                raise
            return _again(before_refusal, key, kind)
    raise Unavailable("Too many changes of this code at once.")


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
