"""A phone number: a type that cannot be wrong and does not print itself."""

import hmac
from base64 import b32encode
from dataclasses import dataclass

_PREFIX_DIGITS = 7


@dataclass(frozen=True, slots=True)
class Phone:
    """A mobile number in E.164 (`+48601234567`) and its country. Prints as `+48•••••4567`."""

    e164: str
    country: str

    def __str__(self) -> str:
        return f"{self.e164[:3]}{'•' * (len(self.e164) - 7)}{self.e164[-4:]}"

    def __repr__(self) -> str:
        return f"Phone({self})"

    @property
    def prefix(self) -> str:
        """The first seven digits: a range that pumping fraud buys as one."""
        return self.e164[1 : 1 + _PREFIX_DIGITS]


@dataclass(frozen=True, slots=True)
class LeadIdentity:
    """Turns a number into its lead id with the deployment's key: the same number is always the same lead."""

    key: bytes

    def __call__(self, e164: str) -> str:
        """26 characters of base32(HMAC-SHA256(key, E.164)): without the key it tells nothing of the number."""
        return b32encode(hmac.digest(self.key, e164.encode(), "sha256")).decode()[:26]
