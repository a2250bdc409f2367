"""The use cases of codes, wired to the ports of a test as `twofold.wiring` wires them to AWS."""

from tests.fakes.books import Books
from tests.fakes.clock import SetClock
from twofold.codes.check import CheckCode
from twofold.codes.lapse import LapseCodes
from twofold.codes.redeem import RedeemCode
from twofold.codes.release import ReleaseCode
from twofold.codes.reserve import ReserveCode
from twofold.codes.revoke import RevokeCode
from twofold.codes.roll_back import RollBackRedemption
from twofold.codes.spend_limits import SpendLimits


class Codes:
    def __init__(self, books: Books, clock: SetClock) -> None:
        self.limits = limits = SpendLimits(campaigns=books.campaigns, parts=books.parts)
        self.check = CheckCode(book=books.codes, clock=clock, limits=limits, campaigns=books.campaigns)
        self.redeem = RedeemCode(book=books.codes, limits=limits, clock=clock)
        self.roll_back = RollBackRedemption(book=books.codes, limits=limits, clock=clock)
        self.reserve = ReserveCode(book=books.codes, clock=clock)
        self.release = ReleaseCode(book=books.codes, clock=clock)
        self.revoke = RevokeCode(book=books.codes, clock=clock)
        self.lapse = LapseCodes(due=books.codes, book=books.codes, clock=clock)
