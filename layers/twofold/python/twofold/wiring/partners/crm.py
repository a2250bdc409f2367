"""What CRMs of others tell, in their own words."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from twofold.adapters.dynamodb.acquaintances import DynamoAcquaintances
from twofold.adapters.dynamodb.history import DynamoHistory
from twofold.adapters.dynamodb.leads import DynamoLeadBook
from twofold.adapters.dynamodb.subscriptions import DynamoSubscriptionBook
from twofold.adapters.hubspot_signature import HubSpotSignature, read_secrets
from twofold.adapters.secrets import derive_key, read_secret
from twofold.contracts.errors import NotFound
from twofold.contracts.instants import now
from twofold.contracts.routes.crm import HUBSPOT_SIGNED
from twofold.contracts.settings import SecretSettings
from twofold.crm.inbound.change_by_partner import ChangeByPartner
from twofold.crm.inbound.changes import Told
from twofold.crm.inbound.hear import Hear
from twofold.crm.inbound.hear_flat import read_flat
from twofold.crm.inbound.hear_hubspot import read_hubspot
from twofold.crm.inbound.receive import ReceiveChanges
from twofold.crm.mapping.by_subscription import MappingsBySubscription
from twofold.crm.mapping.model import CrmMapping
from twofold.crm.mapping.systems import System
from twofold.leads.phone import LeadIdentity
from twofold.wiring.shared import database, site

from .leads import opt_out, update_lead


def hubspot() -> Hear:
    return _hear("hubspot", read_hubspot)


def salesforce() -> Hear:
    return _hear("salesforce", read_flat)


def klaviyo() -> Hear:
    return _hear("klaviyo", read_flat)


def insist_on_hubspot() -> Callable[[Mapping[str, str], bytes], None]:
    """Raises NotFound where no app of HubSpot is connected."""
    name = SecretSettings.from_env().hubspot
    if name is None:
        return _nobody
    return HubSpotSignature(
        secrets=lambda: read_secrets(read_secret(name).decode()),
        url=HUBSPOT_SIGNED.at(site().url),
        clock=now,
    )


def _nobody(headers: Mapping[str, str], raw: bytes) -> None:
    raise NotFound("There is nothing at this address.")


def _hear(system: System, read: Callable[[CrmMapping, Any], Sequence[Told]]) -> Hear:
    receive = ReceiveChanges(
        leads=DynamoLeadBook(database()),
        identify=LeadIdentity(derive_key(SecretSettings.from_env().need("root"), "lead-id")),
        known=DynamoAcquaintances(),
        history=DynamoHistory(),
        change=ChangeByPartner(update_lead=update_lead(), opt_out=opt_out()),
        clock=now,
    )
    mappings = MappingsBySubscription(DynamoSubscriptionBook(database()))
    return Hear(system=system, read=read, mappings=mappings, receive=receive)
