"""Checking, redeeming and rolling back."""

from twofold.adapters.dynamodb.codes import DynamoCodeBook
from twofold.codes.check import CheckCode
from twofold.codes.redeem import RedeemCode
from twofold.codes.roll_back import RollBackRedemption
from twofold.contracts.instants import now

from .shared import authorize, database, edge, site

__all__ = ["authorize", "check_code", "edge", "redeem_code", "roll_back_redemption", "site"]

_book = DynamoCodeBook(database())


def check_code() -> CheckCode:
    return CheckCode(book=_book, clock=now)


def redeem_code() -> RedeemCode:
    return RedeemCode(book=_book, clock=now)


def roll_back_redemption() -> RollBackRedemption:
    return RollBackRedemption(book=_book, clock=now)
