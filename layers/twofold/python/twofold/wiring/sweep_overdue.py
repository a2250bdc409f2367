"""What should have happened and did not, or has happened by time alone."""

from twofold.adapters.dynamodb.codes import DynamoCodeBook
from twofold.codes.lapse import LapseCodes
from twofold.contracts.instants import now

from .relay_events import repair_gap
from .shared import database

__all__ = ["lapse_codes", "repair_gap"]


def lapse_codes() -> LapseCodes:
    book = DynamoCodeBook(database())
    return LapseCodes(due=book, book=book, clock=now)
