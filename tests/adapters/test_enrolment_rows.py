"""How enrolments lie in DynamoDB: small, gone when nobody asks for them, and never doubtful after a lost answer."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from tests.fakes.automating import AT, a_text, a_way, begun, behind, done, end, kinds
from tests.fakes.aws import FakeAws, Fault
from tests.fakes.books import Books
from tests.fakes.in_dynamodb import in_dynamodb
from tests.fakes.made import fresh
from tests.fakes.people import joined
from tests.fakes.tables import SETTINGS
from twofold.adapters.dynamodb.enrolment_items import to_item
from twofold.automations.enrolments.enrolment import Enrolment
from twofold.automations.enrolments.events import entered
from twofold.automations.ports import EnrolmentMoved
from twofold.contracts.errors import Unavailable
from twofold.leads.change import LeadChange
from twofold.messages.sending.plan import planned

LOST = Fault(done=True)


@pytest.fixture
def books(aws: FakeAws) -> Books:
    return in_dynamodb(SETTINGS)


def row(aws: FakeAws) -> dict[str, object]:
    (only,) = aws.rows(SETTINGS.required("enrolments"))
    return only


class TestALostAnswerReadsAsSuccess:
    """This AWS knows no tokens, so that the second try meets what the first one stored."""

    def test_of_entering(self, aws: FakeAws, books: Books):
        aws.faults = [LOST]
        way = begun(books)
        assert kinds(books, way.lead_id) == ["automation.entered.v1"]

    def test_of_entering_again(self, aws: FakeAws, books: Books):
        end(books, way := begun(books))
        again = a_way(way.lead_id, cause=way.cause, run=2, entered_at=AT + timedelta(days=90))
        aws.faults = [LOST]
        books.enrolments.enter(again, entered(again))
        assert books.enrolments.find(way.lead_id, way.key) == again

    def test_of_a_step_with_a_text(self, aws: FakeAws, books: Books):
        way = begun(books)
        text = a_text(way)
        aws.faults = [LOST]
        books.enrolments.step(done(behind(way), planned(text), message=text))
        assert len(kinds(books, way.lead_id)) == 3

    def test_of_a_step_that_changes_the_lead(self, aws: FakeAws, books: Books):
        lead = joined(books)
        way = begun(books, lead.lead_id)
        aws.faults = [LOST]
        books.enrolments.step(done(behind(way), change=LeadChange.tagged(lead, ("a",), at=AT)))
        assert books.enrolments.find(way.lead_id, way.key) == behind(way)

    def test_of_a_moment_between_two_milliseconds(self, aws: FakeAws, books: Books):
        way = begun(books)
        aws.faults = [LOST]
        books.enrolments.step(done(behind(way, due_at=AT + timedelta(days=21, microseconds=7))))

    def test_of_what_is_put_off(self, aws: FakeAws, books: Books):
        way = begun(books)
        later = way.next(due_at=AT + timedelta(days=9))
        aws.faults = [LOST]
        books.enrolments.put_off(later)
        assert books.enrolments.find(way.lead_id, way.key) == later

    def test_of_the_end(self, aws: FakeAws, books: Books):
        way = begun(books)
        aws.faults = [LOST]
        end(books, way)
        assert len(kinds(books, way.lead_id)) == 2

    def test_but_another_s_change_is_not_taken_for_one_s_own(self, aws: FakeAws, books: Books):
        way = begun(books)
        books.enrolments.put_off(way.next(due_at=AT + timedelta(days=9)))
        with pytest.raises(EnrolmentMoved):
            books.enrolments.put_off(way.next(due_at=AT + timedelta(days=9), step="other"))


class TestRows:
    def test_the_largest_row_is_written_for_the_price_of_one(self, aws: FakeAws, books: Books):
        way = begun(
            books,
            f"lead_{'x' * 43}",
            automation_id="a" * 40,
            cause="c" * 128,
            code="C" * 20,
            cart_id="c" * 128,
            done=tuple(f"step-number-{number:02d}" for number in range(18)),
            since=AT + timedelta(days=1),
            run=1,
        )
        assert size(way) <= 1_024
        assert size(begun(books)) < 400

    def test_what_is_empty_is_not_there(self, aws: FakeAws, books: Books):
        begun(books)
        assert set(row(aws)) == {
            *("lead_id", "enrolment_key", "version", "run", "revision", "state", "entered_at", "entered_by"),
            *("asset_id", "place", "step", "due_shard", "due_at"),
        }

    def test_what_runs_no_more_is_in_no_index(self, aws: FakeAws, books: Books):
        way = begun(books)
        assert str(row(aws)["due_shard"]).startswith("2026-11-29#")
        end(books, way)
        assert not {"due_shard", "due_at", "step"} & set(row(aws))

    def test_one_that_is_over_goes_after_ninety_days_where_there_may_be_many(
        self, aws: FakeAws, books: Books
    ):
        way = begun(books)
        assert "ttl" not in row(aws)
        end(books, way)
        gone = int((AT + timedelta(days=98)).timestamp())
        assert row(aws)["ttl"] == {"N": str(gone)}

    def test_one_that_a_lead_may_not_enter_again_is_kept(self, aws: FakeAws, books: Books):
        end(books, begun(books, cause=""))
        assert "ttl" not in row(aws)

    def test_a_way_is_entered_and_stepped_in_one_call_each(self, aws: FakeAws, books: Books):
        way = begun(books)
        books.enrolments.step(done(behind(way)))
        books.enrolments.put_off(behind(way).next(due_at=AT + timedelta(days=30)))
        called = [operation.rpartition(".")[2] for operation in aws.operations()]
        assert called == ["TransactWriteItems", "TransactWriteItems", "PutItem"]


def size(way: Enrolment) -> int:
    """Bytes of a row: names and values, as DynamoDB counts them.

    https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
    """
    stored = to_item(way).serialize()
    return sum(len(name) + len(next(iter(value.values()))) for name, value in stored.items())


@pytest.mark.parametrize(
    "ask",
    [
        lambda books: books.enrolments.find("l", "a#b#"),
        lambda books: books.enrolments.of_lead("l"),
        lambda books: list(books.enrolments.due(AT)),
        lambda books: books.enrolments.put_off(a_way().next(due_at=AT)),
        lambda books: books.automations.current("c", "a"),
        lambda books: books.automations.of_campaign("c"),
        lambda books: books.automations.version("c", "a", 1),
        lambda books: books.automations.daily(),
        lambda books: books.activity.touch(fresh("lead"), AT),
        lambda books: list(books.activity.last_active_on(AT.date())),
        lambda books: books.ordered.ordered("l", AT),
        lambda books: books.had.templates("l", AT),
    ],
)
def test_a_database_that_stays_away_is_unavailable_and_never_empty(
    aws: FakeAws, books: Books, ask: Callable[[Books], object]
):
    aws.faults = [Fault()] * 8
    with pytest.raises(Unavailable):
        ask(books)
    aws.faults.clear()
