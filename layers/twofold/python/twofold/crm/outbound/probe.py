"""A request that changes nothing, by which somebody sees whether a webhook's key and what it needs there are right.

HubSpot: GET /crm/v3/properties/contacts/NAME. Salesforce: GET /services/data/vXX.X/limits. Klaviyo: GET /api/accounts
(scope accounts:read). Each as its own documentation has it, read November 2026.
"""

from urllib.parse import quote

from twofold.crm.mapping.model import CrmMapping

from .klaviyo import MEDIA
from .outgoing import JSON, Call


def probe(mapping: CrmMapping) -> Call:
    """Of HubSpot it asks for the property that contacts are found by, so that it is there, too."""
    if mapping.system == "klaviyo":
        revision = {"revision": mapping.options["revision"]}
        return Call(method="GET", path="/api/accounts", body=b"", media=MEDIA, headers=revision)
    paths = {
        "hubspot": f"/crm/v3/properties/contacts/{quote(mapping.fields['lead_id'])}",
        "salesforce": f"/services/data/{mapping.options.get('api_version')}/limits",
    }
    return Call(method="GET", path=paths[mapping.system], body=b"", media=JSON)
