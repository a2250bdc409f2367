"""The CRMs that we speak to in their own words, and what each calls things unless a mapping says otherwise.

Names as each documents them (September to November 2026): HubSpot's default contact properties
(https://developers.hubspot.com/docs/api-reference/crm-contacts-v3), Salesforce's field reference of Lead
(https://developer.salesforce.com/docs/atlas.en-us.sfFieldRef.meta), Klaviyo's profile (revision 2026-07-15). What
begins with `twofold_`, or ends with `__c`, somebody makes there once: docs/crm/ says how.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

System = Literal["hubspot", "salesforce", "klaviyo"]

SYSTEMS: tuple[System, ...] = get_args(System)


@dataclass(frozen=True, slots=True, kw_only=True)
class Defaults:
    """A mapping before anybody changed it; `options` says all that the system knows, "" where there is no default.

    `longest` is how many characters a text field has, None where more than we ever say; `rooms` are those that have
    another number. `silent_when_empty`: an empty text that it sends says nothing.
    """

    fields: Mapping[str, str]
    stages: Mapping[str, str]
    options: Mapping[str, str]
    also_stages: Mapping[str, str] = field(default_factory=dict)
    longest: int | None = None
    rooms: Mapping[str, int] = field(default_factory=dict)
    silent_when_empty: bool = False

    def room(self, theirs: str) -> int | None:
        """Characters of a field of theirs."""
        return self.rooms.get(theirs, self.longest)


_OURS = (
    *("lead_id", "version", "status", "opted_out", "tags", "consents"),
    *("code", "code_state", "code_expires_at", "last_event", "last_event_at"),
)

HUBSPOT = Defaults(
    fields={
        **{name: f"twofold_{name}" for name in _OURS},
        "phone": "mobilephone",
        "stage": "lifecyclestage",
        "attributes.first_name": "firstname",
        "attributes.last_name": "lastname",
        "attributes.email": "email",
        "attributes.postcode": "zip",
        "attributes.city": "city",
    },
    stages={
        "subscriber": "subscriber",
        "lead": "lead",
        "mql": "marketingqualifiedlead",
        "sql": "salesqualifiedlead",
        "customer": "customer",
        "advocate": "evangelist",
    },
    also_stages={"opportunity": "sql"},
    options={"source_id": ""},
)

SALESFORCE = Defaults(
    fields={
        "lead_id": "Twofold_Id__c",
        **{name: f"Twofold_{name.title()}__c" for name in _OURS if name != "lead_id"},
        "phone": "MobilePhone",
        "stage": "Status",
        "rating": "Rating",
        "attributes.first_name": "FirstName",
        "attributes.last_name": "LastName",
        "attributes.company": "Company",
        "attributes.email": "Email",
        "attributes.postcode": "PostalCode",
        "attributes.city": "City",
    },
    stages={
        "subscriber": "Open - Not Contacted",
        "lead": "Open - Not Contacted",
        "mql": "Working - Contacted",
        "sql": "Working - Contacted",
        "customer": "Working - Contacted",
        "advocate": "Working - Contacted",
    },
    options={
        "last_name": "(unknown)",
        "company": "(private person)",
        "lead_source": "SMS sign-up",
        "api_version": "v62.0",
    },
    longest=255,
    rooms={"FirstName": 40, "LastName": 80, "City": 40, "PostalCode": 20, "MobilePhone": 40, "Email": 80},
)

KLAVIYO = Defaults(
    fields={
        **{name: f"twofold_{name}" for name in _OURS if name != "lead_id"},
        "lead_id": "external_id",
        "phone": "phone_number",
        "stage": "twofold_stage",
        "locale": "locale",
        "attributes.first_name": "first_name",
        "attributes.last_name": "last_name",
        "attributes.email": "email",
        "attributes.postcode": "location.zip",
        "attributes.city": "location.city",
    },
    stages={stage: stage for stage in ("subscriber", "lead", "mql", "sql", "customer", "advocate")},
    options={"list_id": "", "revision": "2026-07-15"},
    # Its templates write nothing as an empty text, also where the profile does not have the field yet.
    silent_when_empty=True,
)

DEFAULTS: Mapping[System, Defaults] = {"hubspot": HUBSPOT, "salesforce": SALESFORCE, "klaviyo": KLAVIYO}
