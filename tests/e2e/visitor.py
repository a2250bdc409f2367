"""What visitors and tills do, over HTTP."""

import re
import time
from dataclasses import dataclass
from typing import Any

import httpx

from tests.faults.audit import texts_to
from tests.faults.people import People
from tests.stack import Stack
from twofold.contracts.routes.codes import CHECK_CODE, REDEEM, ROLL_BACK
from twofold.contracts.routes.leads import LOOK_UP
from twofold.contracts.routes.signups import CONFIRM, RESEND, SIGN_UP
from twofold.leads.phone import Phone

SOON = 25.0
"""Seconds until a text must be there: cold functions on a busy machine take a while."""


@dataclass(frozen=True)
class Visitor:
    """Answers with the plain response; `till` is the same client with a key."""

    stack: Stack
    people: People
    client: httpx.Client

    def sign_up(
        self, whom: Phone, /, *, headers: dict[str, str] | None = None, **more: Any
    ) -> httpx.Response:
        body = self.people.signup(whom) | more
        return self.client.post(self.stack.api + SIGN_UP.path, json=body, headers=headers)

    def resend(self, challenge_id: str) -> httpx.Response:
        return self.client.post(self.stack.api + RESEND.path.format(challenge_id=challenge_id))

    def confirm(self, challenge_id: str, code: str) -> httpx.Response:
        path = CONFIRM.path.format(challenge_id=challenge_id)
        return self.client.post(self.stack.api + path, json={"code": code})

    def check(self, code: str) -> httpx.Response:
        return self.client.get(self.stack.api + CHECK_CODE.path.format(code=code), headers=self.key)

    def redeem(self, code: str, order_id: str, **headers: str) -> httpx.Response:
        body = {"order_id": order_id, "amount": 5_000, "currency": "EUR"}
        path = REDEEM.path.format(code=code)
        return self.client.post(self.stack.api + path, json=body, headers=self.key | headers)

    def roll_back(self, redemption_id: str) -> httpx.Response:
        path = ROLL_BACK.path.format(redemption_id=redemption_id)
        return self.client.post(self.stack.api + path, json={"reason": "returned"}, headers=self.key)

    def look_up(self, phone: Phone) -> httpx.Response:
        return self.client.post(
            self.stack.api + LOOK_UP.path, json={"phones": [phone.e164]}, headers=self.key
        )

    @property
    def key(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.people.key}"}

    def texts(self, phone: Phone, at_least: int) -> list[str]:
        """What the phone shows once it shows so many, or when waiting has no sense any more."""
        until = time.monotonic() + SOON
        while True:
            found = texts_to(self.people.process.twin.endpoint, phone.e164)
            if len(found) >= at_least or time.monotonic() > until:
                return found
            time.sleep(0.1)


def digits(text: str) -> str:
    """The verification code in a text."""
    found = re.search(r"\b\d{6}\b", text)
    assert found
    return found[0]
