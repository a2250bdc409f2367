"""What happened, in the words of the CRM that a webhook is mapped to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from twofold.contracts.events import Envelope, WebhookTested
from twofold.crm.mapping.model import CrmMapping
from twofold.crm.mapping.read_mapping import read_mapping
from twofold.crm.mapping.systems import System
from twofold.webhooks.ports import Caller, Outgoing
from twofold.webhooks.rendering.contact import Contact
from twofold.webhooks.subscriptions.model import Subscription

from .dialect import Dialect, News
from .hubspot import HUBSPOT
from .klaviyo import KLAVIYO
from .line import Line
from .salesforce import SALESFORCE

DIALECTS: Mapping[System, Dialect] = {"hubspot": HUBSPOT, "salesforce": SALESFORCE, "klaviyo": KLAVIYO}

MISSING = 404


@dataclass(frozen=True, slots=True)
class CrmWording:
    """Fits `webhooks.ports.Wording` for subscriptions with a mapping; `caller` asks what has to be asked first."""

    caller: Caller

    def requests(
        self, subscription: Subscription, event: Envelope, contact: Contact | None, at: datetime
    ) -> Sequence[Outgoing]:
        """None for an event that the mapping does not tell, or that is about nobody.

        Raises InvalidRequest; Refused, Unreachable of a CRM that has to be asked first.
        """
        mapping = read_mapping(subscription.mapping)
        dialect = DIALECTS[mapping.system]
        line = Line(caller=self.caller, root=subscription.url, headers=dict(subscription.headers or {}))
        if isinstance(event.data, WebhookTested):
            return (dialect.ready(line, at).outgoing(dialect.probe(mapping)),)
        name = mapping.events.get(event.type)
        news = News(event=event, contact=contact, name=name) if name else None
        return _told(dialect, mapping, news, line, at) if news else ()


def _told(dialect: Dialect, mapping: CrmMapping, news: News, line: Line, at: datetime) -> list[Outgoing]:
    if not dialect.calls(mapping, news):
        return []
    ready = dialect.ready(line, at)
    asked = replace(news, unknown=_unknown(dialect, mapping, news, ready))
    return [ready.outgoing(call) for call in dialect.calls(mapping, asked)]


def _unknown(dialect: Dialect, mapping: CrmMapping, news: News, line: Line) -> bool:
    """Of whatever else it answers, what follows shows what is wrong, and is judged as any answer is."""
    if dialect.look is None or news.contact is None:
        return False
    return line.ask(dialect.look(mapping, news.contact.lead_id)).status == MISSING
