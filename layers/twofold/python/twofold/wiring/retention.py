"""Retention: what is kept no longer than the deployment's settings say."""

from twofold.adapters.dynamodb.keeping import DynamoKeeping
from twofold.adapters.dynamodb.leads import DynamoLeadBook
from twofold.contracts.instants import now
from twofold.contracts.settings import RetentionSettings
from twofold.privacy.keep_no_longer import KeepNoLonger

from .privacy import erase_lead
from .shared import database


def keep_no_longer() -> KeepNoLonger:
    return KeepNoLonger(
        keeping=DynamoKeeping(),
        leads=DynamoLeadBook(database()),
        erase=erase_lead(database()),
        settings=RetentionSettings.from_env(),
        clock=now,
    )
