"""What a CRM tells becomes true here, where it is news and nobody's consent."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fakes import sample_events
from tests.fakes.crm_klaviyo import FakeKlaviyo
from tests.fakes.samples import ANNA, BEN, LANDING, signup
from tests.unit.crm.ring import Ring
from twofold.contracts.errors import InvalidRequest
from twofold.contracts.instants import to_text
from twofold.contracts.payloads.crm import CrmItem, NotTakenOver
from twofold.crm.mapping.systems import KLAVIYO, SALESFORCE, SYSTEMS, System
from twofold.leads.model import Lead
from twofold.leads.ports import LeadBook


def changed(ring: Ring, name: str, value: Any, *, later: float = 0, **fields: Any) -> dict[str, Any]:
    """A property of HubSpot's contact 1001 that somebody changed `later` seconds from now."""
    at = ring.clock() + timedelta(seconds=later)
    return {
        "subscriptionType": "contact.propertyChange",
        "portalId": 12,
        "appId": 98,
        "objectId": 1001,
        "occurredAt": round(at.timestamp() * 1000),
        "propertyName": name,
        "propertyValue": value,
        "changeSource": "CRM_UI",
        "sourceId": "userId:7",
        **fields,
    }


def met(ring: Ring) -> str:
    """A lead whose contact in HubSpot we know."""
    lead_id = ring.joined(first_name="Anna")
    (item,) = ring.hear("hubspot", [changed(ring, "twofold_lead_id", lead_id, changeSource="INTEGRATION")])
    assert (item.result, item.reason, item.lead_id) == ("unchanged", "learned", lead_id)
    return lead_id


def one(ring: Ring, system: System, **fields: Any) -> CrmItem:
    (item,) = ring.hear(system, fields)
    return item


def refusals(item: CrmItem) -> list[NotTakenOver]:
    assert isinstance(item.refused, list)
    return item.refused


def reason(item: CrmItem) -> str:
    return refusals(item)[0].reason


def test_somebody_changes_a_name_in_hubspot(ring: Ring):
    lead_id = met(ring)
    (item,) = ring.hear("hubspot", [changed(ring, "firstname", "Joanna")])
    assert (item.result, item.lead_id, item.changed) == ("applied", lead_id, ["attributes.first_name"])
    assert ring.lead(lead_id).attributes == {"first_name": "Joanna"}
    assert getattr(_last(ring), "told_by", None) == "hubspot"


def test_whose_contact_is_not_known_is_said(ring: Ring):
    met(ring)
    (item,) = ring.hear("hubspot", [changed(ring, "firstname", "Joanna", objectId=1002)])
    assert item.result == "unknown_lead"


def test_whose_a_contact_is_can_be_learned_from_any_of_our_writings(ring: Ring):
    lead_id = ring.joined(first_name="Anna")
    (item,) = ring.hear("hubspot", [changed(ring, "twofold_version", f"7 {lead_id}")])
    assert (item.reason, item.lead_id) == ("learned", lead_id)
    assert ring.hear("hubspot", [changed(ring, "firstname", "Joanna")])[0].result == "applied"


def test_a_contact_is_learned_and_changed_in_one_post_whatever_the_order(ring: Ring):
    lead_id = ring.joined(first_name="Anna")
    name = changed(ring, "firstname", "Joanna")
    known = changed(ring, "twofold_lead_id", lead_id, later=2, changeSource="INTEGRATION")
    first, second = ring.hear("hubspot", [name, known])
    assert (first.result, second.reason) == ("applied", "learned")


def test_nobody_learns_whose_a_contact_is_of_a_lead_that_there_is_not(ring: Ring):
    ring.hear("hubspot", [changed(ring, "twofold_lead_id", "NOBODY")])
    assert ring.known.ids == {}


def test_two_changes_that_come_in_the_wrong_order_end_as_they_did_there(ring: Ring):
    lead_id = met(ring)
    newer, older = (
        changed(ring, "firstname", "Johanna", later=2),
        changed(ring, "firstname", "Joanna", later=1),
    )
    assert [ring.hear("hubspot", [change])[0].result for change in (newer, older)] == ["applied", "stale"]
    assert (ring.lead(lead_id).attributes or {})["first_name"] == "Johanna"


def test_two_changes_in_one_post_are_done_in_the_order_of_their_times(ring: Ring):
    lead_id = met(ring)
    newer, older = (
        changed(ring, "firstname", "Johanna", later=2),
        changed(ring, "firstname", "Joanna", later=1),
    )
    assert [item.result for item in ring.hear("hubspot", [newer, older])] == ["applied", "applied"]
    assert (ring.lead(lead_id).attributes or {})["first_name"] == "Johanna"


@pytest.mark.parametrize(
    "source",
    [
        {"changeSource": "INTEGRATION", "sourceId": "98"},
        {"changeSource": "INTEGRATION"},
        {"changeSource": "integration", "sourceId": ""},
    ],
)
def test_what_our_own_app_wrote_is_no_news_even_where_hubspot_wrote_something_else(
    ring: Ring, source: dict[str, Any]
):
    lead_id = met(ring)
    post = changed(ring, "firstname", "Somebody else", **source)
    if "sourceId" not in source:
        del post["sourceId"]
    (item,) = ring.hear("hubspot", [post])
    assert (item.result, item.reason) == ("unchanged", "own_echo")
    assert ring.lead(lead_id).attributes == {"first_name": "Anna"}


def test_what_another_app_wrote_in_hubspot_is_news(ring: Ring):
    met(ring)
    (item,) = ring.hear(
        "hubspot", [changed(ring, "firstname", "Joanna", changeSource="INTEGRATION", sourceId="55")]
    )
    assert item.result == "applied"


def test_what_changed_together_with_our_version_we_wrote(ring: Ring):
    met(ring)
    items = ring.hear("hubspot", [changed(ring, "firstname", "ANN"), changed(ring, "twofold_version", "3")])
    assert [item.reason for item in items] == ["own_echo", "own_echo"]


def test_other_kinds_of_events_and_other_objects_are_left_alone(ring: Ring):
    lead_id = met(ring)
    before = ring.lead(lead_id)
    others = [
        changed(ring, "firstname", "X", subscriptionType="company.propertyChange"),
        changed(ring, "firstname", "X", subscriptionType="object.propertyChange", objectTypeId="0-2"),
        changed(ring, "firstname", "X", subscriptionType="contact.creation"),
    ]
    assert [item.result for item in ring.hear("hubspot", others)] == ["unchanged"] * 3
    assert ring.lead(lead_id) == before


def test_hubspots_newer_name_for_the_same_event_is_understood(ring: Ring):
    met(ring)
    post = changed(ring, "firstname", "Joanna", subscriptionType="object.propertyChange", objectTypeId="0-1")
    assert ring.hear("hubspot", [post])[0].result == "applied"


def test_a_property_that_was_cleared_in_hubspot_is_gone(ring: Ring):
    lead_id = met(ring)
    (item,) = ring.hear("hubspot", [changed(ring, "firstname", "")])
    assert item.result == "applied"
    assert not ring.lead(lead_id).attributes


def test_more_changes_than_hubspot_sends_at_a_time_are_refused(ring: Ring):
    with pytest.raises(InvalidRequest, match="100"):
        ring.hear("hubspot", [changed(ring, "firstname", "X")] * 101)


@pytest.mark.parametrize("system", SYSTEMS)
def test_who_leaves_in_a_crm_has_left_and_stays_away_whatever_the_crm_says(ring: Ring, system: System):
    lead_id = met(ring)
    said = _opt_out(ring, system, lead_id)
    assert said(True).changed == ["opted_out"]
    lead = ring.lead(lead_id)
    assert (lead.status, lead.scopes) == ("opted_out", ())
    assert getattr(_last(ring), "told_by", None) == system
    assert said(True).result == "unchanged"
    back = said(False)
    assert (back.result, reason(back)) == ("refused", "no_consent")
    assert ring.lead(lead_id).status == "opted_out"


def test_an_echo_of_leaving_does_not_send_away_who_has_agreed_anew_since(ring: Ring):
    lead_id = ring.joined()
    left = ring.hear("salesforce", {"Twofold_Id__c": lead_id, "Twofold_Opted_Out__c": True})
    assert left[0].result == "applied"
    seen, at = ring.lead(lead_id).version, ring.clock()
    ring.clock.forward(hours=1)
    ring.world.confirmed(signup(ANNA, asset_id=LANDING.asset_id).phone)
    late = {"Twofold_Id__c": lead_id, "Twofold_Opted_Out__c": True, "Twofold_Version__c": seen}
    assert one(ring, "salesforce", **late).result == "stale"
    assert one(ring, "salesforce", **late, LastModifiedDate=to_text(at)).result == "stale"
    assert ring.lead(lead_id).status == "confirmed"


def test_who_leaves_after_they_agreed_is_believed_though_the_crm_has_not_seen_that(ring: Ring):
    lead_id = ring.joined()
    told = {"Twofold_Id__c": lead_id, "Twofold_Version__c": 0, "Twofold_Opted_Out__c": True}
    ring.clock.forward(hours=1)
    assert one(ring, "salesforce", **told, LastModifiedDate=to_text(ring.clock())).result == "applied"


def test_who_leaves_is_heard_although_the_crm_has_told_of_something_later_before(ring: Ring):
    lead_id = met(ring)
    ring.hear("hubspot", [changed(ring, "twofold_opted_out", "false", later=9)])
    (item,) = ring.hear("hubspot", [changed(ring, "twofold_opted_out", "true", later=5)])
    assert (item.result, item.changed) == ("applied", ["opted_out"])
    assert ring.lead(lead_id).status == "opted_out"


@pytest.mark.parametrize("seen", [{"Twofold_Version__c": 1}, {}])
def test_who_left_in_a_crm_is_heard_late_too_where_nobody_here_knew_that_they_had(
    ring: Ring, seen: dict[str, Any]
):
    lead_id = ring.joined()
    said, at = {"Twofold_Id__c": lead_id, "Twofold_Opted_Out__c": True}, to_text(ring.clock())
    ring.clock.forward(hours=1)
    ring.world.confirmed(signup(ANNA, asset_id=LANDING.asset_id).phone)
    moment = {} if seen else {"LastModifiedDate": at}
    assert one(ring, "salesforce", **said, **seen, **moment).result == "applied"
    assert ring.lead(lead_id).status == "opted_out"


def test_who_left_in_a_crm_that_had_not_heard_that_they_left_and_came_back_has_left(ring: Ring):
    lead_id = ring.joined()
    seen = ring.lead(lead_id).version
    ring.receive.change.leave(lead_id, "klaviyo")
    ring.clock.forward(hours=1)
    ring.world.confirmed(signup(ANNA, asset_id=LANDING.asset_id).phone)
    told = {"Twofold_Id__c": lead_id, "Twofold_Version__c": seen, "Twofold_Opted_Out__c": True}
    assert one(ring, "salesforce", **told).result == "applied"
    ring.clock.forward(hours=1)
    ring.world.confirmed(signup(ANNA, asset_id=LANDING.asset_id).phone)
    assert one(ring, "salesforce", **told).result == "stale", "they told that before, and it was done"


def test_a_stage_moves_forward_by_a_crm_and_never_back(ring: Ring):
    lead_id = ring.joined()
    forward = one(ring, "klaviyo", external_id=lead_id, twofold_stage="sql")
    assert (forward.result, forward.changed) == ("applied", ["stage"])
    back = one(ring, "klaviyo", external_id=lead_id, twofold_stage="lead")
    assert (back.result, reason(back)) == ("refused", "stage_back")
    assert ring.lead(lead_id).stage == "sql"


def test_a_word_that_several_stages_share_moves_nobody_who_is_at_one_of_them(ring: Ring):
    lead_id = ring.joined()
    ring.patch(lead_id, stage="customer")
    assert one(ring, "salesforce", Twofold_Id__c=lead_id, Status="Working - Contacted").result == "unchanged"
    assert one(ring, "salesforce", Twofold_Id__c=lead_id, Status="Open - Not Contacted").result == "refused"
    assert ring.lead(lead_id).stage == "customer"


def test_a_word_that_is_no_stage_is_said(ring: Ring):
    item = one(ring, "klaviyo", external_id=ring.joined(), twofold_stage="whale")
    assert (item.result, reason(item)) == ("refused", "unknown_stage")


def test_tags_come_and_go_as_a_set(ring: Ring):
    lead_id = ring.joined()
    ring.patch(lead_id, tags={"add": ["vip", "cold"]})
    item = one(ring, "salesforce", Twofold_Id__c=lead_id, Twofold_Tags__c="vip; vegetarian")
    assert (item.result, item.changed) == ("applied", ["tags"])
    assert sorted(ring.lead(lead_id).tags) == ["vegetarian", "vip"]


def test_tags_that_did_not_fit_into_their_field_are_no_news_when_they_are_missing_there(ring: Ring):
    lead_id = ring.joined()
    tags = [f"a-tag-of-some-length-{i:02}" for i in range(20)]
    ring.patch(lead_id, tags={"add": tags})
    held = ";".join(tags[:10])
    echo = one(ring, "salesforce", Twofold_Id__c=lead_id, Twofold_Tags__c=held)
    assert (echo.result, sorted(ring.lead(lead_id).tags)) == ("unchanged", tags)
    edited = one(ring, "salesforce", Twofold_Id__c=lead_id, Twofold_Tags__c=";".join(["vip", *tags[1:10]]))
    assert (edited.result, sorted(ring.lead(lead_id).tags)) == ("applied", [*tags[1:], "vip"])


def test_who_is_not_known_by_id_is_known_by_number_and_one_who_is_somebody_else_is_nobody(ring: Ring):
    lead_id = ring.joined()
    found = one(ring, "klaviyo", phone_number="0048 601-234-567", first_name="Anna")
    assert (found.result, found.lead_id) == ("applied", lead_id)
    other = one(ring, "klaviyo", external_id=lead_id, phone_number=BEN, first_name="Ben")
    assert (other.result, reason(other)) == ("refused", "another_number")
    wrong = one(ring, "klaviyo", phone_number="call me", first_name="Ben")
    assert (wrong.result, reason(wrong)) == ("refused", "not_a_number")
    assert one(ring, "klaviyo", phone_number=BEN, first_name="Ben").result == "unknown_lead"
    assert one(ring, "klaviyo", first_name="Ben").result == "unknown_lead"


def test_a_lead_who_was_erased_is_not_known_any_more(ring: Ring):
    lead_id = ring.joined()
    ring.world.books.upkeep.mark_lead(lead_id, "erased")
    assert one(ring, "klaviyo", external_id=lead_id, first_name="Anna").result == "unknown_lead"


def test_fields_of_no_mapping_are_counted_and_left_alone(ring: Ring):
    item = one(ring, "klaviyo", external_id=ring.joined(), favourite_colour="red", x={"y": [1]})
    assert (item.result, item.ignored) == ("unchanged", 2)


@pytest.mark.parametrize(
    ("fields", "field", "reason"),
    [
        ({"first_name": ["Anna"]}, "attributes.first_name", "wrong_type"),
        ({"first_name": True}, "attributes.first_name", "wrong_type"),
        ({"twofold_opted_out": "maybe"}, "opted_out", "wrong_type"),
        ({"twofold_tags": [1]}, "tags", "wrong_type"),
        ({"first_name": "A" * 10_000}, "attributes.first_name", "too_long"),
        ({"twofold_tags": "t" * 200}, "tags.add[0]", "invalid_value"),
    ],
)
def test_what_no_lead_can_be_is_refused_with_its_reason(
    ring: Ring, fields: dict[str, Any], field: str, reason: str
):
    lead_id = ring.joined()
    before = ring.lead(lead_id)
    item = one(ring, "klaviyo", external_id=lead_id, **fields)
    assert item.result == "refused"
    assert [(no.field, no.reason) for no in refusals(item)] == [(field, reason)]
    assert ring.lead(lead_id) == before


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"external_id": 7}, "external_id"),
        ({"twofold_version": "soon"}, "twofold_version"),
        ({"updated": "yesterday"}, "updated"),
        ({"ChangeEventHeader": "x"}, "ChangeEventHeader"),
        ({"ChangeEventHeader": {"commitTimestamp": "x"}}, "ChangeEventHeader.commitTimestamp"),
        ({f"f{i}": 1 for i in range(201)}, "body"),
    ],
)
def test_a_record_that_says_nothing_of_use_is_refused_with_its_field(
    ring: Ring, fields: dict[str, Any], field: str
):
    with pytest.raises(InvalidRequest) as refused:
        ring.hear("klaviyo", fields)
    assert refused.value.field == field


def test_what_we_wrote_ourselves_salesforce_says_in_its_change_events(ring: Ring):
    event = sample_events.read("crm/salesforce_change_event") | {"Twofold_Id__c": ring.joined()}
    (item,) = ring.hear("salesforce", event | {"FirstName": "SOMEBODY"})
    assert (item.result, item.reason) == ("unchanged", "own_echo")
    event["ChangeEventHeader"]["changeOrigin"] = "com/salesforce/api/rest/62.0;client=other"
    assert ring.hear("salesforce", event | {"FirstName": "Joanna"})[0].result == "applied"


def test_the_samples_of_what_each_crm_sends_are_understood(ring: Ring):
    lead_id = ring.joined()
    for system in SYSTEMS:
        body = sample_events.read(f"crm/{system}_tells")
        told = _of(body, lead_id)
        assert {item.result for item in ring.hear(system, told)} <= {"applied", "unchanged"}
    lead = ring.lead(lead_id)
    assert (lead.status, lead.stage) == ("opted_out", "customer")


def test_a_clock_that_is_ahead_keeps_no_later_change_from_being_heard(ring: Ring):
    lead_id = met(ring)
    ring.hear("hubspot", [changed(ring, "firstname", "Joanna", later=10**9)])
    ring.clock.forward(minutes=2)
    (item,) = ring.hear("hubspot", [changed(ring, "firstname", "Johanna", later=5)])
    assert item.result == "applied"
    assert (ring.lead(lead_id).attributes or {})["first_name"] == "Johanna"


class Counted:
    """The book of leads, and how often somebody asked it."""

    def __init__(self, book: LeadBook) -> None:
        self.book, self.asked = book, list[int]()

    def leads(self, lead_ids: Sequence[str]) -> dict[str, Lead]:
        self.asked.append(len(lead_ids))
        return self.book.leads(lead_ids)


def test_leads_of_one_post_are_read_at_once_however_many_there_are(ring: Ring):
    counted = Counted(ring.receive.leads)
    ring.receive = replace(ring.receive, leads=counted)  # type: ignore[arg-type]
    joined = [ring.world.confirmed(f"+4860123{i:04}").lead.lead_id for i in range(8)]
    ids = [changed(ring, "twofold_lead_id", lead, objectId=i) for i, lead in enumerate(joined)]
    names = [changed(ring, "firstname", "Joanna", objectId=i, later=1) for i in range(8)]
    items = ring.hear("hubspot", ids + names)
    assert [item.result for item in items] == ["unchanged"] * 8 + ["applied"] * 8
    assert counted.asked == [8, 8], "once to know whom we met, once to judge"


def test_a_name_that_changed_and_changed_back_in_one_post_ends_as_it_did_there(ring: Ring):
    lead_id = met(ring)
    names = [changed(ring, "firstname", name, later=i) for i, name in enumerate(["Joanna", "Anna"], 1)]
    assert [item.result for item in ring.hear("hubspot", names)] == ["applied", "applied"]
    assert ring.lead(lead_id).attributes == {"first_name": "Anna"}


def test_an_id_that_none_can_be_is_not_learned(ring: Ring):
    ring.hear("hubspot", [changed(ring, "twofold_lead_id", "L" * 5_000)])
    assert ring.known.ids == {}


WORDS = st.sampled_from(
    [
        *KLAVIYO.fields.values(),
        *SALESFORCE.fields.values(),
        "updated",
        "LastModifiedDate",
        "ChangeEventHeader",
    ]
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(record=st.dictionaries(WORDS | st.text(max_size=9), JSON, max_size=8), known=st.booleans())
@pytest.mark.parametrize("system", ["salesforce", "klaviyo"])
def test_whatever_a_record_says_it_is_answered_or_refused_with_a_field(
    system: System, record: dict[str, Any], known: bool
):
    ring = Ring()
    key = {"salesforce": "Twofold_Id__c", "klaviyo": "external_id"}[system]
    about = {key: ring.joined()} if known else {}
    assert outcome(ring, system, record | about)


@pytest.mark.parametrize(
    "moment", ["0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59", "2026-11-22", "x"]
)
def test_a_moment_that_is_hard_to_reckon_with_is_reckoned_with_or_refused(ring: Ring, moment: str):
    told = {"external_id": ring.joined(), "first_name": "Joanna", "updated": moment}
    assert outcome(ring, "klaviyo", told) in ("applied", "stale", "updated")


def outcome(ring: Ring, system: System, body: Any) -> str | None:
    """What became of it, or the field that it was refused for."""
    try:
        (item,) = ring.hear(system, body)
    except InvalidRequest as refused:
        return refused.field
    return item.result


def test_what_a_lead_has_nowhere_else_is_found_by_the_mapping_of_the_webhook(ring: Ring):
    ring.crms = [FakeKlaviyo(ring.clock)]
    ring.mappings = {"klaviyo": {"fields": {"attributes.diet": "Diet", "attributes.city": None}}}
    lead_id = ring.joined()
    item = one(ring, "klaviyo", external_id=lead_id, Diet="vegan", **{"location.city": "Wrocław"})
    assert (item.changed, item.ignored) == (["attributes.diet"], 1)


def _of(body: Any, lead_id: str) -> Any:
    """The sample, as if it were about this lead."""
    if isinstance(body, list):
        for change in body:
            if change["propertyName"] == "twofold_lead_id":
                change["propertyValue"] = lead_id
        return body
    return {k: lead_id if k in ("Twofold_Id__c", "external_id") else v for k, v in body.items()} | (
        {"Twofold_Version__c": 99} if "Twofold_Id__c" in body else {"twofold_version": "99"}
    )


def _opt_out(ring: Ring, system: System, lead_id: str) -> Callable[[bool], CrmItem]:
    def said(out: bool) -> CrmItem:
        ring.clock.forward(seconds=5)
        if system == "hubspot":
            return ring.hear(system, [changed(ring, "twofold_opted_out", str(out).lower())])[0]
        key = {"salesforce": "Twofold_Id__c", "klaviyo": "external_id"}[system]
        field = {"salesforce": "Twofold_Opted_Out__c", "klaviyo": "twofold_opted_out"}[system]
        return one(ring, system, **{key: lead_id, field: out})

    return said


def _last(ring: Ring) -> Any:
    return ring.memory.ledger[max(ring.memory.ledger)].data
