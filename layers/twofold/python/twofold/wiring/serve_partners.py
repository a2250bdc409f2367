"""A CRM's look-ups."""

from twofold.adapters.dynamodb.codes import DynamoCodeBook
from twofold.adapters.dynamodb.leads import DynamoLeadBook
from twofold.adapters.secrets import derive_key
from twofold.contracts.settings import SecretSettings
from twofold.leads.look_up import LookUpLeads
from twofold.leads.phone import LeadIdentity

from .shared import authorize, database, edge, site

__all__ = ["authorize", "edge", "look_up_leads", "site"]


def look_up_leads() -> LookUpLeads:
    root = SecretSettings.from_env().need("root")
    return LookUpLeads(
        book=DynamoLeadBook(database()),
        codes=DynamoCodeBook(database()),
        identify=LeadIdentity(derive_key(root, "lead-id")),
    )
