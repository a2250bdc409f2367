"""The sorts of number there are, and what each is answered when it comes to the door."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from pynamodb.expressions.update import Action

from tests.faults.people import People, fresh_number
from twofold.adapters.dynamodb.items import LeadItem
from twofold.adapters.dynamodb.limits import DynamoCounter
from twofold.adapters.dynamodb.messages import DynamoMessageBook
from twofold.contracts.instants import now
from twofold.contracts.settings import LimitSettings
from twofold.leads.phone import Phone
from twofold.limits.allowance import Allowance
from twofold.messages.model import VERIFICATION, Message

PER_ANSWER = frozenset({"date", "apigw-requestid", "x-amzn-requestid", "x-amz-request-id", "x-request-id"})
"""Headers that tell one answer from another, whoever asks."""

_MASKED = {"challenge_id": "an id", "expires_at": "a time"}


def _unknown(people: People, phone: Phone) -> None:
    """Nobody has ever left it."""


def _pending(people: People, phone: Phone) -> None:
    people.challenge(phone)


def _confirmed(people: People, phone: Phone) -> None:
    people.lead(phone)


def _opted_out(people: People, phone: Phone) -> None:
    people.lead(phone)
    LeadItem(lead_id=people.lead_id(phone)).update([LeadItem.status.set("opted_out")])


def _erased(people: People, phone: Phone) -> None:
    people.lead(phone)
    gone: list[Action] = [LeadItem.status.set("erased"), LeadItem.phone.remove(), LeadItem.scopes.set([])]
    LeadItem(lead_id=people.lead_id(phone)).update(gone)


def _limited(people: People, phone: Phone) -> None:
    """No text and no guess is left for it today."""
    challenge, _ = people.challenge(phone)
    book, limits, lead_id = DynamoMessageBook(people.connection), LimitSettings(), people.lead_id(phone)
    log = book.send_log(lead_id)
    for ago in range(limits.number_day):
        at = now() - timedelta(seconds=ago)
        message = Message(
            message_id=f"m{ago}{lead_id}",
            message_class=VERIFICATION,
            template=VERIFICATION,
            lead_id=lead_id,
            origin=challenge.origin,
            shown="",
            parts=1,
            planned_at=at,
        )
        book.claim(message, log := log.plus(at))
    guesses = Allowance(key=f"guess#{lead_id}", most=limits.guesses_day, seconds=86_400)
    assert DynamoCounter().take(guesses, now(), limits.guesses_day)


SORTS: dict[str, Callable[[People, Phone], None]] = {
    "unknown": _unknown,
    "pending": _pending,
    "confirmed": _confirmed,
    "opted out": _opted_out,
    "erased": _erased,
    "rate limited": _limited,
}


@dataclass(frozen=True)
class Door:
    """One way of asking: `age` of the challenge it needs, None for none."""

    name: str
    path: str
    age: float | None
    body: Callable[[People, Phone, str], Any]


def _wrong(people: People, phone: Phone, challenge_id: str) -> dict[str, str]:
    return {"code": f"{(int(people.digits(challenge_id)) + 1) % 10**6:06d}"}


def _signup(people: People, phone: Phone, challenge_id: str) -> dict[str, Any]:
    return people.signup(phone)


DOORS = (
    Door("sign-up", "/v1/signups", None, _signup),
    Door("resend", "/v1/signups/{}/resend", 40, lambda *_: None),
    Door("wrong confirmation", "/v1/signups/{}/confirmation", 0, _wrong),
)


def knock(people: People, door: Door, sort: str, ask: Callable[[str, Any], Any]) -> Any:
    """What `ask(path, body)` gets for a fresh number of that sort."""
    phone = fresh_number()
    people.attach()
    SORTS[sort](people, phone)
    challenge_id = "" if door.age is None else people.challenge(phone, age=door.age)[0].challenge_id
    return ask(door.path.format(challenge_id), door.body(people, phone, challenge_id))


def masked(status: int, headers: dict[str, str], body: str) -> tuple[int, Any, str]:
    """The answer, byte for byte, except ids and times, whose places show how long they were."""
    told = json.loads(body)
    for name, what in _MASKED.items():
        if name in told:
            body = re.sub(re.escape(told[name]), f"<{what} of {len(told[name])}>", body)
    kept = {name.lower(): value for name, value in headers.items() if name.lower() not in PER_ANSWER}
    return status, sorted(kept.items()), body
