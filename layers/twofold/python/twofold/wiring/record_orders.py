"""Carts, orders and refunds, from partners' systems and from the pages of carts."""

from functools import cache

from twofold.adapters.dynamodb.campaigns import DynamoAssetBook
from twofold.adapters.dynamodb.carts import DynamoCartBook
from twofold.adapters.dynamodb.codes import DynamoCodeBook
from twofold.adapters.dynamodb.leads import DynamoLeadBook
from twofold.adapters.dynamodb.orders import DynamoOrderBook
from twofold.adapters.secrets import derive_key
from twofold.contracts.instants import now
from twofold.contracts.settings import LimitSettings, SecretSettings
from twofold.entrypoints.reports import Reports
from twofold.leads.phone import LeadIdentity
from twofold.orders.code_in_cart import TakeCodeInCart
from twofold.orders.match import MatchLead
from twofold.orders.settle import SettleRefunds
from twofold.orders.spend import SpendCode
from twofold.orders.take_cart import TakeCart
from twofold.orders.take_order import TakeOrder
from twofold.orders.take_refund import TakeRefund

from .doors import authorize, edge
from .redeem_codes import redeem_code, roll_back_redemption
from .shared import database, site

__all__ = [
    "authorize",
    "edge",
    "reports",
    "site",
    "take_cart",
    "take_code_in_cart",
    "take_order",
    "take_refund",
]

_orders = DynamoOrderBook(database())
_carts = DynamoCartBook(database())
_codes = DynamoCodeBook(database())


@cache
def match_lead() -> MatchLead:
    key = derive_key(SecretSettings.from_env().need("root"), "lead-id")
    return MatchLead(leads=DynamoLeadBook(database()), identify=LeadIdentity(key))


def reports() -> Reports:
    return Reports(take_cart=take_cart(), take_order=take_order(), take_refund=take_refund())


def take_cart() -> TakeCart:
    return TakeCart(book=_carts, codes=_codes, match=match_lead(), clock=now)


def take_code_in_cart() -> TakeCodeInCart:
    return TakeCodeInCart(
        assets=DynamoAssetBook(),
        book=_carts,
        codes=_codes,
        match=match_lead(),
        limits=LimitSettings.from_env(),
        clock=now,
    )


def take_order() -> TakeOrder:
    return TakeOrder(
        book=_orders,
        carts=_carts,
        match=match_lead(),
        spend=SpendCode(codes=_codes, redeem=redeem_code()),
        settle=_settle(),
        clock=now,
    )


def take_refund() -> TakeRefund:
    return TakeRefund(book=_orders, settle=_settle(), clock=now)


def _settle() -> SettleRefunds:
    return SettleRefunds(book=_orders, roll_back=roll_back_redemption())
