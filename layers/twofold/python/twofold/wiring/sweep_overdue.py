"""What should have happened and did not, or has happened by time alone."""

from twofold.adapters.dynamodb.codes import DynamoCodeBook
from twofold.codes.lapse import LapseCodes
from twofold.contracts.instants import now

from .pools import keep_promises, tell_low_pools
from .relay_events import repair_gap
from .shared import database

__all__ = ["keep_promises", "lapse_codes", "repair_gap", "tell_low_pools"]


def lapse_codes() -> LapseCodes:
    book = DynamoCodeBook(database())
    return LapseCodes(due=book, book=book, clock=now)
