"""What several processes did to one code, and when: the raw material of the checker."""

from dataclasses import dataclass
from typing import Any

UNHEARD = "unheard"
"""The answer of an operation whose process never learned how it ended."""

NEVER = float("inf")


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """`kind` with its `argument` (a cart, an order or a redemption), `called` and `returned` on one clock, in ns.

    One that was never answered returns NEVER: it may have happened at any time after its call, or not at all.
    """

    process: int
    kind: str
    argument: str
    called: float
    returned: float
    answer: str

    @property
    def heard(self) -> bool:
        return self.answer != UNHEARD


def operation(told: dict[str, Any]) -> Operation:
    """From what a player writes down."""
    read = Operation(**told)
    return read if read.heard else Operation(**(told | {"returned": NEVER}))
