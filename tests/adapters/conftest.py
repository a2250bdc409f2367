"""Each port's tests run twice: on the memory that the other tests use, and on DynamoDB.

Another folder can run the same classes elsewhere: import them, and give a `books` fixture of its own.
"""

from collections.abc import Iterator

import boto3
import pytest

from tests.fakes.aws import FakeAws, running
from tests.fakes.books import Books
from tests.fakes.in_dynamodb import in_dynamodb
from tests.fakes.in_memory import in_memory
from tests.fakes.tables import SETTINGS, make_tables
from twofold.adapters.session import session


@pytest.fixture(scope="session")
def server() -> Iterator[FakeAws]:
    with running() as aws:
        make_tables(boto3.client("dynamodb", **aws.client))
        yield aws


@pytest.fixture
def aws(server: FakeAws, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeAws]:
    """AWS, empty, as long as the test lasts."""
    for name, value in server.environment.items():
        monkeypatch.setenv(name, value)
    server.empty()
    session.cache_clear()
    yield server
    session.cache_clear()


@pytest.fixture(params=["memory", "dynamodb"])
def books(request: pytest.FixtureRequest) -> Books:
    if request.param == "memory":
        return in_memory()
    request.getfixturevalue("aws")
    return in_dynamodb(SETTINGS)
