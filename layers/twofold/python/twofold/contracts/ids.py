"""Ids that nobody can guess."""

from collections.abc import Callable

DrawId = Callable[[], str]
"""Answers with a fresh id of 120 random bits or more."""
