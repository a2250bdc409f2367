"""A CRM's look-ups, the coupons that it delivers and gives, and its imports."""

from functools import partial

from twofold.adapters.dynamodb.campaigns import DynamoCampaignBook
from twofold.adapters.dynamodb.codes import DynamoCodeBook
from twofold.adapters.dynamodb.gifts import DynamoGiftBook
from twofold.adapters.dynamodb.imports import DynamoImportBook
from twofold.adapters.dynamodb.leads import DynamoLeadBook
from twofold.adapters.dynamodb.many_hands import ManyHands
from twofold.adapters.dynamodb.pools import DynamoCodePools
from twofold.adapters.s3_uploads import S3Uploads
from twofold.adapters.secrets import derive_key
from twofold.contracts.instants import now
from twofold.contracts.settings import ImportSettings, SecretSettings
from twofold.imports.open import OpenImport
from twofold.imports.show import ShowImport
from twofold.leads.look_up import LookUpLeads
from twofold.leads.phone import LeadIdentity
from twofold.pools.deliver import DeliverCodes
from twofold.pools.give import GiveCode

from .code_draw import code_draw
from .doors import authorize, edge
from .pools import keep_promises
from .shared import database, site

__all__ = [
    "authorize",
    "deliver_codes",
    "edge",
    "give_code",
    "look_up_leads",
    "open_import",
    "show_import",
    "site",
]

PROMISES = 20
"""That are kept while a partner waits for what became of a delivery; the sweeper keeps the rest."""


def look_up_leads() -> LookUpLeads:
    root = SecretSettings.from_env().need("root")
    return LookUpLeads(
        book=DynamoLeadBook(database()),
        codes=DynamoCodeBook(database()),
        identify=LeadIdentity(derive_key(root, "lead-id")),
    )


def deliver_codes() -> DeliverCodes:
    return DeliverCodes(
        campaigns=DynamoCampaignBook(),
        pools=ManyHands(),
        keep_promises=partial(keep_promises().with_new_coupons, most=PROMISES),
        clock=now,
    )


def give_code() -> GiveCode:
    return GiveCode(
        campaigns=DynamoCampaignBook(),
        leads=DynamoLeadBook(database()),
        codes=DynamoCodeBook(database()),
        gifts=DynamoGiftBook(database()),
        pools=DynamoCodePools(),
        draw=code_draw(),
        site=site().url,
        clock=now,
    )


def open_import() -> OpenImport:
    return OpenImport(
        campaigns=DynamoCampaignBook(),
        book=DynamoImportBook(database()),
        uploads=S3Uploads(bucket=ImportSettings.from_env().bucket, clock=now),
        clock=now,
    )


def show_import() -> ShowImport:
    return ShowImport(
        book=DynamoImportBook(database()),
        links=S3Uploads(bucket=ImportSettings.from_env().bucket, clock=now),
        clock=now,
    )
