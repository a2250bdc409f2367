"""What the steps of the story share: the running stack, one person's number, and a witness of every exchange."""

import random
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

import httpx
import phonenumbers

from infra.local.demo.teller import Teller

T = TypeVar("T")
PATIENCE = 20.0
"""Seconds within which a visitor should have their code."""

MOBILE_PREFIXES = ("50", "51", "53", "60", "66", "69", "72", "78", "79", "88")


class NotAsPromised(Exception):
    """A step went another way than the contract says."""


def any_mobile() -> str:
    """A Polish mobile number that is valid, and new to the stack as far as chance can make it."""
    while True:
        number = f"+48{random.choice(MOBILE_PREFIXES)}{random.randrange(10**7):07}"
        if phonenumbers.is_valid_number(phonenumbers.parse(number)):
            return number


@dataclass(kw_only=True)
class Scene:
    """`known` keeps what earlier steps learnt for later ones."""

    stack: dict[str, Any]
    client: httpx.Client
    teller: Teller
    phone: str = field(default_factory=any_mobile)
    began: float = field(default_factory=time.monotonic)
    known: dict[str, Any] = field(default_factory=dict)

    def call(
        self,
        step: str,
        prose: str,
        method: str,
        url: str,
        *,
        body: object = None,
        keyed: bool = False,
        status: int,
        show: tuple[str, ...] = (),
    ) -> dict[str, Any]:
        """One request; the answer's body, of which a person is shown what `show` names.

        Raises NotAsPromised when the status is another.
        """
        headers = {"Authorization": f"Bearer {self.stack['keys']['all']}"} if keyed else {}
        if keyed and method == "POST":
            headers["Idempotency-Key"] = uuid.uuid4().hex
        began = time.monotonic()
        answer = self.client.request(method, url, json=body, headers=headers)
        document = _document(answer)
        self.teller.step(
            step,
            prose,
            request={"method": method, "url": url, "body": body},
            response={"status": answer.status_code, "body": document},
            ms=round(1000 * (time.monotonic() - began)),
            show=show,
        )
        self.promise(
            answer.status_code == status, f"`{step}` should answer {status}, not {answer.status_code}"
        )
        return document

    def promise(self, kept: bool, otherwise: str) -> None:
        if not kept:
            raise NotAsPromised(f"{otherwise}.")

    def texts(self) -> list[dict[str, str]]:
        """All that this phone got so far, oldest first."""
        found: list[dict[str, str]] = self.client.get(
            f"{self.stack['phone']}/messages", params={"to": self.phone}
        ).json()
        return found

    def await_text(self, count: int) -> dict[str, str]:
        """The text number `count` to this phone, as soon as it is there."""
        texts = wait_for(self.texts, lambda got: len(got) >= count)
        self.promise(len(texts) >= count, f"Text number {count} did not arrive within {PATIENCE:.0f} s")
        return texts[count - 1]


def wait_for(ask: Callable[[], T], enough: Callable[[T], bool], patience: float = PATIENCE) -> T:
    """What was said last, enough or not."""
    until = time.monotonic() + patience
    while not enough(said := ask()) and time.monotonic() < until:
        time.sleep(0.1)
    return said


def _document(answer: httpx.Response) -> dict[str, Any]:
    try:
        return dict(answer.json())
    except ValueError:
        raise NotAsPromised(
            f"{answer.request.url} answered {answer.status_code}, not JSON: {answer.text[:200]}"
        ) from None
