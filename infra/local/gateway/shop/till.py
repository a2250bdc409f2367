"""The shop's side of the API: codes kept for carts, orders that spend them, refunds; over HTTP with an API key."""

from contextlib import suppress
from typing import Any

import aiohttp
import msgspec
from msgspec import UNSET

from infra.local.gateway.shop.basket import Discount, Order
from infra.local.gateway.shop.forms import PLACES
from infra.local.gateway.shop.products import CURRENCY
from infra.local.gateway.shop.words import (
    CANNOT_TELL,
    NO_CODE,
    NOT_GOOD,
    NOT_KNOWN,
    NOT_NOW,
    refused,
    word_of,
)
from infra.local.workspace import Workspace
from twofold.campaigns.offer import Offer
from twofold.codes.tidy import tidy
from twofold.contracts.instants import from_text
from twofold.contracts.payloads.codes import OfferTerms, Reservation
from twofold.contracts.payloads.orders import OrderTaken
from twofold.contracts.payloads.problems import Problem
from twofold.contracts.routes.codes import RELEASE, RESERVE
from twofold.contracts.routes.commerce import ORDER, REFUND

LONGEST = 40
"""Characters of a code; ours have fewer."""


class CodeRefused(Exception):
    """The code takes nothing off this order; the message says why, for the customer."""


class NotNow(Exception):
    """Nobody can tell at the moment; the message says what to do, for the customer."""


class Till:
    """Asks the API that `stack.json` names now, with the key that it holds."""

    def __init__(self, workspace: Workspace, client: aiohttp.ClientSession) -> None:
        self._workspace, self._client = workspace, client

    async def reserve(self, typed: str, cart_id: str) -> Discount:
        """Nobody but this cart can use the code for a while. Again, it is kept longer. Raises CodeRefused, NotNow."""
        code = tidy(typed)
        if not 0 < len(code) <= LONGEST or not (code.isascii() and code.isalnum()):
            raise CodeRefused(NO_CODE)
        path = RESERVE.path.format(code=code)
        status, body = await self._ask(RESERVE.method, path, NOT_NOW, {"cart_id": cart_id})
        if status not in RESERVE.answers:
            raise _refusal(status, body, NOT_NOW)
        told = _read(body, Reservation, NOT_NOW)
        until = from_text(told.reserved_until)
        return Discount(code=told.code, offer=_offer(told.discount), until=until)

    async def release(self, code: str, cart_id: str) -> None:
        """The cart lets the code go; where nobody answers, its time does so."""
        with suppress(NotNow):
            await self._ask(RELEASE.method, RELEASE.path.format(code=tidy(code), cart_id=cart_id), NOT_NOW)

    async def order(self, order: Order) -> None:
        """Tell of an order, which spends its code; the same order told again changes nothing.

        Raises CodeRefused when the order was taken and its code was not spent, NotNow.
        """
        status, body = await self._ask(ORDER.method, ORDER.path, CANNOT_TELL, _report(order))
        if status not in ORDER.answers:
            raise NotNow(CANNOT_TELL)
        told = _read(body, OrderTaken, CANNOT_TELL)
        if told.redemption_id is UNSET:
            raise CodeRefused(NOT_KNOWN if told.code_reason is UNSET else word_of(told.code_reason))

    async def give_back(self, order_id: str, why: str, otherwise: str) -> None:
        """All of the order's money went back, once; its code is good again. Raises NotNow, with `otherwise`."""
        refund = {"refund_id": "whole", "reason": why}
        status, _ = await self._ask(REFUND.method, REFUND.path.format(order_id=order_id), otherwise, refund)
        if status not in REFUND.answers:
            raise NotNow(otherwise)

    async def _ask(
        self, method: str, path: str, otherwise: str, body: dict[str, Any] | None = None
    ) -> tuple[int, bytes]:
        stack = self._workspace.read()
        key = stack.get("keys", {}).get("all")
        if not key:
            raise NotNow(NOT_NOW)
        allowed = {"Authorization": f"Bearer {key}"}
        try:
            async with self._client.request(
                method, stack["api"] + path, headers=allowed, json=body
            ) as answer:
                return answer.status, await answer.read()
        except (TimeoutError, aiohttp.ClientError):
            raise NotNow(otherwise) from None


def _report(order: Order) -> dict[str, Any]:
    """As a shop tells it: what was paid, and the goods before the discount, by which a code is judged."""
    items = [
        {"product_id": each.slug, "title": each.name, "quantity": count, "amount": each.price * count}
        for each, count in order.lines
    ]
    return {
        "order_id": order.order_id,
        "cart_id": order.order_id,
        "amount": order.to_pay,
        "currency": CURRENCY,
        "codes": [order.discount.code] if order.discount else [],
        "location": PLACES[order.place],
        "items": items,
    }


def _offer(terms: OfferTerms) -> Offer:
    currency = None if terms.currency is UNSET else terms.currency
    return msgspec.convert({**msgspec.to_builtins(terms), "currency": currency}, Offer)


def _refusal(status: int, body: bytes, otherwise: str) -> CodeRefused | NotNow:
    """What the problem document means to a customer; what only the shop can mend is not their code's fault."""
    words = refused(_read(body, Problem, otherwise).code) or (NOT_GOOD if status in (409, 410) else None)
    return CodeRefused(words) if words else NotNow(otherwise)


def _read(body: bytes, kind: type[Any], otherwise: str) -> Any:
    try:
        return msgspec.json.decode(body, type=kind)
    except msgspec.DecodeError:
        raise NotNow(otherwise) from None
