"""API keys: shown once, kept only as a hash, good for what their scopes say."""

import hashlib
import secrets
from dataclasses import dataclass
from typing import Protocol

from twofold.contracts.errors import Forbidden, TooMany, Unauthorized
from twofold.contracts.instants import Clock
from twofold.contracts.settings import LimitSettings
from twofold.limits.allowance import Allowance
from twofold.limits.ports import Counter, MeteredCounter
from twofold.visits.visitor import Visitor

from .rate import Rate

PREFIX = "tf_"


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiKey:
    """What is kept of a key. `key_hash` is SHA-256 in hex: 256 random bits need no salt and no stretching.

    With a `place` it is a device's, which redeems there alone; `place_name` is what people call it. `system` is who
    has it, such as hubspot: what it tells us, webhooks of the same system are not told.
    """

    key_hash: str
    label: str
    scopes: tuple[str, ...]
    place: str | None = None
    place_name: str | None = None
    system: str | None = None


class KeyBook(Protocol):
    def key(self, key_hash: str) -> ApiKey | None:
        """The key with this hash, at most half a minute old."""


def mint_key(
    label: str, scopes: tuple[str, ...], place: str | None = None, system: str | None = None
) -> tuple[str, ApiKey]:
    """A fresh key, to be shown once, and what is to be kept of it."""
    secret = PREFIX + secrets.token_urlsafe(32)
    return secret, ApiKey(key_hash=hash_key(secret), label=label, scopes=scopes, place=place, system=system)


def hash_key(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """Somebody with a key that we know, and how often it may still call."""

    key: ApiKey
    rate: Rate

    def insist(self, scopes: tuple[str, ...]) -> None:
        """Raises TooMany (the key's rate), Forbidden when one of the scopes is missing."""
        self.rate.insist()
        missing = [scope for scope in scopes if scope not in self.key.scopes]
        if missing:
            raise Forbidden(f"This key lacks the scope {', '.join(missing)}.", code="scope_missing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Authorize:
    keys: KeyBook
    failures: Counter
    rate: MeteredCounter
    limits: LimitSettings
    clock: Clock

    def __call__(self, header: str, visitor: Visitor) -> Caller:
        """Whose key this is; it counts as a call, whatever becomes of it.

        Raises Unauthorized (no or unknown key), TooMany (too many unknown keys from one network).
        """
        scheme, _, secret = header.partition(" ")
        key = self.keys.key(hash_key(secret.strip())) if scheme.lower() == "bearer" else None
        if key is None:
            self._count_failure(visitor)
            raise Unauthorized("Send a valid API key: `Authorization: Bearer tf_…`.")
        calls = Allowance(key=f"key#{key.key_hash[:16]}", most=self.limits.key_minute, seconds=60)
        return Caller(key=key, rate=Rate.taken(self.rate, calls, self.clock()))

    def _count_failure(self, visitor: Visitor) -> None:
        if visitor.trusted(self.limits.trusted_networks):
            return
        guessing = Allowance(key=f"keys#ip#{visitor.mark}", most=self.limits.bad_keys_10min, seconds=600)
        at = self.clock()
        if not self.failures.take(guessing, at):
            raise TooMany("Too many requests. Slow down.", retry_after=guessing.left(at), code="rate_limited")
