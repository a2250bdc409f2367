"""Who takes texts, and what they ask for."""

from dataclasses import dataclass

from .base import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class SmsSettings(Settings):
    """Which provider takes a text: sns, aws (End User Messaging), twilio or webhook.

    `by_country` overrides it (`US=twilio`); `fallback` is the order in which a verification code that surely did not
    leave is tried elsewhere. `sender_id` is the name a text comes from, where a country allows one.
    """

    provider: str = "sns"
    by_country: tuple[str, ...] = ()
    fallback: tuple[str, ...] = ()
    sender_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AwsSmsSettings(Settings):
    """End User Messaging: `origination` is a number, pool or sender id (or its ARN).

    `topics` are the ARNs of the SNS topics that bring replies; all others are refused.
    """

    origination: str | None = None
    configuration_set: str | None = None
    protect_configuration: str | None = None
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TwilioSettings(Settings):
    """`sender` is a number (`+1…`) or a messaging service (`MG…`); the auth token is a secret."""

    account_sid: str | None = None
    sender: str | None = None
    url: str = "https://api.twilio.com"


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookSettings(Settings):
    """A gateway of one's own: where it takes texts (https)."""

    url: str | None = None
