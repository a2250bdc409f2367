"""Texts: verification codes, discount codes after confirmation, and all that was planned."""

from twofold.adapters.dynamodb.challenges import DynamoChallengeBook
from twofold.adapters.dynamodb.codes import DynamoCodeBook
from twofold.adapters.dynamodb.limits import DynamoCounter, LeasedCounter
from twofold.adapters.dynamodb.links import DynamoLinkBook
from twofold.adapters.dynamodb.operations import DynamoKillSwitch
from twofold.adapters.dynamodb.send_logs import DynamoSendLogs
from twofold.adapters.scheduler import EventBridgeScheduler
from twofold.contracts.instants import now
from twofold.contracts.settings import (
    LimitSettings,
    PriceSettings,
    SchedulerSettings,
    SendingSettings,
)
from twofold.leads.verification import VerificationKey
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
from twofold.messages.sending.write import WriteText
from twofold.messages.sending.write_verification import WriteVerification

from .providers import gateway
from .shared import database, site
from .texts import budgets, campaigns, key, leads, messages, opt_out
from .when_needed import StillWantedWhenNeeded, own_link

_limits = LimitSettings.from_env()
_sending = SendingSettings.from_env()
_exact = DynamoCounter()
_leased = LeasedCounter(_exact)
_spend = Spend(counter=_leased, budgets=budgets())
_challenges = DynamoChallengeBook(database())
_codes = DynamoCodeBook(database())
_switch = DynamoKillSwitch()
_links = Shorten(links=DynamoLinkBook(database()), key=key("link"), site=site().url, clock=now)
_write = WriteText(shorten=_links, prices=Prices.read(PriceSettings.from_env()), own_link=own_link)
_deliver = Deliver(
    gateway=gateway(_switch),
    book=messages(),
    logs=DynamoSendLogs(),
    spend=_spend,
    opt_out=opt_out(),
    refused_number=RefusedNumber(leads=leads(), hygiene=Hygiene(sending=_sending), clock=now),
    clock=now,
)


def send_verification() -> SendVerification:
    return SendVerification(
        campaigns=campaigns(),
        challenges=_challenges,
        book=messages(),
        write=WriteVerification(
            key=VerificationKey(key("verification")),
            bound=BoundSites(site=site().url, origins=site().origins),
            write=_write,
            clock=now,
        ),
        spend=_spend,
        deliver=_deliver,
        switch=_switch,
        shared=SharedLimits(exact=_exact, leased=_leased, limits=_limits),
        limits=_limits,
        clock=now,
    )


def send_code() -> SendCode:
    return SendCode(
        campaigns=campaigns(),
        challenges=_challenges,
        leads=leads(),
        codes=_codes,
        book=messages(),
        write=_write,
        spend=_spend,
        deliver=_deliver,
        switch=_switch,
        clock=now,
    )


def tell_no_code() -> TellNoCode:
    plan = PlanMessage(book=messages())
    return TellNoCode(challenges=_challenges, leads=leads(), plan=plan, clock=now)


def plan_referral() -> PlanReferral:
    return PlanReferral(plan=PlanMessage(book=messages()), clock=now)


def send_planned() -> SendPlanned:
    return SendPlanned(
        book=messages(),
        survey=_survey(),
        decide=Decide(sending=_sending),
        write=_write,
        claim=Claim(book=messages(), leads=leads(), spend=_spend, sending=_sending, clock=now),
        deliver=_deliver,
        scheduler=EventBridgeScheduler(SchedulerSettings.from_env()),
        clock=now,
    )


def _survey() -> Survey:
    return Survey(
        campaigns=campaigns(),
        leads=leads(),
        codes=_codes,
        book=messages(),
        wanted=StillWantedWhenNeeded(),
        opening=opening_hours(_sending),
        switch=_switch,
        clock=now,
        paced=site().env == "local",
    )
