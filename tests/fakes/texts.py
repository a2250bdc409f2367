"""The use cases that send texts, wired to the ports of a test as `twofold.wiring` wires them to AWS."""

from collections.abc import Callable

from tests.fakes.samples import SHOP, SITE
from tests.fakes.tools import Tools
from tests.fakes.use_cases import REFERRAL_KEY
from twofold.contracts.settings import PriceSettings
from twofold.leads.referral_link import OwnLink, ReferralLinks
from twofold.messages.links.shorten import Shorten
from twofold.messages.money.prices import Prices
from twofold.messages.money.spend import Spend
from twofold.messages.receipts.hygiene import Hygiene
from twofold.messages.receipts.refused_number import RefusedNumber
from twofold.messages.sending.bound_sites import BoundSites
from twofold.messages.sending.claim import Claim
from twofold.messages.sending.decide import Decide
from twofold.messages.sending.deliver import Deliver
from twofold.messages.sending.opening import opening_hours
from twofold.messages.sending.plan import PlanMessage
from twofold.messages.sending.plan_referral import PlanReferral
from twofold.messages.sending.send_code import SendCode
from twofold.messages.sending.send_planned import SendPlanned
from twofold.messages.sending.send_verification import SendVerification
from twofold.messages.sending.shared_limits import SharedLimits
from twofold.messages.sending.survey import Survey
from twofold.messages.sending.tell_no_code import TellNoCode
from twofold.messages.sending.try_template import TryTemplate
from twofold.messages.sending.write import WriteText
from twofold.messages.sending.write_verification import WriteVerification

PRICE = 5
"""What one part of a text costs to any country, in US cents."""


class Texts:
    def __init__(
        self, tools: Tools, shorten: Shorten, pause: Callable[[float], None] = lambda seconds: None
    ) -> None:
        self._tools, books = tools, tools.books
        self.spend = Spend(counter=books.shared, budgets=tools.budgets)
        prices = Prices.read(PriceSettings(default=f"0.{PRICE:02d}"))
        own_link = OwnLink(work_out=ReferralLinks(REFERRAL_KEY), links=books.asset_links, site=SITE)
        self.write = WriteText(shorten=shorten, prices=prices, own_link=own_link)
        self.deliver = Deliver(
            gateway=tools.gateway,
            book=books.messages,
            logs=books.logs,
            spend=self.spend,
            opt_out=tools.signups.opt_out,
            refused_number=RefusedNumber(
                leads=books.leads, hygiene=Hygiene(sending=tools.sending), clock=tools.clock
            ),
            clock=tools.clock,
        )
        self.plan = PlanMessage(book=books.messages)
        self.plan_referral = PlanReferral(plan=self.plan, clock=tools.clock)
        self.tell_no_code = TellNoCode(
            challenges=books.challenges, leads=books.leads, plan=self.plan, clock=tools.clock
        )
        self.try_template = TryTemplate(
            campaigns=books.campaigns, identify=tools.signups.identify, plan=self.plan, clock=tools.clock
        )
        self.send_verification = self._send_verification(pause)
        self.send_code = self._send_code()
        self.send_planned = self._send_planned()

    def _send_verification(self, pause: Callable[[float], None]) -> SendVerification:
        books, limits = self._tools.books, self._tools.limits
        return SendVerification(
            campaigns=books.campaigns,
            challenges=books.challenges,
            book=books.messages,
            write=WriteVerification(
                key=self._tools.signups.key,
                bound=BoundSites(site=SITE, origins=(SHOP,)),
                write=self.write,
                clock=self._tools.clock,
            ),
            spend=self.spend,
            deliver=self.deliver,
            switch=books.switch,
            shared=SharedLimits(exact=books.counter, leased=books.shared, limits=limits),
            limits=limits,
            clock=self._tools.clock,
            pause=pause,
        )

    def _send_code(self) -> SendCode:
        books = self._tools.books
        return SendCode(
            campaigns=books.campaigns,
            challenges=books.challenges,
            leads=books.leads,
            codes=books.codes,
            book=books.messages,
            write=self.write,
            spend=self.spend,
            deliver=self.deliver,
            switch=books.switch,
            clock=self._tools.clock,
        )

    def _send_planned(self) -> SendPlanned:
        books, sending, clock = self._tools.books, self._tools.sending, self._tools.clock
        return SendPlanned(
            book=books.messages,
            survey=self._survey(),
            decide=Decide(sending=sending),
            write=self.write,
            claim=Claim(
                book=books.messages, leads=books.leads, spend=self.spend, sending=sending, clock=clock
            ),
            deliver=self.deliver,
            scheduler=self._tools.scheduler,
            clock=clock,
        )

    def _survey(self) -> Survey:
        tools, books = self._tools, self._tools.books
        return Survey(
            campaigns=books.campaigns,
            leads=books.leads,
            codes=books.codes,
            book=books.messages,
            wanted=tools.wanted,
            opening=opening_hours(tools.sending),
            switch=books.switch,
            clock=tools.clock,
            paced=tools.paced,
        )
