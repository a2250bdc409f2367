"""What somebody may ask for by law: to be forgotten, and to see what is kept."""

from twofold.adapters.dynamodb.erasures import DynamoErasureBook
from twofold.adapters.dynamodb.leads import DynamoLeadBook
from twofold.contracts.instants import now
from twofold.privacy.erase import EraseLead
from twofold.wiring.shared import database


def erase() -> EraseLead:
    return EraseLead(leads=DynamoLeadBook(database()), book=DynamoErasureBook(database()), clock=now)
