"""What happened, in the words of the CRM that a webhook is mapped to."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from twofold.contracts.events import Envelope, WebhookTested
from twofold.crm.mapping.model import CrmMapping
from twofold.crm.mapping.read_mapping import read_mapping
from twofold.crm.mapping.systems import System
from twofold.webhooks.model import Contact, Subscription
from twofold.webhooks.ports import Caller, Outgoing

from . import hubspot, klaviyo, salesforce
from .outgoing import Call
from .probe import probe
from .tokens import Tokens

Calls = Callable[[CrmMapping, Envelope, Contact | None, str], tuple[Call, ...]]

_CALLS: Mapping[System, Calls] = {
    "hubspot": hubspot.calls,
    "salesforce": salesforce.calls,
    "klaviyo": klaviyo.calls,
}


@dataclass(frozen=True, slots=True)
class CrmWording:
    """Fits `webhooks.ports.Wording` for subscriptions with a mapping; `caller` fetches Salesforce's tokens."""

    caller: Caller

    def requests(
        self, subscription: Subscription, event: Envelope, contact: Contact | None, at: datetime
    ) -> Sequence[Outgoing]:
        """None for an event that the mapping does not tell, or that is about nobody. Raises InvalidRequest."""
        mapping = read_mapping(subscription.mapping)
        calls = _calls(mapping, event, contact)
        if not calls:
            return ()
        secret = dict(subscription.headers or {})
        if mapping.system == "salesforce":
            secret = Tokens(self.caller).instead_of(secret, subscription.url, at)
        return [call.to(subscription.url, secret) for call in calls]


def _calls(mapping: CrmMapping, event: Envelope, contact: Contact | None) -> tuple[Call, ...]:
    if isinstance(event.data, WebhookTested):
        return (probe(mapping),)
    name = mapping.events.get(event.type)
    return _CALLS[mapping.system](mapping, event, contact, name) if name else ()
