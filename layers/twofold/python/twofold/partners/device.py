"""What a shop's device learns about its own key."""

from typing import Protocol

from twofold.codes.till import UNDO_S
from twofold.contracts.payloads.devices import Device

from .keys import ApiKey


class DeviceBook(Protocol):
    def devices(self) -> list[ApiKey]:
        """The keys of shops' devices, by place and name; one that was just made may be missing."""

    def withdraw(self, key_hash: str) -> None:
        """The key opens nothing any more, once those who keep it have forgotten it."""


def describe(key: ApiKey) -> Device:
    """Its label, and for a key with a place where it redeems and for how long it takes back."""
    if key.place is None:
        return Device(label=key.label)
    return Device(label=key.label, place=key.place, place_name=key.place_name or key.place, undo_s=UNDO_S)
