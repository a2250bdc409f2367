"""One lead, their story and their consents, as a partner sees them."""

from dataclasses import fields

import pytest

from tests.fakes.samples import ANNA, order
from tests.unit.partners.desk import Desk
from twofold.contracts.errors import NotFound
from twofold.contracts.payloads.lead_story import ConsentEvidence
from twofold.contracts.payloads.leads import Activity, LeadPatch, MetAt
from twofold.leads.change import LeadChange
from twofold.leads.consent import Evidence


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_lead_is_shown_with_number_codes_and_where_they_met_us(desk: Desk):
    code = desk.world.code()
    desk.world.codes.redeem(code, order())
    shown = desk.show(desk.world.lead_id())
    assert (shown.phone, shown.country, shown.status) == (ANNA, "PL", "confirmed")
    assert shown.consents == ["marketing", "cart_reminders"]
    assert [(c.code, c.state) for c in shown.codes] == [(code, "redeemed")]
    assert isinstance(shown.origin, MetAt)
    assert shown.origin.campaign_id == "buffet-20"
    assert isinstance(shown.activity, Activity)
    assert shown.activity.days >= 1


def test_a_hold_is_shown_with_its_end(desk: Desk):
    lead_id, at = desk.joined(), desk.world.clock()
    lead = desk.world.books.leads.lead(lead_id)
    assert lead
    desk.world.books.leads.change(LeadChange.held(lead, "resting", until=at, failures=0, at=at))
    assert desk.show(lead_id).hold == "resting"
    assert isinstance(desk.show(lead_id).held_until, str)


@pytest.mark.parametrize("status", ["pending", "a status of a later day"])
def test_a_status_is_told_as_it_stands(desk: Desk, status: str):
    lead_id = desk.joined()
    desk.world.books.upkeep.mark_lead(lead_id, status)
    assert desk.show(lead_id).status == status


def test_the_story_is_told_page_by_page_the_newest_first(desk: Desk):
    lead_id = desk.joined()
    for stage in ("lead", "mql", "sql"):
        desk.patch(lead_id, LeadPatch(stage=stage))
    whole = desk.timeline(lead_id, after=None, limit=100)
    assert not whole.next_cursor
    place, told = None, []
    while True:
        page = desk.timeline(lead_id, after=place, limit=2)
        told += page.events
        if not page.next_cursor:
            break
        place = str(page.next_cursor)
    assert told == whole.events
    assert [event.data["stage"] for event in told[:3]] == ["sql", "mql", "lead"]


def test_a_page_that_is_just_full_is_the_last_one(desk: Desk):
    lead_id = desk.joined()
    number = len(desk.timeline(lead_id, after=None, limit=100).events)
    assert not desk.timeline(lead_id, after=None, limit=number).next_cursor


def test_the_story_can_be_of_one_kind(desk: Desk):
    page = desk.timeline(desk.joined(), after=None, limit=10, kind="lead.confirmed.v1")
    assert [event.type for event in page.events] == ["lead.confirmed.v1"]


def test_consents_are_told_word_for_word_and_as_a_chain(desk: Desk):
    lead_id = desk.joined()
    desk.left(lead_id, "Please do not text me any more.")
    given, withdrawn = desk.consents(lead_id, after=None, limit=10).consents
    assert (given.action, withdrawn.action, withdrawn.previous) == ("given", "withdrawn", given.digest)
    assert isinstance(given.evidence, ConsentEvidence)
    assert isinstance(withdrawn.evidence, ConsentEvidence)
    assert given.evidence.wording
    assert given.evidence.address
    assert withdrawn.evidence.wording == "Please do not text me any more."
    assert withdrawn.evidence.method == "partner"


def test_consents_come_by_pages(desk: Desk):
    lead_id = desk.joined()
    desk.left(lead_id)
    first = desk.consents(lead_id, after=None, limit=1)
    second = desk.consents(lead_id, after=str(first.next_cursor), limit=1)
    assert [link.seq for page in (first, second) for link in page.consents] == [1, 2]
    assert not second.next_cursor


@pytest.mark.parametrize("place", ["x", "-1", "²", "1.5"])
def test_a_place_in_the_chain_that_somebody_made_up_is_its_beginning(desk: Desk, place: str):
    assert len(desk.consents(desk.joined(), after=place, limit=10).consents) == 1


def test_every_word_of_the_evidence_has_its_place_in_the_answer():
    assert {field.name for field in fields(Evidence)} <= set(ConsentEvidence.__struct_fields__)


@pytest.mark.parametrize("question", ["show", "timeline", "consents", "left"])
@pytest.mark.parametrize("gone", [True, False])
def test_nobody_and_whoever_was_erased_is_not_there(desk: Desk, question: str, gone: bool):
    lead_id = desk.joined() if gone else "NOBODY"
    if gone:
        desk.world.books.upkeep.mark_lead(lead_id, "erased")
    page = {"after": None, "limit": 1} if question in ("timeline", "consents") else {}
    with pytest.raises(NotFound) as raised:
        getattr(desk, question)(lead_id, **page)
    assert raised.value.code == "lead_not_found"
