"""Lists that come page by page."""

from collections.abc import Mapping
from typing import Annotated, Any

from msgspec import UNSET, Meta, UnsetType

from .base import Answer

USUAL_PAGE, LARGEST_PAGE = 25, 100
"""Entries of a page, unless the caller says otherwise, and at most."""

LONGEST_CURSOR = 1_024

Limit = Annotated[int, Meta(ge=1, le=LARGEST_PAGE, description=f"entries of a page, {USUAL_PAGE} without it")]
Cursor = Annotated[
    str,
    Meta(min_length=1, max_length=LONGEST_CURSOR, description="`next_cursor` of the page before; opaque"),
]

PAGE: Mapping[str, Any] = {"cursor": Cursor, "limit": Limit}
"""What the address of a list may say; a route adds its own to it: `query={**PAGE, "type": …}`."""


class Page(Answer, frozen=True, kw_only=True):
    """The base of a list's answer. Without a `next_cursor` it is the last page.

    A use case puts the bare place of its last entry there; what callers get has gone through `entrypoints.cursors`.
    """

    next_cursor: str | UnsetType = UNSET
