"""The use cases, wired to the ports of a test as `twofold.wiring` wires them to AWS."""

import secrets

from tests.fakes.books import Books
from tests.fakes.clock import SetClock
from tests.fakes.ledger import FakeBus
from tests.fakes.messages import FakeGateway
from twofold.codes.check import CheckCode
from twofold.codes.draw import draw_code
from twofold.codes.redeem import RedeemCode
from twofold.codes.roll_back import RollBackRedemption
from twofold.contracts.settings import LimitSettings
from twofold.leads.confirm import CodeDraw, ConfirmSignup
from twofold.leads.look_up import LookUpLeads
from twofold.leads.phone import LeadIdentity
from twofold.leads.resend import Resend
from twofold.leads.sign_up import SignUp
from twofold.leads.verification import VerificationKey
from twofold.leads.welcome import Greeting
from twofold.ledger.relay import RelayEvents
from twofold.ledger.repair import RepairGap
from twofold.messages.sending.deliver import Deliver
from twofold.messages.sending.send_code import SendCode
from twofold.messages.sending.send_verification import SendVerification
from twofold.messages.sending.shared_limits import SharedLimits

SITE = "https://twofold.example"
PRICE = 50
"""What one part of a text costs, in thousandths of a US dollar."""


class Signups:
    def __init__(
        self, books: Books, limits: LimitSettings, clock: SetClock, draw: CodeDraw = draw_code
    ) -> None:
        self.key = VerificationKey(b"k" * 32)
        self.identify = LeadIdentity(b"i" * 32)
        self.sign_up = SignUp(
            assets=books.assets,
            campaigns=books.campaigns,
            challenges=books.challenges,
            identify=self.identify,
            limits=limits,
            draw_id=lambda: secrets.token_urlsafe(18),
            clock=clock,
        )
        self.resend = Resend(assets=books.assets, challenges=books.challenges, limits=limits, clock=clock)
        self.confirm = ConfirmSignup(
            assets=books.assets,
            campaigns=books.campaigns,
            challenges=books.challenges,
            guesses=books.counter,
            guesses_day=limits.guesses_day,
            leads=books.leads,
            key=self.key,
            draw_code=draw,
            greeting=Greeting(site=SITE),
            clock=clock,
        )
        self.look_up = LookUpLeads(book=books.leads, codes=books.codes, identify=self.identify)


class Codes:
    def __init__(self, books: Books, clock: SetClock) -> None:
        self.check = CheckCode(book=books.codes, clock=clock)
        self.redeem = RedeemCode(book=books.codes, clock=clock)
        self.roll_back = RollBackRedemption(book=books.codes, clock=clock)


class Texts:
    def __init__(self, books: Books, limits: LimitSettings, clock: SetClock, gateway: FakeGateway) -> None:
        deliver = Deliver(gateway=gateway, book=books.messages, clock=clock)
        self.send_verification = SendVerification(
            campaigns=books.campaigns,
            challenges=books.challenges,
            key=VerificationKey(b"k" * 32),
            book=books.messages,
            deliver=deliver,
            switch=books.switch,
            shared=SharedLimits(exact=books.counter, leased=books.shared, limits=limits, price=PRICE),
            limits=limits,
            clock=clock,
            pause=lambda seconds: None,
        )
        self.send_code = SendCode(
            campaigns=books.campaigns,
            challenges=books.challenges,
            leads=books.leads,
            codes=books.codes,
            book=books.messages,
            deliver=deliver,
            switch=books.switch,
            site=SITE,
            clock=clock,
        )


class Relay:
    def __init__(self, books: Books, clock: SetClock, bus: FakeBus) -> None:
        self.relay = RelayEvents(bus=bus, heartbeat=books.heartbeat, clock=clock)
        self.repair = RepairGap(ledger=books.ledger, heartbeat=books.heartbeat, relay=self.relay, clock=clock)
