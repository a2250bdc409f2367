"""What automations are asked about a text of theirs as it is about to go."""

from twofold.adapters.dynamodb.automations import DynamoAutomationBook
from twofold.adapters.dynamodb.carts import DynamoCartBook
from twofold.adapters.dynamodb.codes import DynamoCodeBook
from twofold.adapters.dynamodb.enrolments import DynamoEnrolmentBook
from twofold.adapters.dynamodb.told import DynamoOrdersSince, DynamoTextsHad
from twofold.automations.look import Sources
from twofold.automations.still_wanted import EnrolmentWants

from .shared import database
from .texts import campaigns, leads, messages


def still_wanted() -> EnrolmentWants:
    sources = Sources(
        campaigns=campaigns(),
        leads=leads(),
        codes=DynamoCodeBook(database()),
        carts=DynamoCartBook(database()),
        orders=DynamoOrdersSince(),
        texts=DynamoTextsHad(),
        messages=messages(),
    )
    return EnrolmentWants(
        sources=sources, automations=DynamoAutomationBook(), book=DynamoEnrolmentBook(database())
    )
