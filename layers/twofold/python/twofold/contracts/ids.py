"""Ids that nobody can guess."""

import secrets
from collections.abc import Callable

DrawId = Callable[[], str]
"""Answers with a fresh id of 120 random bits or more."""


def draw_id() -> str:
    """128 bits, as 32 hexadecimal digits: no two are ever the same, and nobody guesses where a file of it will lie."""
    return secrets.token_hex(16)
