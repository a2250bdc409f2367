"""A shop's phone or till that redeems codes."""

from msgspec import UNSET, UnsetType

from .base import Answer


class Device(Answer, frozen=True):
    """Who this key belongs to; with a `place` it redeems there alone, and takes back only for `undo_s` seconds."""

    label: str
    place: str | UnsetType = UNSET
    place_name: str | UnsetType = UNSET
    undo_s: int | UnsetType = UNSET
