"""The use cases around leads and codes, wired to the ports of a test as `twofold.wiring` wires them to AWS."""

import secrets

from tests.fakes.books import Books
from tests.fakes.clock import SetClock
from tests.fakes.ledger import FakeBus
from tests.fakes.samples import SITE as SITE
from tests.fakes.tills import Codes as Codes
from twofold.contracts.settings import LimitSettings
from twofold.leads.admit import AdmitLead
from twofold.leads.confirm import ConfirmSignup
from twofold.leads.deactivate import DeactivateNumbers
from twofold.leads.drawn import CodeDraw
from twofold.leads.look_up import LookUpLeads
from twofold.leads.magnet.hand_over import HandOver
from twofold.leads.magnet.token import MagnetTokens
from twofold.leads.opt_out import OptOut
from twofold.leads.phone import LeadIdentity
from twofold.leads.referral_link import ReferralLinks
from twofold.leads.resend import Resend
from twofold.leads.sign_up import SignUp
from twofold.leads.verification import VerificationKey
from twofold.leads.welcome import Greeting
from twofold.ledger.relay import RelayEvents
from twofold.ledger.repair import RepairGap
from twofold.pools.draw import DrawCode
from twofold.pools.keep_promises import KeepPromises
from twofold.pools.tell_low import TellLowPools
from twofold.referrals.reward import RewardReferral

REFERRAL_KEY = b"r" * 32


def draw_of(books: Books) -> DrawCode:
    return DrawCode(pools=books.pools, register=books.pools, parts=books.parts)


class Signups:
    def __init__(
        self, books: Books, limits: LimitSettings, clock: SetClock, draw: CodeDraw | None = None
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
        self.admit = AdmitLead(
            campaigns=books.campaigns,
            leads=books.leads,
            draw_code=draw or draw_of(books),
            greeting=Greeting(site=SITE, links=ReferralLinks(REFERRAL_KEY)),
        )
        self.confirm = ConfirmSignup(
            assets=books.assets,
            challenges=books.challenges,
            guesses=books.counter,
            guesses_day=limits.guesses_day,
            key=self.key,
            admit=self.admit,
            hand_over=HandOver(campaigns=books.campaigns, tokens=MagnetTokens(b"m" * 32), site=SITE),
            clock=clock,
        )
        self.look_up = LookUpLeads(book=books.leads, codes=books.codes, identify=self.identify)
        self.opt_out = OptOut(book=books.leads, clock=clock)
        self.deactivate = DeactivateNumbers(book=books.leads, identify=self.identify, clock=clock)


class Rewards:
    def __init__(self, books: Books, clock: SetClock) -> None:
        self.reward = RewardReferral(
            campaigns=books.campaigns,
            assets=books.assets,
            links=books.asset_links,
            leads=books.leads,
            book=books.referrals,
            draw_code=draw_of(books),
            clock=clock,
        )


class Pools:
    """`keep` promises, `tell` which pools run low."""

    def __init__(self, books: Books, clock: SetClock) -> None:
        self.draw = draw_of(books)
        self.keep = KeepPromises(
            campaigns=books.campaigns,
            leads=books.leads,
            promises=books.pools,
            register=books.pools,
            draw=self.draw,
            clock=clock,
        )
        self.tell = TellLowPools(
            campaigns=books.campaigns, pools=books.pools, register=books.pools, clock=clock
        )


class Relay:
    def __init__(self, books: Books, clock: SetClock, bus: FakeBus) -> None:
        self.relay = RelayEvents(bus=bus, heartbeat=books.heartbeat, clock=clock)
        self.repair = RepairGap(ledger=books.ledger, heartbeat=books.heartbeat, relay=self.relay, clock=clock)
