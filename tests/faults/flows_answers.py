"""What people answer, as the topic of a two-way number brings it: to the function itself, up to three times."""

import json
import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from tests.fakes.stored import put_asset
from tests.faults.audit import Audit
from tests.faults.flows import Flow, Point, Scene
from tests.faults.people import People, fresh_number
from tests.faults.platform import Handle, invoke
from twofold.adapters.dynamodb.leads import DynamoLeadBook
from twofold.assets.model import Asset
from twofold.contracts.instants import now
from twofold.leads.change import LeadChange
from twofold.leads.phone import Phone

KEYWORD = "PROOF"


def brought(people: People, phone: Phone, body: str) -> dict[str, Any]:
    """The event by which SNS invokes the function with what somebody texted: each time another text."""
    topic = people.process.twin.stack.outputs["InboundTopicArn"]
    said = {
        "originationNumber": phone.e164,
        "destinationNumber": "+12125550101",
        "messageBody": body,
        "inboundMessageId": uuid.uuid4().hex,
    }
    told = {"TopicArn": topic, "Timestamp": f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%S.000Z}"}
    return {"Records": [{"EventSource": "aws:sns", "Sns": {**told, "Message": json.dumps(said)}}]}


def _said(
    people: People, phone: Phone, body: str, judge: Callable[[Audit], None], *, answered: str | None
) -> Scene:
    event = brought(people, phone, body)

    def play(handle: Handle) -> bool:
        return invoke(handle, event)

    def all_of_it(done: bool, found: Audit, point: Point | None) -> None:
        assert done, "the answer ended among the dead letters"
        assert found.count("message.received.v1") == 1
        answers = [row.template for row in found.messages if row.state == "planned"]
        assert answers == ([answered] if answered else []), f"answered with {answers}"
        judge(found)

    return Scene(phone, play, all_of_it)


def _standing(status: str, hold: str | None = None) -> Callable[[Audit], None]:
    def judge(found: Audit) -> None:
        assert found.lead
        assert (found.lead.status, found.lead.hold) == (status, hold)

    return judge


def _stop(people: People) -> Scene:
    phone = fresh_number()
    people.lead(phone)
    return _said(people, phone, "Stop!", _standing("opted_out"), answered="stopped")


def _stop_of_a_stranger(people: People) -> Scene:
    return _said(people, fresh_number(), "STOP", _standing("opted_out"), answered="stopped")


def _help(people: People) -> Scene:
    phone = fresh_number()
    people.lead(phone)
    return _said(people, phone, "HELP", _standing("confirmed"), answered="help")


def _start(people: People) -> Scene:
    phone = fresh_number()
    people.lead(phone)
    _leave(people, phone)
    return _said(people, phone, "START", _standing("confirmed"), answered="resumed")


def _doubtful(people: People) -> Scene:
    phone = fresh_number()
    people.lead(phone)
    return _said(people, phone, "not interested", _standing("confirmed", "review"), answered=None)


def _join(people: People) -> Scene:
    phone = fresh_number()
    open_keyword(people)

    def judge(found: Audit) -> None:
        assert found.lead is None, "a keyword alone makes nobody a lead"
        (challenge,) = found.challenges
        assert challenge.by == "reply"

    return _said(people, phone, KEYWORD, judge, answered="join")


def yes(people: People) -> Scene:
    phone = fresh_number()
    open_keyword(people)
    people.process.load("receive_callbacks").handle(brought(people, phone, KEYWORD), None)
    people.attach()
    event = brought(people, phone, "Y")

    def judge(done: bool, found: Audit, point: Point | None) -> None:
        assert done, "the yes ended among the dead letters"
        _standing("confirmed")(found)
        assert len(found.codes) == 1, "one code"
        assert found.count("lead.confirmed.v1") == 1
        assert found.count("message.received.v1") == 2

    return Scene(phone, lambda handle: invoke(handle, event), judge)


def open_keyword(people: People) -> None:
    """From now on, KEYWORD joins the campaign."""
    people.attach()
    campaign_id = people.campaign.campaign_id
    asset = Asset(asset_id="by_text", campaign_id=campaign_id, kind="keyword", name="proof", keyword=KEYWORD)
    put_asset(asset)


def _leave(people: People, phone: Phone) -> None:
    book = DynamoLeadBook(people.connection)
    lead = book.lead(people.lead_id(phone))
    assert lead
    book.change(LeadChange.opted_out(lead, source="reply", text="STOP", message_id=None, at=now()))


FLOWS = (
    Flow("STOP", "receive_callbacks", _stop, 50),
    Flow("STOP of a stranger", "receive_callbacks", _stop_of_a_stranger, 62),
    Flow("HELP", "receive_callbacks", _help, 62),
    Flow("START", "receive_callbacks", _start, 74),
    Flow("doubtful words", "receive_callbacks", _doubtful, 50),
    Flow("keyword", "receive_callbacks", _join, 128),
    Flow("yes to an invitation", "receive_callbacks", yes, 100),
)
