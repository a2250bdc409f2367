"""How a receipt's true price reaches the budgets in DynamoDB."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.fakes.aws import FakeAws, Fault
from tests.fakes.books import Books
from tests.fakes.in_dynamodb import in_dynamodb
from tests.fakes.made import a_message, fresh, was_sent
from tests.fakes.tables import SETTINGS
from twofold.contracts.errors import Unavailable
from twofold.limits.allowance import Allowance
from twofold.messages.model import Message
from twofold.messages.receipts.ports import MessageMoved

AT = datetime(2026, 11, 22, 12, 0, 30, tzinfo=UTC)
BUDGET = Allowance(key="budget#texts", most=10, seconds=86_400)
REFUSED = Fault(status=500, body='{"__type": "InternalServerError"}')


@pytest.fixture
def books(aws: FakeAws) -> Books:
    return in_dynamodb(SETTINGS)


@pytest.fixture
def sent(books: Books) -> Message:
    """It was charged ten, which is all there is."""
    message = a_message()
    books.messages.claim(message)
    books.counter.take(BUDGET, AT, 10)
    taken = replace(message, state="accepted", provider="sns", provider_id=fresh("p"))
    books.messages.close(taken, None)
    return taken


def settle(books: Books, sent: Message, refund: int) -> None:
    books.receipts.settle(sent.now("delivered"), sent, [was_sent(sent)], [(BUDGET, AT, refund)], None)


def left(books: Books) -> int:
    return sum(books.counter.take(BUDGET, AT) for _ in range(12))


def test_no_transaction_meets_another_s_at_the_budget_s_row(books: Books, sent: Message, aws: FakeAws):
    del aws.calls[:]
    settle(books, sent, 4)
    settled, given = aws.calls
    tables = {part["TableName"] for step in settled[1]["TransactItems"] for part in step.values()}
    assert tables == {SETTINGS.messages, SETTINGS.ledger}
    assert (given[0].rpartition(".")[2], given[1]["TableName"]) == ("UpdateItem", SETTINGS.limits)


def test_what_cost_more_is_taken_with_the_message_or_not_at_all(books: Books, sent: Message, aws: FakeAws):
    del aws.calls[:]
    settle(books, sent, -3)
    assert len(aws.calls) == 1
    with pytest.raises(MessageMoved):
        settle(books, sent, -3)
    books.counter.give(BUDGET, AT, 4)
    assert left(books) == 1


def test_a_price_that_was_met_touches_no_budget(books: Books, sent: Message, aws: FakeAws):
    del aws.calls[:]
    settle(books, sent, 0)
    assert len(aws.calls) == 1


def test_what_gets_lost_on_its_way_back_stays_spent(books: Books, sent: Message, aws: FakeAws):
    aws.faults[:] = [None, REFUSED]
    with pytest.raises(Unavailable):
        settle(books, sent, 4)
    found = books.messages.find(sent.message_id)
    assert found
    assert found.state == "delivered"
    with pytest.raises(MessageMoved):
        settle(books, sent, 4)
    assert left(books) == 0


def test_what_goes_back_does_so_once_when_the_answer_is_lost(books: Books, sent: Message, aws: FakeAws):
    aws.faults[:] = [None, Fault(done=True)]
    with pytest.raises(Unavailable):
        settle(books, sent, 4)
    assert left(books) == 4


def test_a_row_that_only_takes_back_is_cleaned_up_like_any_other(books: Books, sent: Message, aws: FakeAws):
    settle(books, sent, 4)
    assert "ttl" in str(aws.calls[-1][1])
