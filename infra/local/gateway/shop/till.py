"""The shop's side of the API: is this code good, and it is spent on this order; over HTTP with an API key."""

from collections.abc import Mapping
from typing import Any

import aiohttp
import msgspec
from msgspec import UNSET

from infra.local.gateway.shop.basket import Discount
from infra.local.gateway.shop.products import CURRENCY
from infra.local.gateway.shop.words import CANNOT_TELL, NO_CODE, NOT_NOW, refused, word_of
from infra.local.workspace import Workspace
from twofold.campaigns.offer import Offer
from twofold.codes.draw import tidy
from twofold.contracts.payloads import CodeStatus, OfferTerms, Problem, RedemptionReceipt
from twofold.contracts.routes import CHECK_CODE, REDEEM

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

    async def check(self, typed: str) -> Discount:
        """What the code is worth. Raises CodeRefused, NotNow."""
        code = tidy(typed)
        if not 0 < len(code) <= LONGEST or not (code.isascii() and code.isalnum()):
            raise CodeRefused(NO_CODE)
        status, body = await self._ask(CHECK_CODE.method, CHECK_CODE.path.format(code=code), NOT_NOW)
        if status != 200:
            raise _refusal(status, body, NOT_NOW)
        told = _read(body, CodeStatus, NOT_NOW)
        if not told.valid:
            raise CodeRefused(word_of(told.reason or ""))
        return Discount(code=told.code, offer=_offer(told.discount))

    async def redeem(self, code: str, order_id: str, amount: int, place: str) -> int | None:
        """Spend the code on the order and return what that takes off; None for a free item.

        The same order may be tried again: it gets the same answer. Raises CodeRefused, NotNow.
        """
        body = {"order_id": order_id, "amount": amount, "currency": CURRENCY, "location": place}
        # A basket that changed after an answer was lost asks for something else, which takes a key of its own.
        headers = {"Idempotency-Key": f"{order_id}/{amount}/{place}"}
        path = REDEEM.path.format(code=code)
        status, answer = await self._ask(REDEEM.method, path, CANNOT_TELL, json=body, headers=headers)
        if status not in REDEEM.answers:
            raise _refusal(status, answer, CANNOT_TELL)
        receipt = _read(answer, RedemptionReceipt, CANNOT_TELL)
        return None if receipt.discount_amount is UNSET else receipt.discount_amount

    async def _ask(
        self, method: str, path: str, otherwise: str, headers: Mapping[str, str] | None = None, **body: Any
    ) -> tuple[int, bytes]:
        stack = self._workspace.read()
        key = stack.get("keys", {}).get("all")
        if not key:
            raise NotNow(NOT_NOW)
        allowed = {"Authorization": f"Bearer {key}", **(headers or {})}
        try:
            async with self._client.request(method, stack["api"] + path, headers=allowed, **body) as answer:
                return answer.status, await answer.read()
        except (TimeoutError, aiohttp.ClientError):
            raise NotNow(otherwise) from None


def _offer(terms: OfferTerms) -> Offer:
    currency = None if terms.currency is UNSET else terms.currency
    return msgspec.convert({**msgspec.to_builtins(terms), "currency": currency}, Offer)


def _refusal(status: int, body: bytes, otherwise: str) -> CodeRefused | NotNow:
    """What the problem document means to a customer; what only the shop can mend is not their code's fault."""
    words = refused(_read(body, Problem, otherwise).code)
    return CodeRefused(words) if words else NotNow(otherwise)


def _read(body: bytes, kind: type[Any], otherwise: str) -> Any:
    try:
        return msgspec.json.decode(body, type=kind)
    except msgspec.DecodeError:
        raise NotNow(otherwise) from None
