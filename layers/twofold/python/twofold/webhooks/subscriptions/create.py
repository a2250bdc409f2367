"""Somebody wants to be told."""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

import msgspec

from twofold.contracts.errors import Conflict, NotFound, Unavailable
from twofold.contracts.ids import DrawId
from twofold.contracts.instants import Clock
from twofold.contracts.payloads.webhooks import Webhook, WebhookRequest
from twofold.webhooks.books import SubscriptionBook, SubscriptionMoved
from twofold.webhooks.ports import Addresses, MappingRules
from twofold.webhooks.sending.health import Health

from . import told
from .access import Asker, insist_on_contact
from .check import insist_on_headers, insist_on_patterns
from .model import Subscription

TRIES = 5
"""At making it while others make theirs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateWebhook:
    book: SubscriptionBook
    addresses: Addresses
    mappings: MappingRules
    draw_id: DrawId
    draw_secret: Callable[[], str]
    clock: Clock

    def __call__(
        self, request: WebhookRequest, asker: Asker, mark: str | None = None
    ) -> tuple[Webhook, bool]:
        """The webhook with its secret, and whether it is new: who asks again with the same `mark` gets the same one,
        as it stands by now, without the secret when that has been replaced since.

        Raises InvalidRequest, Forbidden, Conflict `too_many_webhooks`, or `idempotency_key_reused` for a mark that was
        for another request.
        """
        wanted = self._wanted(request, asker, mark)
        for _ in range(TRIES):
            there = self._there(wanted) if mark else None
            if there:
                return self._told(there), False
            try:
                self.book.create(wanted)
            except SubscriptionMoved:
                continue
            return self._told(wanted), True
        raise Unavailable("Too many webhooks change at this moment.")

    def _wanted(self, request: WebhookRequest, asker: Asker, mark: str | None) -> Subscription:
        mapped = request.mapping is not None
        system = self.mappings.check(request.mapping, request.system) if mapped else request.system
        wanted = Subscription(
            subscription_id=f"whk_{mark[:32] if mark else self.draw_id()}",
            url=request.url,
            events=insist_on_patterns(request.events),
            secret=self.draw_secret(),
            created_at=self.clock(),
            state=request.state,
            contact=request.contact,
            system=system or asker.system,
            description=request.description,
            mapping=request.mapping,
            headers=insist_on_headers(request.headers) if request.headers else None,
            made_of=_fingerprint(request),
        )
        insist_on_contact(asker, wanted)
        self.addresses.check(request.url)
        return wanted

    def _there(self, wanted: Subscription) -> Subscription | None:
        try:
            there = self.book.find(wanted.subscription_id)
        except NotFound:
            return None
        if there.made_of != wanted.made_of:
            raise Conflict("This Idempotency-Key was for another request.", code="idempotency_key_reused")
        return there

    def _told(self, made: Subscription) -> Webhook:
        health = Health(subscription_id=made.subscription_id)
        return told.webhook(made, health, self.clock(), with_secret=made.rotated_at is None)


def _fingerprint(request: WebhookRequest) -> str:
    return sha256(msgspec.json.encode(request, order="sorted")).hexdigest()
