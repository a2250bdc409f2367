"""Codes for leads: drawn from a campaign's pool, within its limits, and given later where they were promised."""

from twofold.adapters.dynamodb.campaigns import DynamoCampaignBook
from twofold.adapters.dynamodb.leads import DynamoLeadBook
from twofold.adapters.dynamodb.pool_register import DynamoPoolRegister
from twofold.adapters.dynamodb.pools import DynamoCodePools
from twofold.adapters.dynamodb.promises import DynamoPromiseBook
from twofold.adapters.dynamodb.spread import DynamoParts
from twofold.contracts.instants import now
from twofold.pools.draw import DrawCode
from twofold.pools.keep_promises import KeepPromises
from twofold.pools.tell_low import TellLowPools

from .shared import database


def code_draw() -> DrawCode:
    return DrawCode(pools=DynamoCodePools(), register=DynamoPoolRegister(database()), parts=DynamoParts())


def keep_promises() -> KeepPromises:
    return KeepPromises(
        campaigns=DynamoCampaignBook(),
        leads=DynamoLeadBook(database()),
        promises=DynamoPromiseBook(database()),
        register=DynamoPoolRegister(database()),
        draw=code_draw(),
        clock=now,
    )


def tell_low_pools() -> TellLowPools:
    return TellLowPools(
        campaigns=DynamoCampaignBook(),
        pools=DynamoCodePools(),
        register=DynamoPoolRegister(database()),
        clock=now,
    )
