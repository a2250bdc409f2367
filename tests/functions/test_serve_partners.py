"""A CRM's questions over HTTP."""

import pytest

from tests.fakes import sample_events
from tests.fakes.samples import ANNA, BEN
from tests.functions.house import House


def test_known_and_unknown_people_are_told_apart(house: House):
    code = house.code(ANNA)
    told = house.ask("serve_partners", sample_events.http("look_up", headers=house.key("leads:read")))
    assert told.status == 200
    anna, ben = told.json["leads"]
    assert (anna["exists"], anna["status"], anna["phone"]) == (True, "confirmed", ANNA)
    assert anna["codes"][0]["code"] == code
    assert ben == {"exists": False, "phone": BEN}


def test_the_same_person_asked_for_twice_is_told_twice(house: House):
    house.code(ANNA)
    event = sample_events.http("look_up", headers=house.key("leads:read"), body={"phones": [ANNA, ANNA]})
    told = house.ask("serve_partners", event)
    assert [lead["exists"] for lead in told.json["leads"]] == [True, True]


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "phones"),
        ({"phones": ["601"]}, "phones[0]"),
        ({"phones": []}, "phones"),
        ({"lead_ids": ["a b"]}, "lead_ids[0]"),
    ],
)
def test_a_question_that_is_none_is_refused(house: House, body: dict[str, object], field: str):
    told = house.ask("serve_partners", sample_events.http("look_up", headers=house.key(), body=body))
    assert (told.status, told.json["errors"][0]["field"]) == (422, field)


def test_only_who_may_read_leads_is_answered(house: House):
    assert house.ask("serve_partners", sample_events.http("look_up")).status == 401
    till = house.key("codes:read")
    assert house.ask("serve_partners", sample_events.http("look_up", headers=till)).status == 403


def test_the_document_of_the_api_is_open_to_all(house: House):
    told = house.ask("serve_partners", sample_events.http("openapi"))
    assert told.status == 200
    assert told.json["openapi"] == "3.1.0"
    assert told.headers["cache-control"] == "public, max-age=300"
