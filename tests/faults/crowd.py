"""Many at once: the same deed from many threads, all let go in the same moment."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

T = TypeVar("T")

AT_ONCE = 16


def rush(deeds: Sequence[Callable[[], T]], *, at_once: int = AT_ONCE) -> list[T | Exception]:
    """What each returned or raised, in the order of the deeds."""
    gate = Barrier(min(at_once, len(deeds)))
    first = min(at_once, len(deeds))

    def do(position: int) -> T | Exception:
        if position < first:
            gate.wait()
        try:
            return deeds[position]()
        except Exception as error:  # noqa: BLE001 - what went wrong is the answer here
            return error

    with ThreadPoolExecutor(at_once) as pool:
        return list(pool.map(do, range(len(deeds))))
