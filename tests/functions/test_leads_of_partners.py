"""A CRM asks about single leads and changes them, over HTTP."""

from typing import Any

import pytest

from tests.fakes import sample_events
from tests.fakes.samples import ANNA
from tests.functions.house import Answered, House
from twofold.adapters.dynamodb.operations import DynamoKeyBook
from twofold.contracts.payloads.leads import LeadPatch
from twofold.partners.keys import mint_key

SAMPLES = ("lead", "lead_timeline", "lead_consents", "patch_lead", "opt_out")


@pytest.fixture
def lead_id(house: House) -> str:
    house.confirmed()
    return house.lead_id()


def crm(house: House, *scopes: str) -> dict[str, str]:
    """The header of HubSpot's key."""
    secret, key = mint_key("crm", scopes or ("leads:read", "leads:write"), system="hubspot")
    DynamoKeyBook().put(key)
    return {"authorization": f"Bearer {secret}"}


def ask(
    house: House, sample: str, lead_id: str, /, headers: dict[str, str] | None = None, **more: Any
) -> Answered:
    headers = {"if-match": "*", **crm(house), **(headers or {})}
    event = sample_events.http(sample, headers=headers, lead_id=lead_id, **more)
    return house.ask("serve_partners", event)


def told(house: House, kind: str) -> list[str]:
    return [row["event"] for row in house.ledger() if row["type"] == kind]


def test_a_lead_is_shown_with_number_and_version(house: House, lead_id: str):
    answered = ask(house, "lead", lead_id)
    assert (answered.status, answered.json["phone"], answered.json["version"]) == (200, ANNA, 1)
    assert (answered.headers["etag"], answered.headers["cache-control"]) == ('"1"', "no-store")


def test_their_story_comes_page_by_page(house: House, lead_id: str):
    whole = ask(house, "lead_timeline", lead_id, query={}).json
    assert "next_cursor" not in whole
    cursor: dict[str, str] = {}
    events: list[dict[str, Any]] = []
    for _ in whole["events"]:
        page = ask(house, "lead_timeline", lead_id, query={"limit": "1", **cursor}).json
        events += page["events"]
        cursor = {"cursor": page.get("next_cursor", "")}
    assert events == whole["events"]
    assert not cursor["cursor"]
    assert {"lead.confirmed.v1", "code.issued.v1"} <= {event["type"] for event in events}


def test_a_cursor_is_good_for_its_own_list_alone(house: House, lead_id: str):
    cursor = ask(house, "lead_timeline", lead_id, query={"limit": "1"}).json["next_cursor"]
    answered = ask(house, "lead_consents", lead_id, query={"cursor": cursor})
    assert (answered.status, answered.json["errors"][0]["field"]) == (422, "cursor")


def test_consents_are_told_word_for_word(house: House, lead_id: str):
    (link,) = ask(house, "lead_consents", lead_id).json["consents"]
    assert (link["seq"], link["action"], link["scopes"]) == (1, "given", ["marketing", "cart_reminders"])
    assert link["evidence"]["wording"]


def test_an_edit_is_stored_with_whose_word_it_is_and_has_a_new_tag(house: House, lead_id: str):
    answered = ask(house, "patch_lead", lead_id, headers={"if-match": '"1"'})
    assert answered.status == 200
    assert answered.json == {
        "lead_id": lead_id,
        "version": 2,
        "applied": True,
        "changed": ["attributes", "tags", "stage"],
    }
    assert answered.headers["etag"] == '"2"'
    lead = house.lead()
    assert (lead.stage, lead.tags, (lead.attributes or {})["company"]) == ("sql", ("vip",), "Saffron & Rice")
    assert all('"told_by":"hubspot"' in event for event in told(house, "lead.updated.v1"))
    assert ask(house, "lead", lead_id).headers["etag"] == '"2"'


def test_the_same_edit_again_is_no_news_and_keeps_the_tag(house: House, lead_id: str):
    for version in (1, 2):
        answered = ask(house, "patch_lead", lead_id, headers={"if-match": f'"{version}"'})
        assert answered.headers["etag"] == '"2"'
    assert len(told(house, "lead.updated.v1")) == 1


def test_an_attribute_that_is_null_goes(house: House, lead_id: str):
    ask(house, "patch_lead", lead_id)
    ask(house, "patch_lead", lead_id, body={"attributes": {"company": None}})
    assert "company" not in (house.lead().attributes or {})


def test_an_edit_for_another_version_is_refused(house: House, lead_id: str):
    answered = ask(house, "patch_lead", lead_id, headers={"if-match": '"7"'})
    assert (answered.status, answered.json["code"]) == (412, "version_mismatch")
    assert house.lead().version == 1


def test_an_edit_that_comes_late_is_dropped(house: House, lead_id: str):
    ask(house, "patch_lead", lead_id)
    answered = ask(house, "patch_lead", lead_id, body={"stage": "lead", "version": 1})
    assert (answered.status, answered.json["applied"], house.lead().stage) == (200, False, "sql")


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"stage": "boss"}, "stage"),
        ({"attributes": {"": "x"}}, "attributes"),
        ({"attributes": {" a": "x"}}, "attributes"),
        ({"attributes": {"a": ""}}, "attributes[...]"),
        ({"attributes": {"a": "x\ny"}}, "attributes[...]"),
        ({"attributes": {"a": 7}}, "attributes[...]"),
        ({"attributes": {f"a{n}": "x" for n in range(21)}}, "attributes"),
        ({"tags": {"add": [""]}}, "tags.add[0]"),
        ({"tags": {"swap": []}}, "tags.swap"),
        ({"status": "confirmed"}, "status"),
        ({"version": -1}, "version"),
        ({"version": 99}, "version"),
    ],
)
def test_an_edit_that_makes_no_sense_is_refused_by_its_field(
    house: House, lead_id: str, body: dict[str, Any], field: str
):
    answered = ask(house, "patch_lead", lead_id, body=body)
    assert (answered.status, answered.json["errors"][0]["field"]) == (422, field)
    assert house.lead().version == 1


def test_an_edit_may_say_nothing():
    assert LeadPatch() == LeadPatch(attributes=None, stage=None, tags=None, version=None)


def test_who_leaves_by_the_crm_has_left_and_told_again_nothing_changes(house: House, lead_id: str):
    first, again = ask(house, "opt_out", lead_id), ask(house, "opt_out", lead_id)
    assert (first.status, again.status) == (201, 200)
    assert first.json == again.json == {"lead_id": lead_id, "status": "opted_out", "version": 2}
    (event,) = told(house, "lead.opted_out.v1")
    assert '"source":"partner"' in event
    assert '"told_by":"hubspot"' in event
    assert house.lead().scopes == ()


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_lead_that_we_do_not_know_is_not_there(house: House, sample: str):
    answered = ask(house, sample, "NOBODY")
    assert (answered.status, answered.json["code"]) == (404, "lead_not_found")


@pytest.mark.parametrize("odd", ["%00", "..%2F..", "x" * 2_100, "%F0%9F%8D%9B"])
@pytest.mark.parametrize("sample", SAMPLES)
def test_an_id_that_can_be_none_is_not_there_either(house: House, sample: str, odd: str):
    assert ask(house, sample, odd).status == 404


class TestRate:
    def test_every_answer_tells_how_often_the_key_may_still_call(self, house: House, lead_id: str):
        header = crm(house, "leads:read")
        left = []
        for sample, who, status in (
            ("lead", lead_id, 200),
            ("lead", "NOBODY", 404),
            ("patch_lead", lead_id, 403),
        ):
            answered = ask(house, sample, who, headers=header)
            assert answered.status == status
            assert answered.headers["ratelimit-limit"] == "3000"
            assert 1 <= int(answered.headers["ratelimit-reset"]) <= 60
            left.append(int(answered.headers["ratelimit-remaining"]))
        assert left in ([2999, 2998, 2997], [2999, 2998, 2999], [2999, 2999, 2998]), "a minute may have begun"

    def test_without_a_key_nothing_is_told(self, house: House):
        answered = house.ask("serve_partners", sample_events.http("lead"))
        assert answered.status == 401
        assert not [name for name in answered.headers if name.startswith("ratelimit")]

    def test_what_is_open_to_all_tells_nothing_after_a_caller_with_a_key(self, house: House, lead_id: str):
        ask(house, "lead", lead_id)
        answered = house.ask("serve_partners", sample_events.http("openapi"))
        assert not [name for name in answered.headers if name.startswith("ratelimit")]


def test_a_parameter_that_nobody_knows_is_refused(house: House, lead_id: str):
    answered = ask(house, "lead", lead_id, query={"phone": "+48"})
    assert (answered.status, answered.json["errors"][0]["field"]) == (422, "phone")


def test_the_key_of_a_request_has_a_length(house: House, lead_id: str):
    answered = ask(house, "opt_out", lead_id, headers={"idempotency-key": "k" * 256})
    assert (answered.status, answered.json["errors"][0]["field"]) == (422, "Idempotency-Key")
