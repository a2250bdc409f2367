"""A code's life at the till and in the cart: checked, reserved, redeemed, rolled back, withdrawn."""

from twofold.adapters.dynamodb.campaigns import DynamoCampaignBook
from twofold.adapters.dynamodb.codes import DynamoCodeBook
from twofold.adapters.dynamodb.spread import DynamoParts
from twofold.codes.check import CheckCode
from twofold.codes.redeem import RedeemCode
from twofold.codes.release import ReleaseCode
from twofold.codes.reserve import ReserveCode
from twofold.codes.revoke import RevokeCode
from twofold.codes.roll_back import RollBackRedemption
from twofold.codes.spend_limits import SpendLimits
from twofold.contracts.instants import now
from twofold.partners.device import describe

from .doors import authorize, edge
from .shared import database, site

__all__ = [
    "authorize",
    "check_code",
    "describe",
    "edge",
    "redeem_code",
    "release_code",
    "reserve_code",
    "revoke_code",
    "roll_back_redemption",
    "site",
]

_book = DynamoCodeBook(database())
_campaigns = DynamoCampaignBook()
_limits = SpendLimits(campaigns=_campaigns, parts=DynamoParts())


def check_code() -> CheckCode:
    return CheckCode(book=_book, clock=now, limits=_limits, campaigns=_campaigns)


def reserve_code() -> ReserveCode:
    return ReserveCode(book=_book, clock=now)


def release_code() -> ReleaseCode:
    return ReleaseCode(book=_book, clock=now)


def redeem_code() -> RedeemCode:
    return RedeemCode(book=_book, limits=_limits, clock=now)


def roll_back_redemption() -> RollBackRedemption:
    return RollBackRedemption(book=_book, limits=_limits, clock=now)


def revoke_code() -> RevokeCode:
    return RevokeCode(book=_book, clock=now)
