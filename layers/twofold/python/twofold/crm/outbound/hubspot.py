"""HubSpot's words: contacts by a property of our own that is unique among them.

POST /crm/v3/objects/contacts/batch/upsert
(https://developers.hubspot.com/docs/api-reference/legacy/crm/objects/contacts/batch/upsert-contacts, read November
2026): inputs with `id`, `idProperty` and `properties`, all values texts; an empty one clears a property. 100 inputs at
most; 100 requests in 10 seconds of a private app. A lifecycle stage is not moved back unless it is cleared first.
"""

from urllib.parse import quote

import msgspec

from twofold.contracts.events import LeadErased
from twofold.crm.mapping.facts import Value, erased, facts
from twofold.crm.mapping.model import CrmMapping
from twofold.crm.mapping.rendered import JOINT, rendered

from .dialect import Dialect, News
from .outgoing import Call

_UPSERT = "/crm/v3/objects/contacts/batch/upsert"
_UPDATE = "/crm/v3/objects/contacts/batch/update"


def probe(mapping: CrmMapping) -> Call:
    """The property that contacts are found by, so that it is there, too: GET /crm/v3/properties/contacts/NAME."""
    return Call(
        method="GET", path=f"/crm/v3/properties/contacts/{quote(mapping.fields['lead_id'])}", body=b""
    )


def calls(mapping: CrmMapping, news: News) -> tuple[Call, ...]:
    """One contact, made or updated; one whose lead was erased is only updated, never made."""
    event = news.event
    if news.contact:
        return (_call(_UPSERT, mapping, rendered(mapping, facts(event, news.contact, news.name), event)),)
    if isinstance(event.data, LeadErased):
        return (_call(_UPDATE, mapping, rendered(mapping, erased(event, news.name)), (404,)),)
    return ()


def _call(path: str, mapping: CrmMapping, fields: dict[str, Value], fine: tuple[int, ...] = ()) -> Call:
    key, version = mapping.fields["lead_id"], mapping.fields["version"]
    told = {**fields, version: stamped(fields[version], str(fields[key]))}
    contact = {"id": fields[key], "idProperty": key, "properties": {k: _text(v) for k, v in told.items()}}
    return Call(path=path, body=msgspec.json.encode({"inputs": [contact]}), fine=fine)


def stamped(version: Value, lead_id: str) -> str:
    """`7 YMK466…`: it changes with every writing of ours, so HubSpot tells each time whose contact is whose."""
    return f"{version} {lead_id}"


def _text(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return JOINT.join(value)
    return "" if value is None else str(value)


HUBSPOT = Dialect(probe=probe, calls=calls)
