"""Codes for leads, drawn from a campaign's pool and within its limits: nothing else, since a visitor waits for it."""

from twofold.adapters.dynamodb.pool_register import DynamoPoolRegister
from twofold.adapters.dynamodb.pools import DynamoCodePools
from twofold.adapters.dynamodb.spread import DynamoParts
from twofold.pools.draw import DrawCode

from .shared import database


def code_draw() -> DrawCode:
    return DrawCode(pools=DynamoCodePools(), register=DynamoPoolRegister(database()), parts=DynamoParts())
