"""Salesforce's words: Leads by an external id field of our own.

PATCH /services/data/vXX.X/sobjects/Lead/FIELD/VALUE makes one (201) or updates it (200, 204); the field itself must not
stand in the body, and with `updateOnly=true` none is made
(https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_sobject_upsert_patch.htm, read
November 2026). A new Lead needs LastName and Company. `Sforce-Call-Options: client=twofold` stands in `changeOrigin` of
the change events that our own writes cause
(https://developer.salesforce.com/docs/atlas.en-us.change_data_capture.meta, ChangeEventHeader).
"""

from urllib.parse import quote

import msgspec

from twofold.contracts.events import Envelope, LeadErased
from twofold.crm.mapping.facts import Value, erased, facts
from twofold.crm.mapping.model import CrmMapping
from twofold.crm.mapping.rendered import needed, rendered
from twofold.webhooks.model import Contact

from .outgoing import Call

CLIENT = "twofold"


def calls(mapping: CrmMapping, event: Envelope, contact: Contact | None, name: str) -> tuple[Call, ...]:
    """One Lead, made or updated; one who was erased is only updated, never made."""
    if contact:
        fields = rendered(mapping, facts(event, contact, name), event)
        return (_call(mapping, {**fields, **needed(mapping, event, fields)}),)
    if isinstance(event.data, LeadErased):
        return (_call(mapping, rendered(mapping, erased(event, name)), "?updateOnly=true", (404,)),)
    return ()


def _call(mapping: CrmMapping, fields: dict[str, Value], query: str = "", fine: tuple[int, ...] = ()) -> Call:
    key = mapping.fields["lead_id"]
    lead = quote(str(fields.pop(key)), safe="")
    return Call(
        method="PATCH",
        path=f"/services/data/{mapping.options['api_version']}/sobjects/Lead/{quote(key)}/{lead}{query}",
        body=msgspec.json.encode({field: _written(value) for field, value in fields.items()}),
        headers={"Sforce-Call-Options": f"client={CLIENT}"},
        fine=fine,
    )


def _written(value: Value) -> str | bool | int | None:
    return (";".join(value) or None) if isinstance(value, tuple) else value
