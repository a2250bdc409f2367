"""A race is settled by looking again."""

from collections.abc import Callable
from typing import TypeVar

from twofold.contracts.errors import Unavailable

T = TypeVar("T")


def in_turn(act: Callable[[int], T], *moved: type[Exception], tries: int, of: str = "") -> T:
    """Do `act`, which gets the number of its try from 0 on, again whenever it raises one of `moved`.

    Raises Unavailable, which says too many changes `of` what there are, when somebody else is always in between.
    """
    for turn in range(tries):
        try:
            return act(turn)
        except moved:
            continue
    raise Unavailable(f"Too many changes{of and f' of {of}'} at once.")
