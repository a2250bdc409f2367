"""Where automations look to know how things stand."""

from twofold.adapters.dynamodb.carts import DynamoCartBook
from twofold.adapters.dynamodb.codes import DynamoCodeBook
from twofold.adapters.dynamodb.told import DynamoOrdersSince, DynamoTextsHad
from twofold.automations.facts.look import Sources

from .shared import database
from .texts import campaigns, leads, messages


def automation_sources() -> Sources:
    return Sources(
        campaigns=campaigns(),
        leads=leads(),
        codes=DynamoCodeBook(database()),
        carts=DynamoCartBook(database()),
        orders=DynamoOrdersSince(),
        texts=DynamoTextsHad(),
        messages=messages(),
    )
