"""Receipts, as EventBridge brings them, and a link that somebody opens."""

import uuid
from dataclasses import replace
from datetime import timedelta
from typing import Any

from tests.faults.audit import Audit
from tests.faults.flows import Flow, Point, Scene
from tests.faults.people import People, fresh_address, fresh_number
from tests.faults.planning import marketing, plan
from tests.faults.platform import Handle, insist_on, invoke, request
from twofold.adapters.dynamodb.items import LimitItem, LinkItem
from twofold.adapters.dynamodb.limits import DynamoCounter
from twofold.adapters.dynamodb.links import DynamoLinkBook
from twofold.adapters.dynamodb.messages import DynamoMessageBook
from twofold.contracts.events import MessageSent
from twofold.contracts.instants import now
from twofold.contracts.settings import LimitSettings, SendingSettings
from twofold.leads.phone import Phone
from twofold.limits.allowance import Allowance
from twofold.messages.links.model import Link
from twofold.messages.model import Message
from twofold.messages.money.spend import DAY, Budgets

RESERVED, BILLED = 200_000, 35_000
DIFFERENCE = RESERVED - BILLED
"""Millionths of a US dollar. What goes back may get lost on the way, and never goes back twice."""

IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15"


def _accepted(people: People, phone: Phone) -> tuple[Message, Allowance]:
    """A text that a provider took a while ago, and the budget of the day that its price was taken from."""
    people.lead(phone)
    at = now()
    message = replace(marketing(people, phone), price=RESERVED, charged_at=at, charged=(DAY,), parts=1)
    plan(people, message)
    budgets = Budgets(limits=LimitSettings(), sending=SendingSettings())
    ((_, day),) = budgets.of(message, people.campaign.budget)
    assert DynamoCounter().take(day, at, RESERVED)
    book, told = DynamoMessageBook(people.connection), _sent(message)
    book.claim(message)
    book.close(
        replace(message, state="accepted", provider="aws", provider_id=message.message_id),
        message.told(told, at),
    )
    return message, day


def _sent(message: Message) -> MessageSent:
    named = {"message_id": message.message_id, "template": message.template}
    return MessageSent(**named, message_class=message.message_class, parts=1, provider="aws")


def _receipt(message: Message, kind: str) -> dict[str, Any]:
    detail = {
        "eventType": kind,
        "messageId": message.message_id,
        "isFinal": True,
        "context": {"message_id": message.message_id},
        "totalMessagePrice": BILLED / 1_000_000,
    }
    return {"source": "aws.sms-voice", "detail": detail}


def _delivered(people: People) -> Scene:
    return _settled(people, "TEXT_DELIVERED", "delivered", {"silent": 0, "failures": 0})


def _unreachable(people: People) -> Scene:
    """The number's failures are counted, once."""
    return _settled(people, "TEXT_UNREACHABLE", "failed", {"silent": 1, "failures": 1})


def _gone(people: People) -> Scene:
    """Only a fresh confirmation lets texts go there again."""
    return _settled(people, "TEXT_INVALID", "failed", {"silent": 0, "failures": 1, "hold": "verify_again"})


def _settled(people: People, kind: str, state: str, expected: dict[str, Any]) -> Scene:
    phone = fresh_number()
    message, day = _accepted(people, phone)
    event, before = _receipt(message, kind), _taken(day)

    def judge(done: bool, found: Audit, point: Point | None) -> None:
        assert done, "the receipt ended among the dead letters"
        (row,) = found.messages
        assert (row.state, int(row.billed or 0)) == (state, BILLED)
        back = before - _taken(day)
        assert back in ((0, DIFFERENCE) if point else (DIFFERENCE,)), f"{back} went back, not {DIFFERENCE}"
        assert found.lead
        assert int(found.lead.failures or 0) == expected["failures"]
        assert found.lead.hold == expected.get("hold")

    return Scene(phone, lambda handle: invoke(handle, event), judge, silent=expected["silent"])


def _taken(day: Allowance) -> int:
    return int(LimitItem.get(day.row(now())).taken)


def _link(people: People) -> Scene:
    phone, slug = fresh_number(), uuid.uuid4().hex[:9]
    people.lead(phone)
    at = now() - timedelta(minutes=1)
    message = marketing(people, phone)
    link = Link(
        slug=slug,
        target="https://shop.example/",
        message_id=message.message_id,
        lead_id=message.lead_id,
        origin=message.origin,
        made_at=at,
    )
    DynamoLinkBook(people.connection).open(link)
    address = fresh_address()

    def play(handle: Handle) -> dict[str, Any]:
        return insist_on(lambda: request(handle, "GET", f"/{slug}", address=address, user_agent=IPHONE))

    def judge(answer: dict[str, Any], found: Audit, point: Point | None) -> None:
        headers = {name.lower(): value for name, value in answer["headers"].items()}
        assert (answer["statusCode"], headers["location"]) == (302, link.target)
        assert LinkItem.get(slug).clicks >= 1
        clicks = [event.data.human for event in found.events if event.type == "message.clicked.v1"]  # type: ignore[attr-defined]
        assert clicks, "the click was not told"
        assert True in clicks or point, "a person's click is taken for a machine's"
        assert len(clicks) == len(set(clicks)), "a first click is told twice"

    return Scene(phone, play, judge)


FLOWS = (
    Flow("receipt: delivered", "receive_callbacks", _delivered, 76),
    Flow("receipt: unreachable", "receive_callbacks", _unreachable, 76),
    Flow("receipt: no number", "receive_callbacks", _gone, 76),
    Flow("link", "serve_pages", _link, 54),
)
