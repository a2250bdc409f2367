"""Where a deployment keeps things, and where people reach it."""

from dataclasses import dataclass

from twofold.contracts.events import (
    CartUpdated,
    CodeExpired,
    CodeIssued,
    CodeRedeemed,
    CodeRevoked,
    CodeRolledBack,
    LeadOptedOut,
    MessageClicked,
    MessageReceived,
    OrderPlaced,
    ReferralCompleted,
)

from .base import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class TableSettings(Settings):
    """Physical table names, a field per table of `contracts.tables`; a function gets those it may use."""

    campaigns: str | None = None
    assets: str | None = None
    challenges: str | None = None
    limits: str | None = None
    leads: str | None = None
    consents: str | None = None
    codes: str | None = None
    pools: str | None = None
    orders: str | None = None
    carts: str | None = None
    jobs: str | None = None
    messages: str | None = None
    automations: str | None = None
    enrolments: str | None = None
    subscriptions: str | None = None
    deliveries: str | None = None
    links: str | None = None
    referrals: str | None = None
    tags: str | None = None
    metrics: str | None = None
    api_keys: str | None = None
    idempotency: str | None = None
    operations: str | None = None
    ledger: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SecretSettings(Settings):
    """Names of secrets in Secrets Manager, never their values.

    `root` is the deployment's one secret, from which every purpose derives its own key;
    `edge` is what CloudFront (locally: the gateway) presents to prove that a request came through it;
    `twilio` is that account's auth token, `webhook` what we and a gateway of one's own sign with;
    `shopify` is that app's client secret, `woocommerce` the secret of the shop's webhooks, `hubspot` that app's.
    """

    root: str | None = None
    edge: str | None = None
    twilio: str | None = None
    webhook: str | None = None
    shopify: str | None = None
    woocommerce: str | None = None
    hubspot: str | None = None

    def need(self, field: str) -> str:
        """The name of a secret that the function cannot do without. Raises SettingMissing."""
        return self.required(field)


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteSettings(Settings):
    """Where people reach the deployment. `url` has no trailing slash; `env` is local, dev or prod.

    `origins` are the web origins of shops whose pages may call us at all; each asset narrows them to its own.
    """

    url: str
    env: str
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BusSettings(Settings):
    """The event bus that the relay publishes to."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MagnetSettings(Settings):
    """The private bucket of the files that are handed over for a sign-up."""

    bucket: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AutomationSettings(Settings):
    """`hears`: the events (`code.issued.v1`) that set automations off, end them, or show that a lead is active.

    Each one that happens calls a function; what is not heard costs nothing. The presets need all of these.
    """

    hears: tuple[str, ...] = tuple(
        kind.type
        for kind in (
            CodeIssued,
            CodeRedeemed,
            CodeRolledBack,
            CodeExpired,
            CodeRevoked,
            CartUpdated,
            OrderPlaced,
            MessageClicked,
            MessageReceived,
            LeadOptedOut,
            ReferralCompleted,
        )
    )
