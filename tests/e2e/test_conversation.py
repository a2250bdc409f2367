"""People answer, carriers report and links are opened: over the phone's own address, on the whole stack."""

import json
import os
import re
import subprocess
import sys
import uuid
from datetime import timedelta

import pytest

from infra.local.demo.scene import wait_for
from infra.local.gateway.carrier import PRICE
from tests.e2e.dialogue import (
    Row,
    answers,
    events,
    lead,
    messages,
    plan_marketing,
    say,
    standing,
    stored,
)
from tests.e2e.visitor import SOON, Visitor
from tests.fakes.packing import said
from tests.faults.people import fresh_number
from tests.stack import RUNS
from twofold.contracts.instants import now, to_text
from twofold.leads.phone import Phone

KEYWORD = "BUFFET"
BROWSER = {"User-Agent": "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile/15E148 Safari/604.1"}
SCANNER = {"User-Agent": "WhatsApp/2.24"}


def review(*arguments: str) -> str:
    """What `make review` prints."""
    result = subprocess.run(
        [sys.executable, "-m", "infra.operate.review", *arguments],
        env=os.environ | {"TWOFOLD_LOCAL": str(RUNS / str(os.getpid()))},
        capture_output=True,
        text=True,
        check=True,
    )
    return result.stdout


def test_stop_by_the_phone_stops_and_is_confirmed_once(visitor: Visitor):
    phone = fresh_number()
    code = lead(visitor, phone)
    say(visitor, phone, "stop")
    assert standing(visitor, phone, "opted_out")["status"] == "opted_out"
    assert [data["source"] for data in events(visitor, phone, "lead.opted_out.v1")] == ["reply"]
    assert "START" in answers(visitor, phone, 1)[0]
    say(visitor, phone, "STOP!")
    assert len(events(visitor, phone, "message.received.v1", 2)) == 2
    planned = plan_marketing(visitor, phone, code)
    (blocked,) = messages(visitor, phone, message_id=planned, state="blocked")
    assert blocked["rule"] == "opted_out"
    assert len(answers(visitor, phone, 1)) == 1


def test_an_answer_that_aws_brings_twice_is_taken_in_once(visitor: Visitor):
    phone, stack = fresh_number(), visitor.stack
    lead(visitor, phone)
    said = {"originationNumber": phone.e164, "destinationNumber": "+12125550101", "messageKeyword": "STOP"}
    said |= {"messageBody": "STOP", "inboundMessageId": str(uuid.uuid4()), "previousPublishedMessageId": "x"}
    sns = stack.client("sns")
    for _ in range(3):
        sns.publish(TopicArn=stack.outputs["InboundTopicArn"], Message=json.dumps(said))
    standing(visitor, phone, "opted_out")
    answers(visitor, phone, 1)
    say(visitor, phone, "HELP")
    heard = [data["intent"] for data in events(visitor, phone, "message.received.v1", 2)]
    assert sorted(heard) == ["help", "stop"]
    assert len(answers(visitor, phone, 2)) == 2


@pytest.mark.parametrize("known", [True, False], ids=["a lead", "a stranger"])
def test_help_is_answered_with_who_we_are_and_how_to_stop(visitor: Visitor, known: bool):
    phone = fresh_number()
    if known:
        lead(visitor, phone)
    say(visitor, phone, "Help")
    (answer,) = answers(visitor, phone, 1) if known else visitor.texts(phone, 1)
    campaign = visitor.people.campaign
    assert campaign.brand in answer
    assert "STOP" in answer
    assert str(campaign.contact) in answer


def test_a_stranger_joins_by_a_keyword_and_a_yes_to_the_consents_own_words(visitor: Visitor):
    phone, campaign = fresh_number(), visitor.people.campaign
    wording = campaign.consents[-1]
    say(visitor, phone, KEYWORD.lower())
    assert wording.text[campaign.locale] in visitor.texts(phone, 1)[0]
    assert stored(visitor, phone).get("status") is None
    say(visitor, phone, "y")
    found = standing(visitor, phone, "confirmed")
    assert found["codes"][0] in visitor.texts(phone, 2)[1]
    key = {":lead": found["lead_id"]}
    rows = visitor.stack.table("consents").query(
        KeyConditionExpression="lead_id = :lead", ExpressionAttributeValues=key
    )["Items"]
    (evidence,) = [json.loads(said(row["evidence"])) for row in rows]
    assert evidence["method"] == "keyword"
    assert (evidence["wording_version"], evidence["wording"]) == (
        wording.version,
        wording.text[campaign.locale],
    )


def test_a_yes_that_nobody_asked_for_makes_no_lead(visitor: Visitor):
    phone = fresh_number()
    say(visitor, phone, "YES")
    assert [data["intent"] for data in events(visitor, phone, "message.received.v1")] == ["other"]
    assert not stored(visitor, phone)


def test_start_brings_back_who_had_stopped_and_yes_does_not(visitor: Visitor):
    phone = fresh_number()
    lead(visitor, phone)
    scopes = stored(visitor, phone)["scopes"]
    say(visitor, phone, "STOP")
    standing(visitor, phone, "opted_out")
    say(visitor, phone, "yes")
    events(visitor, phone, "message.received.v1", 2)
    assert stored(visitor, phone)["status"] == "opted_out"
    say(visitor, phone, "START")
    back = standing(visitor, phone, "confirmed")
    assert (back["status"], back["scopes"]) == ("confirmed", scopes)
    assert len(answers(visitor, phone, 2)) == 2


def test_doubtful_words_wait_for_a_person_and_hold_marketing_back(visitor: Visitor):
    phone, words = fresh_number(), f"why do you keep texting me, {uuid.uuid4().hex[:8]}"
    code = lead(visitor, phone)
    say(visitor, phone, words)
    (received,) = messages(visitor, phone, state="received")
    assert received["rule"] == "doubtful"
    (line,) = [line for line in review().splitlines() if words in line]
    planned = plan_marketing(visitor, phone, code)
    (blocked,) = messages(visitor, phone, message_id=planned, state="blocked")
    assert blocked["rule"] == "held_review"
    review(line.split()[0], "--say", "stop")
    assert stored(visitor, phone)["status"] == "opted_out"
    assert words not in review()


def test_a_receipt_tells_that_a_text_arrived_and_what_it_cost(visitor: Visitor):
    phone = fresh_number()
    lead(visitor, phone)
    (delivered,) = messages(visitor, phone, template="code", state="delivered")
    assert delivered["billed"] == int(PRICE * 1_000_000) * delivered["parts"]
    told = {data["message_id"]: data["price"] for data in events(visitor, phone, "message.delivered.v1", 2)}
    assert told[delivered["message_id"]] == delivered["billed"]
    shown = {text["id"]: text["state"] for text in visitor.stack.texts(phone.e164)}
    assert shown[delivered["provider_id"]] == "delivered"


def test_a_number_that_opted_out_at_the_carrier_gets_nothing_more(visitor: Visitor):
    phone = Phone("+48510000003", "PL")
    code = lead(visitor, phone)
    assert standing(visitor, phone, "opted_out")["status"] == "opted_out"
    assert [data["source"] for data in events(visitor, phone, "lead.opted_out.v1")] == ["carrier"]
    planned = plan_marketing(visitor, phone, code)
    (blocked,) = messages(visitor, phone, message_id=planned, state="blocked")
    assert blocked["rule"] == "opted_out"
    shown = visitor.stack.texts(phone.e164)
    assert {(text["state"], text["why"]) for text in shown} == {("failed", "Phone number is opted out")}


def test_a_number_that_is_none_any_more_must_be_confirmed_anew(visitor: Visitor):
    phone = Phone("+48510000002", "PL")
    lead(visitor, phone)
    held = wait_for(lambda: stored(visitor, phone), lambda row: "hold" in row, SOON)
    assert (held["status"], held["hold"]) == ("confirmed", "verify_again")


def test_the_link_in_a_codes_text_leads_to_its_page_and_tells_a_person_from_a_machine(visitor: Visitor):
    phone = fresh_number()
    code = lead(visitor, phone)
    found = re.search(rf"{re.escape(visitor.stack.site)}/(\w+)", visitor.texts(phone, 2)[1])
    assert found
    _lay_unopened(visitor, found[1], timedelta(minutes=1))
    answer = visitor.client.get(found[0], headers=BROWSER)
    assert answer.status_code == 302
    assert answer.headers["location"].startswith(f"{visitor.stack.site}/c/{code}?utm_source=twofold")
    assert visitor.client.get(found[0], headers=SCANNER).status_code == 302
    assert visitor.client.head(found[0], headers=BROWSER).status_code == 302
    clicks = events(visitor, phone, "message.clicked.v1", 2)
    assert [(click["human"], click["rule"]) for click in clicks] == [
        (True, "nothing_against_it"),
        (False, "known_machine"),
    ]
    link = visitor.stack.table("links").get_item(Key={"slug": found[1]}, ConsistentRead=True)["Item"]
    assert link["clicks"] == 3
    assert visitor.client.get(answer.headers["location"], headers=BROWSER).status_code == 200


def _lay_unopened(visitor: Visitor, slug: str, age: timedelta) -> None:
    """As if the text had been read for a while: who opens a link at once is taken for a machine."""
    visitor.stack.table("links").update_item(
        Key={"slug": slug},
        UpdateExpression="SET made_at = :then, last_at = :then",
        ExpressionAttributeValues={":then": to_text(now() - age)},
    )


@pytest.mark.parametrize(("body", "field"), [({"text": "STOP"}, "from"), ({"from": "+48601234567"}, "text")])
def test_an_answer_that_lacks_something_is_refused_by_name(visitor: Visitor, body: Row, field: str):
    answer = visitor.client.post(f"{visitor.stack.phone}/replies", json=body)
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")
    assert [fault["field"] for fault in answer.json()["errors"]] == [field]
