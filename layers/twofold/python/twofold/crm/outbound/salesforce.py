"""Salesforce's words: Leads by an external id field of our own.

PATCH /services/data/vXX.X/sobjects/Lead/FIELD/VALUE makes one (201) or updates it (200, 204); the field itself must not
stand in the body, and with `updateOnly=true` none is made
(https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_sobject_upsert_patch.htm, read
November 2026). A new Lead needs LastName and Company, and an update overwrites whatever stands in the body: so HEAD of
the same address asks first whether there is one (resources_sobject_upsert_head.htm there; 404 when not).
`Sforce-Call-Options: client=twofold` stands in `changeOrigin` of the change events that our own writes cause
(https://developer.salesforce.com/docs/atlas.en-us.change_data_capture.meta, ChangeEventHeader).
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from urllib.parse import quote

import msgspec

from twofold.contracts.events import LeadErased
from twofold.crm.mapping.facts import Value, erased, facts
from twofold.crm.mapping.model import CrmMapping
from twofold.crm.mapping.rendered import JOINT, rendered

from .dialect import Dialect, News
from .line import Line
from .outgoing import Call
from .tokens import Tokens

CLIENT = "twofold"

_USUAL = {"LastName": "last_name", "Company": "company", "LeadSource": "lead_source"}
"""What a Lead is given where nobody told it, by the option that says what."""


def probe(mapping: CrmMapping) -> Call:
    """GET /services/data/vXX.X/limits."""
    return Call(method="GET", path=f"{_data(mapping)}/limits", body=b"")


def look(mapping: CrmMapping, lead_id: str) -> Call:
    """Whether there is a Lead with this id."""
    return Call(method="HEAD", path=_place(mapping, lead_id), body=b"")


def calls(mapping: CrmMapping, news: News) -> tuple[Call, ...]:
    """One Lead, made or updated; one who was erased is only updated, never made."""
    if news.contact:
        known = facts(news.event, news.contact, news.name)
        fields = rendered(mapping, known, None if news.unknown else news.event)
        return (_call(mapping, {**fields, **_usual(mapping, fields, new=news.unknown)}),)
    if isinstance(news.event.data, LeadErased):
        gone = rendered(mapping, erased(news.event, news.name))
        return (_call(mapping, gone, "?updateOnly=true", (404,)),)
    return ()


def _usual(mapping: CrmMapping, fields: Mapping[str, Value], *, new: bool) -> dict[str, Value]:
    """What a new Lead lacks; of one that is there only what would be emptied, for more would overwrite it."""
    lacks = {field: name for field, name in _USUAL.items() if not fields.get(field)}
    return {field: mapping.options[name] for field, name in lacks.items() if new or field in fields}


def _call(
    mapping: CrmMapping, fields: Mapping[str, Value], query: str = "", fine: tuple[int, ...] = ()
) -> Call:
    key = mapping.fields["lead_id"]
    body = {field: _written(value) for field, value in fields.items() if field != key}
    return Call(
        method="PATCH",
        path=_place(mapping, str(fields[key])) + query,
        body=msgspec.json.encode(body),
        headers={"Sforce-Call-Options": f"client={CLIENT}"},
        fine=fine,
    )


def _place(mapping: CrmMapping, lead_id: str) -> str:
    return f"{_data(mapping)}/sobjects/Lead/{quote(mapping.fields['lead_id'])}/{quote(lead_id, safe='')}"


def _data(mapping: CrmMapping) -> str:
    return f"/services/data/{mapping.options['api_version']}"


def _written(value: Value) -> str | bool | int | None:
    return (JOINT.join(value) or None) if isinstance(value, tuple) else value


def _ready(line: Line, at: datetime) -> Line:
    return replace(line, headers=Tokens(line.caller).instead_of(line.headers, line.root, at))


SALESFORCE = Dialect(probe=probe, calls=calls, look=look, ready=_ready)
