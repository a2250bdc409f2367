"""Several jobs of one invocation, none of which may keep another from being done."""

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor


def do_each(jobs: Mapping[str, Callable[[], int]]) -> dict[str, int]:
    """Do all of them, one after the other, and answer what each one did.

    Where some fail the others are done all the same; then the first one's error is raised.
    """
    with ThreadPoolExecutor(1) as hand:
        done = {name: hand.submit(job) for name, job in jobs.items()}
    return {name: future.result() for name, future in done.items()}
