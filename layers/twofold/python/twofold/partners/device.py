"""What a shop's device learns about its own key."""

from twofold.codes.till import UNDO_S
from twofold.contracts.payloads import Device

from .keys import ApiKey


def describe(key: ApiKey) -> Device:
    """Its label, and for a key with a place where it redeems and for how long it takes back."""
    if key.place is None:
        return Device(label=key.label)
    return Device(label=key.label, place=key.place, place_name=key.place, undo_s=UNDO_S)
