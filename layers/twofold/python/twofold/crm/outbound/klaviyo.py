"""Klaviyo's words: a profile, an event with a metric's name, and SMS subscriptions.

https://github.com/klaviyo/openapi, revision 2026-07-15, read November 2026: POST /api/profile-import (75 a second, 750
a minute), /api/events (350 and 3,500; the same `unique_id` is taken once), /api/profile-subscription-bulk-create-jobs
and -delete-jobs (75 and 750). A subscription with `historical_import` has its consent's time and sends no confirmation
of Klaviyo's: ours was the double opt-in. Every request needs the header `revision`; numbers are E.164.
"""

from collections.abc import Mapping
from typing import Any

import msgspec

from twofold.contracts import events as e
from twofold.contracts.currencies import decimals
from twofold.contracts.events import Envelope
from twofold.crm.mapping.facts import Value, erased, facts
from twofold.crm.mapping.model import CrmMapping
from twofold.crm.mapping.rendered import rendered
from twofold.webhooks.rendering.contact import Contact

from .dialect import Dialect, News
from .klaviyo_consent import consent
from .outgoing import Call

MEDIA = "application/vnd.api+json"
_OWN = ("email", "phone_number", "external_id", "first_name", "last_name", "organization", "title", "locale")
_ABOUT = ("lead.", "code.")
"""Events that change what a profile says; the others only happen to it."""


def probe(mapping: CrmMapping) -> Call:
    """Whose key it is: GET /api/accounts (scope accounts:read)."""
    return Call(method="GET", path="/api/accounts", body=b"", media=MEDIA, headers=_revision(mapping))


def calls(mapping: CrmMapping, news: News) -> tuple[Call, ...]:
    """The profile first, so that what follows finds it."""
    event, contact, name = news.event, news.contact, news.name
    if contact is None:
        gone = isinstance(event.data, e.LeadErased)
        return (_profile(mapping, rendered(mapping, erased(event, name))),) if gone else ()
    fields = rendered(mapping, facts(event, contact, name), event)
    profile = (_profile(mapping, fields),) if event.type.startswith(_ABOUT) else ()
    agreed = consent(mapping, event, contact)
    job = (_call(mapping, f"/api/{agreed['type']}s", agreed),) if agreed else ()
    return (*profile, _event(mapping, event, contact, name), *job)


def _profile(mapping: CrmMapping, fields: Mapping[str, Value]) -> Call:
    return _call(mapping, "/api/profile-import", {"type": "profile", "attributes": _attributes(fields)})


def _attributes(fields: Mapping[str, Value]) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for field, value in fields.items():
        part, _, place = field.partition(".")
        if field in _OWN:
            told[field] = value
        elif part == "location" and place:
            told.setdefault("location", {})[place] = value
        else:
            told.setdefault("properties", {})[field] = value
    return told


def _event(mapping: CrmMapping, event: Envelope, contact: Contact, name: str) -> Call:
    who = {"external_id": contact.lead_id, "phone_number": contact.phone}
    told = {
        "properties": {k: v for k, v in msgspec.to_builtins(event.data).items() if v is not None},
        "metric": {"data": {"type": "metric", "attributes": {"name": name}}},
        "profile": {"data": {"type": "profile", "attributes": who}},
        "unique_id": event.id,
        "time": event.time,
    }
    return _call(mapping, "/api/events", {"type": "event", "attributes": {**told, **_money(event)}})


def _money(event: Envelope) -> dict[str, Any]:
    """Klaviyo counts in whole units of a currency, we in minor ones."""
    data = event.data
    if not isinstance(data, e.OrderPlaced | e.OrderRefunded | e.CodeRedeemed | e.CartUpdated):
        return {}
    return {"value": data.amount / 10 ** decimals(data.currency), "value_currency": data.currency}


def _call(mapping: CrmMapping, path: str, data: Mapping[str, Any]) -> Call:
    body = msgspec.json.encode({"data": data})
    return Call(path=path, body=body, media=MEDIA, headers=_revision(mapping))


def _revision(mapping: CrmMapping) -> dict[str, str]:
    return {"revision": mapping.options["revision"]}


KLAVIYO = Dialect(probe=probe, calls=calls)
