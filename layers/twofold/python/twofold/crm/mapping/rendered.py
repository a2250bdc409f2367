"""Facts in the words of a mapping: which of their fields hold what, before a system writes it its own way."""

from collections.abc import Mapping

from twofold.contracts.events import Envelope

from .facts import Facts, Value, forward, makes
from .model import CrmMapping

LONGEST = 255
"""Characters of a text field of Salesforce, unless it has fewer; the others take more than we have."""

SHORTER = {"FirstName": 40, "LastName": 80, "City": 40, "PostalCode": 20, "MobilePhone": 40, "Email": 80}
"""Of a Lead (https://developer.salesforce.com/docs/atlas.en-us.sfFieldRef.meta, read November 2026)."""


def rendered(mapping: CrmMapping, known: Facts, event: Envelope | None = None) -> dict[str, Value]:
    """Their fields and what is to stand there. The stage is among them only when `event` may tell it (None: always)."""
    told = {ours: value for ours, value in known.items() if ours in mapping.fields}
    if event and not forward(event):
        told.pop("stage", None)
        told.pop("rating", None)
    return {mapping.fields[ours]: said(mapping, ours, value) for ours, value in told.items()}


def said(mapping: CrmMapping, ours: str, value: Value) -> Value:
    """One fact in their words; what is longer than its field is cut."""
    if ours == "stage":
        return mapping.stages.get(str(value), "")
    if mapping.system != "salesforce" or not isinstance(value, str):
        return value
    return value[: SHORTER.get(mapping.fields[ours], LONGEST)]


def needed(mapping: CrmMapping, event: Envelope, fields: Mapping[str, Value]) -> dict[str, Value]:
    """What Salesforce asks for when a lead is made, where nobody told it; later it would overwrite what people know."""
    if not makes(event):
        return {}
    usual = {"LastName": "last_name", "Company": "company", "LeadSource": "lead_source"}
    return {field: mapping.options[name] for field, name in usual.items() if not fields.get(field)}
