"""One process of several that act on the same codes: a line in says what to do, a line out what came of it.

`python -m tests.faults.linearizable.player NUMBER [read_then_write]`, set as the deployed function is. The second word
plants a mistake: what was read is taken to be still true.
"""

import json
import sys
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest

from tests.faults import mutants
from tests.faults.linearizable.history import UNHEARD
from twofold.adapters.dynamodb.codes import DynamoCodeBook
from twofold.codes.lapse import LapseCodes
from twofold.codes.ports import CodeBook
from twofold.contracts.errors import DomainError, Unavailable
from twofold.contracts.instants import now
from twofold.contracts.payloads.codes import ReservationRequest, RevocationRequest
from twofold.contracts.payloads.redemptions import RedemptionRequest, RollbackRequest

LONG = 86_400
"""Seconds: longer than the codes last, so that a cart that asks again prolongs nothing."""

NO_REDEMPTION = "999"


class Only:
    """The one code that is due."""

    def __init__(self, code: str) -> None:
        self._code = code

    def due(self, at: datetime) -> Iterator[str]:
        return iter([self._code])


class Player:
    def __init__(self, number: int) -> None:
        from twofold.wiring import redeem_codes as wiring
        from twofold.wiring.shared import database

        self._number = number
        self._wiring = wiring
        self._book: CodeBook = DynamoCodeBook(database())
        self._redeemed: dict[tuple[str, str], str] = {}

    def play(self, code: str, deeds: list[list[str]]) -> list[dict[str, Any]]:
        return [self._deed(code, kind, argument) for kind, argument in deeds]

    def _deed(self, code: str, kind: str, argument: str) -> dict[str, Any]:
        told = {"process": self._number, "kind": kind, "argument": argument, "called": time.monotonic_ns()}
        answer = self._answer(code, kind, argument)
        return told | {"answer": answer, "returned": time.monotonic_ns()}

    def _answer(self, code: str, kind: str, argument: str) -> str:
        try:
            return str(getattr(self, kind)(code, argument) or "done")
        except DomainError as error:
            return error.code
        except Unavailable:
            return UNHEARD

    def reserve(self, code: str, cart: str) -> None:
        self._wiring.reserve_code()(code, ReservationRequest(cart_id=cart, ttl_s=LONG))

    def release(self, code: str, cart: str) -> None:
        self._wiring.release_code()(code, cart)

    def redeem(self, code: str, argument: str) -> str:
        order, _, cart = argument.partition("@")
        asked = RedemptionRequest(order_id=order, amount=100, currency="EUR", cart_id=cart or None)
        redemption_id = self._wiring.redeem_code()(code, asked).answer.redemption_id
        self._redeemed[code, order] = redemption_id
        return f"redeemed {redemption_id.rpartition('.')[2]}"

    def roll_back(self, code: str, order: str) -> None:
        redemption_id = self._redeemed.get((code, order), f"{code}.{NO_REDEMPTION}")
        self._wiring.roll_back_redemption()(redemption_id, RollbackRequest(reason="returned"))

    def revoke(self, code: str, _: str) -> None:
        self._wiring.revoke_code()(code, RevocationRequest(reason="withdrawn"))

    def expire(self, code: str, _: str) -> None:
        """As the sweeper does when the code's time is over; one that moves under it is looked at again."""
        later = now() + timedelta(days=2)
        while not LapseCodes(due=Only(code), book=self._book, clock=lambda: later)():
            if self._book.find(code).due is None:
                return


def main() -> None:
    number, *mistakes = sys.argv[1:]
    player = Player(int(number))
    for mistake in mistakes:
        getattr(mutants, mistake)(pytest.MonkeyPatch())
    print("ready", flush=True)
    for line in sys.stdin:
        told = json.loads(line)
        print(json.dumps(player.play(told["code"], told["deeds"])), flush=True)


if __name__ == "__main__":
    main()
