"""A partner edits a lead."""

from dataclasses import dataclass

import pytest

from tests.unit.partners.desk import Desk
from twofold.contracts.errors import InvalidRequest, NotFound, PreconditionFailed
from twofold.contracts.events import LeadStageChanged, LeadUpdated
from twofold.contracts.instants import from_text
from twofold.contracts.payloads.leads import LeadPatch, LeadPatched, TagChange
from twofold.leads.change import LeadChange
from twofold.leads.model import STAGES, Lead
from twofold.leads.ports import LeadBook, LeadMoved
from twofold.leads.update import UpdateLead


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def lead_id(desk: Desk) -> str:
    return desk.joined()


EVERYTHING = LeadPatch(
    attributes={"company": "Saffron", "first_name": "Anna"},
    stage="sql",
    tags=TagChange(add=("vip", "vip", "new")),
)


def test_all_of_it_becomes_true_at_once_and_is_told_with_whose_word_it_is(desk: Desk, lead_id: str):
    was = desk.show(lead_id)
    told = desk.patch(lead_id, EVERYTHING)
    shown = desk.show(lead_id)
    assert told == LeadPatched(
        lead_id=lead_id, version=was.version + 1, applied=True, changed=["attributes", "tags", "stage"]
    )
    assert (shown.attributes["company"], shown.stage, shown.tags) == ("Saffron", "sql", ["vip", "new"])
    happened = {event.type: event.data for event in desk.news(lead_id, was.version)}
    assert [happened["lead.updated.v1"], happened["lead.stage_changed.v1"]] == [
        LeadUpdated(
            changed=("attributes", "tags"),
            tagged=("vip", "new"),
            fields=("company", "first_name"),
            told_by="hubspot",
        ),
        LeadStageChanged(stage="sql", was="subscriber", by="hubspot", told_by="hubspot"),
    ]


def test_no_value_of_an_attribute_is_told(desk: Desk, lead_id: str):
    since = desk.show(lead_id).version
    desk.patch(lead_id, EVERYTHING)
    assert "Saffron" not in repr(desk.news(lead_id, since))


def test_what_is_so_already_changes_nothing_and_tells_nobody(desk: Desk, lead_id: str):
    first = desk.patch(lead_id, EVERYTHING)
    assert desk.patch(lead_id, EVERYTHING) == LeadPatched(
        lead_id=lead_id, version=first.version, applied=True, changed=[]
    )
    assert desk.patch(lead_id, LeadPatch()).changed == []
    assert desk.news(lead_id, first.version) == []


def test_null_removes_an_attribute_and_what_is_not_named_stays(desk: Desk, lead_id: str):
    desk.patch(lead_id, EVERYTHING)
    told = desk.patch(lead_id, LeadPatch(attributes={"company": None, "never_had": None}))
    assert told.changed == ["attributes"]
    shown = desk.show(lead_id)
    assert "company" not in shown.attributes
    assert (shown.attributes["first_name"], shown.stage) == ("Anna", "sql")
    (event,) = desk.news(lead_id, told.version - 1)
    assert isinstance(event.data, LeadUpdated)
    assert event.data.fields == ("company",)


def test_a_partner_moves_a_lead_forward_and_back(desk: Desk, lead_id: str):
    for stage in (STAGES[-1], STAGES[0]):
        assert desk.patch(lead_id, LeadPatch(stage=stage)).changed == ["stage"]  # type: ignore[arg-type]
        assert desk.show(lead_id).stage == stage


def test_a_tag_that_is_to_come_and_go_comes(desk: Desk, lead_id: str):
    desk.patch(lead_id, LeadPatch(tags=TagChange(add=("a", "b"), remove=("b", "c"))))
    assert desk.show(lead_id).tags == ["a", "b"]
    desk.patch(lead_id, LeadPatch(tags=TagChange(remove=("a",))))
    assert desk.show(lead_id).tags == ["b"]


def test_what_was_decided_on_an_older_version_is_dropped_and_said_to_be(desk: Desk, lead_id: str):
    seen = desk.show(lead_id).version
    assert desk.patch(lead_id, LeadPatch(stage="sql", version=seen)).applied
    late = desk.patch(lead_id, LeadPatch(stage="lead", version=seen))
    assert late == LeadPatched(lead_id=lead_id, version=seen + 1, applied=False, changed=[])
    assert desk.show(lead_id).stage == "sql"


def test_a_version_that_the_lead_never_had_is_refused(desk: Desk, lead_id: str):
    with pytest.raises(InvalidRequest) as raised:
        desk.patch(lead_id, LeadPatch(stage="lead", version=desk.show(lead_id).version + 1))
    assert raised.value.field == "version"


def test_a_change_for_another_version_than_the_lead_has_is_refused(desk: Desk, lead_id: str):
    version = desk.show(lead_id).version
    assert desk.patch(lead_id, LeadPatch(stage="lead"), expected=version).applied
    with pytest.raises(PreconditionFailed):
        desk.patch(lead_id, LeadPatch(stage="sql"), expected=version)
    assert desk.show(lead_id).stage == "lead"


@pytest.mark.parametrize(
    ("patches", "field"),
    [
        ([LeadPatch(attributes={f"a{n}": "x" for n in range(k, k + 20)}) for k in (0, 20, 40)], "attributes"),
        (
            [LeadPatch(tags=TagChange(add=tuple(f"t{n}" for n in range(k, k + 20)))) for k in (0, 20, 40)],
            "tags.add",
        ),
    ],
)
def test_a_lead_has_no_more_than_fifty_of_each(
    desk: Desk, lead_id: str, patches: list[LeadPatch], field: str
):
    for patch in patches[:2]:
        desk.patch(lead_id, patch)
    before = desk.show(lead_id)
    with pytest.raises(InvalidRequest) as raised:
        desk.patch(lead_id, patches[2])
    assert (raised.value.code, raised.value.field) == ("too_many", field)
    assert desk.show(lead_id) == before


def test_whoever_has_left_can_be_edited_and_has_still_left(desk: Desk, lead_id: str):
    desk.left(lead_id)
    desk.patch(lead_id, EVERYTHING)
    shown = desk.show(lead_id)
    assert (shown.status, shown.consents, shown.stage) == ("opted_out", [], "sql")


@pytest.mark.parametrize("gone", [True, False])
def test_nobody_and_whoever_was_erased_cannot_be_edited(desk: Desk, lead_id: str, gone: bool):
    if gone:
        desk.world.books.upkeep.mark_lead(lead_id, "erased")
    with pytest.raises(NotFound):
        desk.patch(lead_id if gone else "NOBODY", EVERYTHING)


@dataclass
class Meddling:
    """A book in which somebody else is quicker the first time."""

    book: LeadBook
    quicker: LeadPatch
    met: int = 0

    def lead(self, lead_id: str) -> Lead | None:
        return self.book.lead(lead_id)

    def change(self, change: LeadChange) -> None:
        self.met += 1
        if self.met == 1:
            now = self.book.lead(change.lead.lead_id)
            assert now
            at = from_text(change.events[0].time)
            other = LeadChange.updated(now, self.quicker, None, at=at)
            assert other
            self.book.change(other)
            raise LeadMoved
        self.book.change(change)


def test_two_who_edit_at_the_same_moment_both_have_their_say(desk: Desk, lead_id: str):
    meddling = Meddling(desk.world.books.leads, LeadPatch(tags=TagChange(add=("theirs",))))
    update = UpdateLead(book=meddling, clock=desk.world.clock)  # type: ignore[arg-type]
    told = update(lead_id, LeadPatch(tags=TagChange(add=("ours",))), told_by=None)
    assert (told.applied, meddling.met) == (True, 2)
    assert sorted(desk.show(lead_id).tags) == ["ours", "theirs"]


def test_a_change_for_a_version_is_refused_when_another_comes_between(desk: Desk, lead_id: str):
    version = desk.show(lead_id).version
    meddling = Meddling(desk.world.books.leads, LeadPatch(stage="mql"))
    update = UpdateLead(book=meddling, clock=desk.world.clock)  # type: ignore[arg-type]
    with pytest.raises(PreconditionFailed):
        update(lead_id, LeadPatch(stage="sql"), told_by=None, expected=version)
    assert desk.show(lead_id).stage == "mql"
