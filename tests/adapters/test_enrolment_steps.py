"""What every EnrolmentBook promises of a step: all that it makes becomes true with it, or nothing does."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.fakes.automating import AT, a_text, begun, behind, done, kinds
from tests.fakes.books import Books
from tests.fakes.made import ORIGIN, fresh
from tests.fakes.people import joined, leaving, stored
from tests.fakes.samples import BUFFET
from twofold.automations.enrolments.enrolment import Enrolment
from twofold.automations.enrolments.events import exited
from twofold.automations.enrolments.step_done import StepDone
from twofold.automations.ports import EnrolmentMoved, ToldBefore
from twofold.codes.draw import draw_code
from twofold.contracts.causes import AUTOMATION
from twofold.leads.change import LeadChange
from twofold.leads.drawn import NewCode
from twofold.leads.model import Lead
from twofold.leads.ports import CodeTaken, LeadMoved
from twofold.ledger.record import record
from twofold.limits.spread import Part
from twofold.messages.sending.plan import planned

LATER = AT + timedelta(days=7)


def found(books: Books, way: Enrolment) -> Enrolment | None:
    return books.enrolments.find(way.lead_id, way.key)


def a_gift(lead: Lead, way: Enrolment, code: NewCode | None = None) -> StepDone:
    """A step that gives the lead another code."""
    drawn = code or draw_code(BUFFET, LATER)
    data = drawn.issued("", AUTOMATION)
    told = record(data, subject=lead.lead_id, version=lead.version + 1, at=LATER, origin=ORIGIN)
    after = behind(way, code=drawn.code)
    return done(after, told, code=drawn, lead_version=lead.version, codes=lead.codes)


class TestSteps:
    def test_a_step_is_done_and_told(self, books: Books):
        way = begun(books)
        after = behind(way)
        books.enrolments.step(done(after))
        assert found(books, way) == after
        assert kinds(books, way.lead_id) == ["automation.entered.v1", "automation.stepped.v1"]

    def test_the_last_step_ends_the_way_with_it(self, books: Books):
        way = begun(books)
        after = replace(way, done=("day-7",), since=LATER).ended("finished", LATER)
        books.enrolments.step(done(after, exited(after, LATER)))
        assert found(books, way) == after
        assert sorted(kinds(books, way.lead_id))[1:] == ["automation.exited.v1", "automation.stepped.v1"]
        assert list(books.enrolments.due(LATER)) == []

    def test_a_step_is_done_once(self, books: Books):
        way = begun(books)
        books.enrolments.step(done(behind(way)))
        with pytest.raises(EnrolmentMoved):
            books.enrolments.step(done(behind(way, step="another")))
        assert found(books, way) == behind(way)
        assert len(kinds(books, way.lead_id)) == 2


class TestTexts:
    def test_a_text_is_planned_with_its_step(self, books: Books):
        way = begun(books)
        text = a_text(way)
        books.enrolments.step(done(behind(way), planned(text), message=text))
        assert books.messages.find(text.message_id) == text
        assert found(books, way) == behind(way)
        assert sorted(kinds(books, way.lead_id))[1:] == ["automation.stepped.v1", "message.planned.v1"]

    def test_a_text_that_is_there_stands_in_the_way_of_its_step(self, books: Books):
        way, other = begun(books), begun(books)
        text = a_text(way)
        books.enrolments.step(done(behind(way), planned(text), message=text))
        same = replace(text, lead_id=other.lead_id)
        with pytest.raises(ToldBefore):
            books.enrolments.step(done(behind(other), planned(same), message=same))
        assert found(books, other) == other
        assert books.messages.find(text.message_id) == text

    def test_without_its_step_there_is_no_text(self, books: Books):
        way = begun(books)
        books.enrolments.put_off(way.next(due_at=AT + timedelta(days=9)))
        text = a_text(way)
        with pytest.raises(EnrolmentMoved):
            books.enrolments.step(done(behind(way), planned(text), message=text))
        assert books.messages.find(text.message_id) is None
        assert kinds(books, way.lead_id) == ["automation.entered.v1"]


class TestLeads:
    def test_a_lead_is_tagged_and_moved_on_with_the_step(self, books: Books):
        lead = joined(books)
        way = begun(books, lead.lead_id)
        tagged = LeadChange.tagged(lead, ("dormant",), at=LATER)
        books.enrolments.step(done(behind(way), change=tagged))
        assert stored(books, lead.lead_id) == replace(lead, tags=("dormant",), version=2)
        again = behind(behind(way))
        moved = LeadChange.staged(stored(books, lead.lead_id), "mql", "buffet-20/win-back", at=LATER)
        books.enrolments.step(done(again, change=moved))
        assert stored(books, lead.lead_id) == replace(lead, tags=("dormant",), stage="mql", version=3)
        types = {event.type for event in books.upkeep.timeline(lead.lead_id)}
        assert {"lead.updated.v1", "lead.stage_changed.v1"} <= types

    def test_a_lead_who_changed_meanwhile_has_moved(self, books: Books):
        lead = joined(books)
        way = begun(books, lead.lead_id)
        books.leads.change(leaving(lead))
        change = LeadChange.tagged(lead, ("dormant",), at=LATER)
        with pytest.raises(LeadMoved):
            books.enrolments.step(done(behind(way), change=change))
        assert found(books, way) == way
        assert stored(books, lead.lead_id).tags == ()

    def test_an_enrolment_that_moved_is_told_before_a_lead_who_did(self, books: Books):
        lead = joined(books)
        way = begun(books, lead.lead_id)
        books.leads.change(leaving(lead))
        books.enrolments.put_off(way.next(due_at=LATER))
        change = LeadChange.tagged(lead, ("dormant",), at=LATER)
        with pytest.raises(EnrolmentMoved):
            books.enrolments.step(done(behind(way), change=change))


class TestCodes:
    def test_a_code_is_the_lead_s_with_the_step(self, books: Books):
        lead = joined(books)
        way = begun(books, lead.lead_id)
        gift = a_gift(lead, way)
        assert gift.code
        books.enrolments.step(gift)
        code = books.codes.find(gift.code.code)
        assert (code.lead_id, code.state, code.offer, code.origin) == (
            *(lead.lead_id, "issued", BUFFET.offer),
            ORIGIN,
        )
        codes = (*lead.codes, gift.code.code)
        assert stored(books, lead.lead_id) == replace(lead, codes=codes, version=2)
        way = gift.after
        second = a_gift(stored(books, lead.lead_id), way)
        books.enrolments.step(second)
        assert len(stored(books, lead.lead_id).codes) == 3
        assert books.leads.code_of(lead.lead_id, ORIGIN.campaign_id).code == lead.codes[0]  # type: ignore[union-attr]

    def test_a_code_that_somebody_has_is_drawn_anew(self, books: Books):
        other, lead = joined(books), joined(books)
        way = begun(books, lead.lead_id)
        taken = replace(draw_code(BUFFET, LATER), code=other.codes[0])
        with pytest.raises(CodeTaken):
            books.enrolments.step(a_gift(lead, way, taken))
        assert found(books, way) == way
        assert stored(books, lead.lead_id) == lead

    def test_a_place_that_somebody_took_is_looked_for_anew(self, books: Books):
        lead, row = joined(books), fresh("part")
        way = begun(books, lead.lead_id)
        room = Part(row=row, amount=1, most=1)
        books.enrolments.step(a_gift(lead, way, replace(draw_code(BUFFET, LATER), charge=room)))
        again = a_gift(
            stored(books, lead.lead_id), behind(way), replace(draw_code(BUFFET, LATER), charge=room)
        )
        with pytest.raises(CodeTaken):
            books.enrolments.step(again)
        assert books.parts.taken([row]) == {row: 1}

    def test_a_lead_who_changed_meanwhile_gets_none(self, books: Books):
        lead = joined(books)
        way = begun(books, lead.lead_id)
        books.leads.change(leaving(lead))
        gift = a_gift(lead, way)
        with pytest.raises(LeadMoved):
            books.enrolments.step(gift)
        assert found(books, way) == way
        assert stored(books, lead.lead_id).codes == lead.codes
