"""How the text that a receipt speaks of is found in DynamoDB: the usual way cheaply, every way surely."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tests.fakes.aws import FakeAws
from tests.fakes.books import Books
from tests.fakes.in_dynamodb import in_dynamodb
from tests.fakes.made import a_message, fresh
from tests.fakes.tables import SETTINGS
from twofold.adapters.dynamodb.items import MessageItem
from twofold.adapters.dynamodb.reading import read
from twofold.contracts.instants import now
from twofold.messages.model import Message

HOUR = timedelta(hours=1)


@pytest.fixture
def books(aws: FakeAws) -> Books:
    return in_dynamodb(SETTINGS)


def sent(books: Books, lead_id: str, minutes_ago: int) -> Message:
    message = a_message(lead_id, planned_at=now() - timedelta(minutes=minutes_ago))
    books.messages.claim(message)
    taken = replace(message, state="accepted", provider="sns", provider_id=fresh("p"))
    books.messages.close(taken, None)
    return taken


def found(books: Books, text: Message) -> Message | None:
    return books.receipts.by_provider(text.lead_id, text.provider_id or "", now() - HOUR)


def operations(aws: FakeAws) -> list[str]:
    return [operation.rpartition(".")[2] for operation, _ in aws.calls]


def test_the_newest_text_takes_one_cheap_read(books: Books, aws: FakeAws):
    *_, newest = (sent(books, "lead_1", minutes_ago) for minutes_ago in (9, 6, 3))
    del aws.calls[:]
    assert found(books, newest) == newest
    assert operations(aws) == ["Query", "GetItem"]
    assert not aws.calls[1][1].get("ConsistentRead")


def test_an_older_one_is_looked_for_among_all_of_them_as_they_stand(books: Books, aws: FakeAws):
    oldest, *_ = [sent(books, "lead_1", minutes_ago) for minutes_ago in (9, 6, 3)]
    del aws.calls[:]
    assert found(books, oldest) == oldest
    assert operations(aws) == ["Query", "GetItem", "BatchGetItem"]
    assert aws.calls[2][1]["RequestItems"][SETTINGS.messages]["ConsistentRead"]


@pytest.fixture
def read_too_early(monkeypatch: pytest.MonkeyPatch) -> None:
    """The cheap read does not know yet that the provider took the text."""

    def early(kind: type[MessageItem], key: str, **how: Any) -> MessageItem | None:
        item = read(kind, key, **how)
        if item:
            item.provider_id = None
        return item

    monkeypatch.setattr("twofold.adapters.dynamodb.receipts.read", early)


@pytest.mark.usefixtures("read_too_early")
def test_a_text_that_was_read_too_early_is_found_all_the_same(books: Books):
    newest = sent(books, "lead_1", 1)
    assert found(books, newest) == newest


def test_a_number_without_texts_takes_one_question(books: Books, aws: FakeAws):
    del aws.calls[:]
    assert books.receipts.by_provider("lead_1", "p", now() - HOUR) is None
    assert operations(aws) == ["Query"]
