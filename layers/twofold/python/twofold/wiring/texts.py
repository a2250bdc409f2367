"""What everything that sends or settles texts shares."""

from functools import cache

from twofold.adapters.dynamodb.campaigns import DynamoCampaignBook
from twofold.adapters.dynamodb.leads import DynamoLeadBook
from twofold.adapters.dynamodb.messages import DynamoMessageBook
from twofold.adapters.secrets import derive_key
from twofold.contracts.instants import now
from twofold.contracts.settings import LimitSettings, SecretSettings, SendingSettings
from twofold.leads.opt_out import OptOut
from twofold.leads.phone import LeadIdentity
from twofold.messages.money.spend import Budgets

from .shared import database


@cache
def campaigns() -> DynamoCampaignBook:
    database()
    return DynamoCampaignBook()


@cache
def leads() -> DynamoLeadBook:
    return DynamoLeadBook(database())


@cache
def messages() -> DynamoMessageBook:
    return DynamoMessageBook(database())


def opt_out() -> OptOut:
    return OptOut(book=leads(), clock=now)


def budgets() -> Budgets:
    return Budgets(limits=LimitSettings.from_env(), sending=SendingSettings.from_env())


def identity() -> LeadIdentity:
    return LeadIdentity(key("lead-id"))


def key(purpose: str) -> bytes:
    """The deployment's key for one purpose."""
    return derive_key(SecretSettings.from_env().need("root"), purpose)
