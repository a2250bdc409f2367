"""What is true of a webhook: what it is told, with which secrets, and whom the answers go to."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, Literal, Self
from urllib.parse import urlsplit

from twofold.contracts.events import Envelope, WebhookDisabled
from twofold.ledger.record import record

State = Literal["active", "paused", "disabled"]

MOST = 100
"""Webhooks of one deployment: each event is put down once for each."""

OVERLAP = timedelta(hours=24)
"""For which the old secret signs beside the new one, so that nobody has to change both sides at once."""


@dataclass(frozen=True, slots=True)
class OldSecret:
    """One that was replaced, and signs until then."""

    secret: str = field(repr=False)
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """One webhook. `version` counts changes by people, not what happens to its deliveries.

    `events` are patterns: `code.redeemed.v1`, `lead.*`, `*`. `secret` is `whsec_` and base64. `contact`: it is told
    the number and what else is known of the lead. `system` is who hears, such as hubspot: what that system told us, it
    is not told again. With a `mapping` it is told in that system's own words, and with the secret `headers`.
    `reason` is why it is disabled: gone or failing. `made_of` is a fingerprint of the request that made it, whatever
    has been changed since; `rotated_at` is when its secret was replaced last.
    """

    subscription_id: str
    url: str
    events: tuple[str, ...]
    secret: str = field(repr=False)
    created_at: datetime
    state: State = "active"
    version: int = 1
    contact: bool = False
    system: str | None = None
    description: str | None = None
    mapping: Mapping[str, Any] | None = None
    headers: Mapping[str, str] | None = field(default=None, repr=False)
    old_secrets: tuple[OldSecret, ...] = ()
    reason: str | None = None
    changed_at: datetime | None = None
    made_of: str | None = field(default=None, repr=False)
    rotated_at: datetime | None = None

    @property
    def active(self) -> bool:
        return self.state == "active"

    def secrets(self, at: datetime) -> tuple[str, ...]:
        """Those that sign at this moment, the newest first."""
        return self.secret, *(old.secret for old in self.old_secrets if at < old.until)

    def changed(self, at: datetime, **fields: Any) -> Self:
        """The next version of it; what runs again has no reason not to."""
        after = replace(self, version=self.version + 1, changed_at=at, **fields)
        return after if after.state == "disabled" else replace(after, reason=None)

    def rotated(self, secret: str, at: datetime) -> Self:
        """With a new secret; those before it sign too, each for a day from when it was replaced."""
        still = tuple(old for old in self.old_secrets if at < old.until)
        signed = (OldSecret(self.secret, at + OVERLAP), *still)
        return self.changed(at, secret=secret, old_secrets=signed, rotated_at=at)

    def disabled(self, reason: str, at: datetime) -> tuple[Self, Envelope]:
        """It, told nothing any more, and the event that says so."""
        after = self.changed(at, state="disabled", reason=reason)
        data = WebhookDisabled(reason=reason, host=host_of(self.url))
        return after, record(data, subject=self.subscription_id, version=after.version, at=at)


def root_of(url: str) -> tuple[str, str]:
    """Scheme and host with port, in lower case: whoever else these are, is somebody else. Equal if unreadable."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "", ""
    return parts.scheme.lower(), parts.netloc.lower()


def host_of(url: str) -> str:
    """`crm.example`; empty where the address has none that can be read."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
