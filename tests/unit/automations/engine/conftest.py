"""A street on each backend: in memory, and on DynamoDB."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.adapters.conftest import aws, server
from tests.fakes.in_dynamodb import in_dynamodb
from tests.fakes.orders import OrderBooks
from tests.fakes.tables import SETTINGS
from tests.unit.automations.engine.street import Street
from twofold.adapters.dynamodb.carts import DynamoCartBook
from twofold.adapters.dynamodb.connection import connect
from twofold.adapters.dynamodb.forgetting import DynamoForgetting
from twofold.adapters.dynamodb.orders import DynamoOrderBook

__all__ = ["aws", "server"]

Build = Callable[..., Street]


@pytest.fixture(params=["memory", "dynamodb"])
def build(request: pytest.FixtureRequest) -> Build:
    """Builds a street of some automations."""
    if request.param == "dynamodb":
        request.getfixturevalue("aws")

    def street(*automations: Any, **fields: Any) -> Street:
        if request.param == "memory":
            return Street(automations=automations, **fields)
        connection = connect(SETTINGS)
        orders = OrderBooks(
            DynamoOrderBook(connection), DynamoCartBook(connection), DynamoForgetting(connection)
        )
        return Street(automations=automations, books=in_dynamodb(SETTINGS), orders=orders, **fields)

    return street
