"""Texts: verification codes, and discount codes after confirmation."""

from twofold.adapters.dynamodb.campaigns import DynamoCampaignBook
from twofold.adapters.dynamodb.challenges import DynamoChallengeBook
from twofold.adapters.dynamodb.codes import DynamoCodeBook
from twofold.adapters.dynamodb.leads import DynamoLeadBook
from twofold.adapters.dynamodb.limits import DynamoCounter, LeasedCounter
from twofold.adapters.dynamodb.messages import DynamoMessageBook
from twofold.adapters.dynamodb.operations import DynamoKillSwitch
from twofold.adapters.secrets import derive_key
from twofold.adapters.sms.sns import SnsGateway
from twofold.contracts.instants import now
from twofold.contracts.settings import LimitSettings, SecretSettings, SmsSettings
from twofold.leads.verification import VerificationKey
from twofold.messages.sending.deliver import Deliver
from twofold.messages.sending.send_code import SendCode
from twofold.messages.sending.send_verification import SendVerification
from twofold.messages.sending.shared_limits import SharedLimits

from .shared import database, site

_sms = SmsSettings.from_env()
_limits = LimitSettings.from_env()
_campaigns = DynamoCampaignBook()
_challenges = DynamoChallengeBook(database())
_book = DynamoMessageBook(database())
_switch = DynamoKillSwitch()
_deliver = Deliver(gateway=SnsGateway(_sms), book=_book, clock=now)


def send_verification() -> SendVerification:
    counter = DynamoCounter()
    price = round(float(_sms.max_price) * 1000)
    return SendVerification(
        campaigns=_campaigns,
        challenges=_challenges,
        key=VerificationKey(derive_key(SecretSettings.from_env().need("root"), "verification")),
        book=_book,
        deliver=_deliver,
        switch=_switch,
        shared=SharedLimits(exact=counter, leased=LeasedCounter(counter), limits=_limits, price=price),
        limits=_limits,
        clock=now,
    )


def send_code() -> SendCode:
    return SendCode(
        campaigns=_campaigns,
        challenges=_challenges,
        leads=DynamoLeadBook(database()),
        codes=DynamoCodeBook(database()),
        book=_book,
        deliver=_deliver,
        switch=_switch,
        site=site().url,
        clock=now,
    )
