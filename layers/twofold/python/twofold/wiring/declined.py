"""What reads why somebody declined: the words of every language, of which few leads ever use one."""

from twofold.adapters.dynamodb.automations import DynamoAutomationBook
from twofold.adapters.dynamodb.enrolments import DynamoEnrolmentBook
from twofold.automations.declines.tag_reason import TagReason
from twofold.contracts.instants import now

from .shared import database
from .texts import leads, messages


def tag_reason() -> TagReason:
    return TagReason(
        leads=leads(),
        messages=messages(),
        enrolments=DynamoEnrolmentBook(database()),
        automations=DynamoAutomationBook(),
        clock=now,
    )
