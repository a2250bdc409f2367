"""CRMs tell over HTTP what changed there."""

import json
from typing import Any

import pytest

from tests.fakes import sample_events
from tests.fakes.samples import ANNA, BEN
from tests.functions.house import Answered, House


def told(house: House, system: str, body: Any, **headers: str) -> Answered:
    key = house.key("leads:write") | headers
    event = sample_events.http(f"crm_{system}", headers=key, body=body)
    return house.ask("serve_partners", event)


def test_a_profile_of_klaviyo_changes_the_lead_and_its_echo_does_not(house: House):
    house.confirmed()
    profile = {
        "external_id": house.lead_id(),
        "first_name": "Joanna",
        "twofold_stage": "mql",
        "colour": "red",
    }
    (item,) = told(house, "klaviyo", profile).json["items"]
    changed = ["attributes.first_name", "stage"]
    assert item == {"result": "applied", "lead_id": house.lead_id(), "changed": changed, "ignored": 1}
    (again,) = told(house, "klaviyo", profile | {"first_name": " JOANNA "}).json["items"]
    assert again["result"] == "unchanged"
    assert ((house.lead().attributes or {})["first_name"], house.lead().stage) == ("Joanna", "mql")
    news = [
        row["event"] for row in house.ledger() if row["type"] in ("lead.updated.v1", "lead.stage_changed.v1")
    ]
    assert len(news) == 2
    assert all('"told_by":"klaviyo"' in event for event in news)


def test_who_opts_out_in_salesforce_has_left_and_comes_back_by_nothing_that_it_says(house: House):
    house.confirmed()
    lead = {"Twofold_Id__c": house.lead_id(), "Twofold_Opted_Out__c": True}
    assert told(house, "salesforce", lead).json["items"][0]["changed"] == ["opted_out"]
    (item,) = told(house, "salesforce", lead | {"Twofold_Opted_Out__c": False}).json["items"]
    assert (item["result"], item["refused"][0]["reason"]) == ("refused", "no_consent")
    assert house.lead().status == "opted_out"


def test_a_contact_of_hubspot_is_learned_and_then_known(house: House):
    house.confirmed()
    body: Any = sample_events.read("crm/hubspot_tells")
    learned, moved, left = body
    learned["propertyValue"] = house.lead_id()
    (item,) = told(house, "hubspot", _text([learned])).json["items"]
    assert item["reason"] == "learned"
    items = told(house, "hubspot", _text([moved, left, moved | {"objectId": 7}])).json["items"]
    # The sample's leaving happened before this lead agreed: who leaves is heard, however late it is told.
    assert [one["result"] for one in items] == ["applied", "applied", "unknown_lead"]
    assert (house.lead().stage, house.lead().status) == ("mql", "opted_out")


def test_the_same_name_told_twice_as_one_comes_back_is_done_once(house: House):
    house.confirmed()
    profile = {"phone_number": ANNA, "first_name": "Joanna", "updated": "2026-11-22T12:00:00Z"}
    told(house, "klaviyo", profile)
    before = len(house.ledger())
    told(house, "klaviyo", profile)
    assert len(house.ledger()) == before


@pytest.mark.parametrize(
    ("system", "body", "status", "field"),
    [
        ("klaviyo", "[]", 422, "body"),
        ("klaviyo", "{", 400, None),
        ("klaviyo", '{"external_id": 7}', 422, "external_id"),
        ("salesforce", '{"Twofold_Version__c": "x"}', 422, "Twofold_Version__c"),
        ("hubspot", "{}", 422, "body"),
        ("hubspot", '[{"objectId": 1, "occurredAt": "x"}]', 422, "[0].occurredAt"),
        ("hubspot", '[{"objectId": "1", "occurredAt": 1, "subscriptionType": "x"}]', 422, "[0].objectId"),
    ],
)
def test_what_is_none_of_their_bodies_is_refused(
    house: House, system: str, body: str, status: int, field: str | None
):
    answer = told(house, system, body)
    assert answer.status == status
    if field:
        assert field in answer.json["errors"][0]["field"]


def test_only_who_may_write_leads_is_heard(house: House):
    event = sample_events.http("crm_klaviyo", headers=house.key("leads:read"), body={"phone_number": BEN})
    assert house.ask("serve_partners", event).status == 403


def test_hubspot_s_own_posts_are_not_believed_without_its_signature(house: House):
    event = sample_events.read("callbacks/hubspot_changes")
    assert house.ask("serve_partners", event).status in (401, 404)


def _text(body: Any) -> str:
    return json.dumps(body)
