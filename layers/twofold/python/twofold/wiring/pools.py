"""What happens to pools besides that codes are drawn: promises are kept, and somebody is told in time."""

from twofold.adapters.dynamodb.campaigns import DynamoCampaignBook
from twofold.adapters.dynamodb.leads import DynamoLeadBook
from twofold.adapters.dynamodb.pool_register import DynamoPoolRegister
from twofold.adapters.dynamodb.pools import DynamoCodePools
from twofold.adapters.dynamodb.promises import DynamoPromiseBook
from twofold.contracts.instants import now
from twofold.pools.keep_promises import KeepPromises
from twofold.pools.tell_low import TellLowPools

from .code_draw import code_draw
from .shared import database


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
