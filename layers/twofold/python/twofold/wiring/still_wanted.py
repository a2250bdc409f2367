"""What automations are asked about a text of theirs as it is about to go."""

from twofold.adapters.dynamodb.automations import DynamoAutomationBook
from twofold.adapters.dynamodb.enrolments import DynamoEnrolmentBook
from twofold.automations.still_wanted import EnrolmentWants

from .automation_sources import automation_sources
from .shared import database


def still_wanted() -> EnrolmentWants:
    return EnrolmentWants(
        sources=automation_sources(),
        automations=DynamoAutomationBook(),
        book=DynamoEnrolmentBook(database()),
    )
