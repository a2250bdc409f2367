"""What happened, in each CRM's own words."""

import dataclasses
import json
from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from tests.fakes import sample_events
from tests.unit.crm.ring import ROOTS
from tests.unit.crm.sent import KINDS, NOW, a_contact, a_subscription, event_of, sample, sent
from twofold.contracts.errors import InvalidRequest
from twofold.contracts.events import CATALOGUE
from twofold.crm.mapping.model import EVENT_NAMES
from twofold.crm.mapping.systems import SYSTEMS, System
from twofold.crm.outbound import tokens
from twofold.crm.outbound.wording import CrmWording
from twofold.webhooks.ports import Answered, Outgoing, Refused

LEAD = "YMK466DV67CSEOH7IEUL2OFOBE"


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("kind", KINDS)
def test_the_samples_say_what_is_sent(system: System, kind: str):
    kept = sample_events.read(f"crm/{system}_is_told")[kind]
    assert kept == json.loads(json.dumps(sample(system, kind))), "run: python -m tests.unit.crm.sent"


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("kind", sorted(set(CATALOGUE) - {"webhook.test.v1"}))
def test_an_event_is_told_where_the_mapping_has_a_name_for_it_and_nowhere_else(system: System, kind: str):
    event = event_of(kind)
    assert bool(sent(system, event, a_contact(LEAD))) == (kind in EVENT_NAMES)


@pytest.mark.parametrize(
    ("system", "path"),
    [
        ("hubspot", "/crm/v3/properties/contacts/twofold_lead_id"),
        ("salesforce", "/services/data/v62.0/limits"),
        ("klaviyo", "/api/accounts"),
    ],
)
def test_who_tries_a_webhook_out_asks_for_something_and_changes_nothing(system: System, path: str):
    (asked,) = sent(system, event_of("webhook.test.v1"), None)
    assert (asked["method"], asked["url"]) == ("GET", f"{ROOTS[system]}{path}")
    assert asked["headers"]["Authorization"] == "Bearer sample"


@pytest.mark.parametrize("system", SYSTEMS)
def test_of_whom_nobody_knows_nothing_is_told(system: System):
    assert sent(system, event_of("code.redeemed.v1"), None) == []


@pytest.mark.parametrize("system", SYSTEMS)
def test_of_who_was_erased_it_is_told_that_they_were_and_nothing_else_of_them(system: System):
    (request,) = sent(system, event_of("lead.erased.v1"), None)
    words = json.dumps(request)
    assert "erased" in words
    assert "+48" not in words


def test_salesforce_makes_no_lead_of_one_who_was_erased():
    (request,) = sent("salesforce", event_of("lead.erased.v1"), None)
    assert request["url"].endswith("?updateOnly=true")
    (made,) = CrmWording(Silent()).requests(
        a_subscription("salesforce"), event_of("lead.erased.v1"), None, NOW
    )
    assert made.fine == (404,)


@pytest.mark.parametrize(
    ("system", "path"),
    [("hubspot", ("inputs", 0, "properties", "lifecyclestage")), ("salesforce", ("Status",))],
)
def test_a_stage_is_told_when_it_moved_forward_and_not_with_anything_else(system: System, path: Any):
    event = event_of("lead.stage_changed.v1")
    (forward,) = sent(system, event, a_contact(LEAD, stage="customer"))
    assert _at(forward["body"], path)
    (other,) = sent(system, event_of("code.redeemed.v1"), a_contact(LEAD, stage="customer"))
    assert _at(other["body"], path) is None


@pytest.mark.parametrize("system", SYSTEMS)
def test_a_stage_that_moved_back_is_not_told(system: System):
    event = event_of("lead.stage_changed.v1")
    back = replace(event, data=replace(event.data, stage="lead", was="sql"))
    words = json.dumps(sent(system, back, a_contact(LEAD, stage="lead")))
    assert not any(f'"{field}"' in words for field in ("lifecyclestage", "Status", "Rating", "twofold_stage"))


@pytest.mark.parametrize("kind", ["lead.confirmed.v1", "code.redeemed.v1", "message.sent.v1"])
def test_a_lead_whom_salesforce_does_not_know_is_made_by_whatever_is_told_of_them_first(kind: str):
    (made,) = sent("salesforce", event_of(kind), a_contact(LEAD), new=True)
    body = made["body"]
    assert (body["LastName"], body["Company"], body["LeadSource"]) == (
        "(unknown)",
        "(private person)",
        "SMS sign-up",
    )
    assert (body["Status"], body["Rating"]) == ("Working - Contacted", "Warm"), "a new lead has a stage, too"


@pytest.mark.parametrize("kind", ["lead.confirmed.v1", "code.redeemed.v1"])
def test_over_what_people_wrote_of_a_lead_in_salesforce_nothing_is_put_not_by_a_replay_either(kind: str):
    (later,) = sent("salesforce", event_of(kind), a_contact(LEAD))
    assert not {"LastName", "Company", "LeadSource"} & set(later["body"])


def test_what_a_lead_told_goes_before_what_is_usual():
    known, usual = a_contact(LEAD, attributes={"last_name": "Nowak"}), {"company": "Guests"}
    (named,) = sent("salesforce", event_of("lead.confirmed.v1"), known, new=True, options=usual)
    assert (named["body"]["LastName"], named["body"]["Company"]) == ("Nowak", "Guests")


def test_a_last_name_that_is_gone_is_not_emptied_where_salesforce_wants_one():
    event = event_of("lead.updated.v1")
    gone = replace(event, data=replace(event.data, fields=("last_name",)))
    (told,) = sent("salesforce", gone, a_contact(LEAD))
    assert told["body"]["LastName"] == "(unknown)"
    assert "Company" not in told["body"]


@pytest.mark.parametrize("status", [200, 300, 401, 429, 503])
def test_whatever_else_salesforce_says_of_a_lead_is_no_reason_to_put_anything_over_one(status: int):
    caller = Salesforce(status)
    subscription, event = a_subscription("salesforce"), event_of("code.redeemed.v1")
    (made,) = CrmWording(caller).requests(subscription, event, a_contact(LEAD), NOW)
    assert b"LastName" not in made.body
    (asked,) = caller.asked
    assert (asked.method, asked.body) == ("HEAD", b"")
    assert asked.url == made.url
    assert asked.headers["Authorization"] == "Bearer sample"


@pytest.mark.parametrize("system", ["hubspot", "klaviyo"])
def test_of_a_crm_that_needs_no_more_of_a_new_lead_nothing_is_asked(system: System):
    subscription = a_subscription(system)
    assert CrmWording(Silent()).requests(subscription, event_of("code.redeemed.v1"), a_contact(LEAD), NOW)


def test_tags_that_do_not_fit_into_their_field_are_left_out_whole():
    tags = tuple(f"a-tag-of-some-length-{i:02}" for i in range(30))
    contact = a_contact(LEAD, tags=tags)
    (told,) = sent("salesforce", event_of("code.redeemed.v1"), contact)
    held = told["body"]["Twofold_Tags__c"]
    assert len(held) <= 255
    assert held == ";".join(tags[:10]), (
        "ten of 24 characters with a ; behind each: 239, and eleven would be 263"
    )
    (hubspot,) = sent("hubspot", event_of("code.redeemed.v1"), contact)
    assert hubspot["body"]["inputs"][0]["properties"]["twofold_tags"] == ";".join(tags)


def test_a_set_that_fits_exactly_is_told_as_it_is():
    tags = ("a" * 100, "b" * 100, "c" * 53)
    (told,) = sent("salesforce", event_of("code.redeemed.v1"), a_contact(LEAD, tags=tags))
    assert told["body"]["Twofold_Tags__c"] == ";".join(tags)


def test_an_attribute_that_is_gone_is_emptied_there():
    event = event_of("lead.updated.v1")
    gone = replace(event, data=replace(event.data, fields=("first_name",)))
    none = a_contact(LEAD, attributes=None)
    assert sent("hubspot", gone, none)[0]["body"]["inputs"][0]["properties"]["firstname"] == ""
    assert sent("salesforce", gone, none)[0]["body"]["FirstName"] is None
    assert sent("klaviyo", gone, none)[0]["body"]["data"]["attributes"]["first_name"] is None


def test_klaviyo_is_told_who_agreed_and_who_left_and_nobody_is_subscribed_who_has_left_since():
    assert _job(sent("klaviyo", event_of("lead.confirmed.v1"), a_contact(LEAD))) == "SUBSCRIBED"
    left = a_contact(LEAD, status="opted_out", consents=())
    assert _job(sent("klaviyo", event_of("lead.confirmed.v1"), left)) is None
    assert _job(sent("klaviyo", event_of("lead.opted_out.v1"), left)) == "UNSUBSCRIBED"
    back = a_contact(LEAD)
    assert _job(sent("klaviyo", event_of("lead.opted_out.v1"), back)) is None
    other = a_contact(LEAD, consents=("cart_reminders",))
    assert _job(sent("klaviyo", event_of("lead.confirmed.v1"), other)) is None


def test_klaviyo_puts_who_agreed_into_a_list():
    job = sent("klaviyo", event_of("lead.confirmed.v1"), a_contact(LEAD), options={"list_id": "Y6nRLr"})[-1]
    assert job["body"]["data"]["relationships"]["list"]["data"] == {"type": "list", "id": "Y6nRLr"}


def test_money_is_told_in_whole_units():
    (event,) = sent("klaviyo", event_of("order.placed.v1"), a_contact(LEAD))
    amount = sample_events.read("bus/order.placed.v1")["detail"]["data"]["amount"]
    assert event["body"]["data"]["attributes"]["value"] == amount / 100


def test_a_name_of_an_event_is_what_people_see():
    named = {"code.redeemed.v1": "Kupon zrealizowany"}
    metric = sent("klaviyo", event_of("code.redeemed.v1"), a_contact(LEAD), events=named)[1]
    assert (
        metric["body"]["data"]["attributes"]["metric"]["data"]["attributes"]["name"] == "Kupon zrealizowany"
    )


def test_an_address_may_have_anything_behind_its_host():
    subscription = dataclasses.replace(a_subscription("klaviyo"), url="https://a.klaviyo.com/api/?x=1#y")
    made = CrmWording(Silent()).requests(subscription, event_of("order.placed.v1"), a_contact(LEAD), NOW)
    assert made[0].url == "https://a.klaviyo.com/api/events"


def test_a_mapping_that_makes_no_sense_any_more_is_said():
    with pytest.raises(InvalidRequest, match=r"mapping\.fields\.phon"):
        sent("hubspot", event_of("order.placed.v1"), a_contact(LEAD), fields={"phon": "x"})


class Silent:
    def call(self, request: Outgoing, patience: float) -> Answered:
        raise AssertionError("nobody is asked for a token")


class Salesforce:
    def __init__(self, status: int = 200, body: bytes = b'{"access_token": "token-1", "id": "x"}') -> None:
        self.asked: list[Outgoing] = []
        self.answer = Answered(status=status, headers={}, body=body)

    def call(self, request: Outgoing, patience: float) -> Answered:
        self.asked.append(request)
        return self.answer


def _with_app(caller: Salesforce, minutes: int = 0) -> list[Outgoing]:
    subscription = dataclasses.replace(
        a_subscription("salesforce"), headers={"authorization": "Basic aWQ6c2VjcmV0"}
    )
    at = NOW + timedelta(minutes=minutes)
    return list(CrmWording(caller).requests(subscription, event_of("order.placed.v1"), a_contact(LEAD), at))


def test_a_token_of_salesforce_is_fetched_with_the_app_s_secret_and_kept_for_a_while(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(tokens, "_kept", {})
    caller = Salesforce()
    for minutes in (0, 9, 10):
        (request,) = _with_app(caller, minutes)
        assert request.headers["authorization"] == "Bearer token-1"
    fetched = [one for one in caller.asked if one.method == "POST"]
    assert [one.url for one in fetched] == ["https://brand.my.salesforce.com/services/oauth2/token"] * 2
    assert fetched[0].body == b"grant_type=client_credentials"
    looked = [one for one in caller.asked if one.method == "HEAD"]
    assert {one.headers["authorization"] for one in looked} == {"Bearer token-1"}


@pytest.mark.parametrize("caller", [Salesforce(401, b"{}"), Salesforce(200, b"<html>"), Salesforce(500, b"")])
def test_without_a_token_the_attempt_is_missed(caller: Salesforce, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(tokens, "_kept", {})
    with pytest.raises(Refused):
        _with_app(caller)


def _at(body: Any, path: Any) -> Any:
    for step in path:
        body = body.get(step) if isinstance(body, dict) else body[step]
    return body


def _job(requests: list[dict[str, Any]]) -> str | None:
    jobs = [r["body"]["data"] for r in requests if "subscription" in r["url"]]
    if not jobs:
        return None
    (profile,) = jobs[0]["attributes"]["profiles"]["data"]
    consent: str = profile["attributes"]["subscriptions"]["sms"]["marketing"]["consent"]
    return consent
