"""Whether a history could have come of one code that does one thing at a time.

The search of Wing and Gong (1993), with what Lowe (2017) adds: a state that was reached before with the same operations
done is not searched again. An operation may come next if none that is still to come had returned before it was called.
"""

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from .history import Operation

S = TypeVar("S", bound=Hashable)

Step = Callable[[S, Operation], tuple[frozenset[str], S]]
"""The answers that are right in this state, and the state after it."""


def linearizable(history: Sequence[Operation], start: S, step: Step[S]) -> bool:
    """Whether some order of the operations, true to their times, explains every answer."""
    return _explain(history, start, step, frozenset(), set())


def _explain(
    history: Sequence[Operation],
    state: S,
    step: Step[S],
    done: frozenset[int],
    seen: set[tuple[frozenset[int], S]],
) -> bool:
    if all(number in done or not each.heard for number, each in enumerate(history)):
        return True
    if (done, state) in seen:
        return False
    seen.add((done, state))
    for number in _next(history, done):
        answers, after = step(state, history[number])
        right = not history[number].heard or history[number].answer in answers
        if right and _explain(history, after, step, done | {number}, seen):
            return True
    return False


def _next(history: Sequence[Operation], done: frozenset[int]) -> list[int]:
    left = [number for number in range(len(history)) if number not in done]
    first = min(history[number].returned for number in left)
    return [number for number in left if history[number].called <= first]
