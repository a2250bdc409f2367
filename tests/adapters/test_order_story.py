"""On DynamoDB too an order ends alike, wherever a process dies."""

import pytest

from tests.fakes.aws import FakeAws
from tests.fakes.in_dynamodb import in_dynamodb
from tests.fakes.order_story import CALLS, Story, plainly
from tests.fakes.orders import OrderBooks
from tests.fakes.shop import Life
from tests.fakes.tables import SETTINGS
from tests.fakes.world import World
from twofold.adapters.dynamodb.carts import DynamoCartBook
from twofold.adapters.dynamodb.connection import connect
from twofold.adapters.dynamodb.forgetting import DynamoForgetting
from twofold.adapters.dynamodb.orders import DynamoOrderBook


def stored(aws: FakeAws) -> Story:
    aws.empty()
    connection = connect(SETTINGS)
    books = OrderBooks(DynamoOrderBook(connection), DynamoCartBook(connection), DynamoForgetting(connection))
    return Story(World(books=in_dynamodb(SETTINGS)), books)


@pytest.mark.parametrize("late", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("what", ["order", "r1", "cancel"])
def test_dying_at_any_call_and_being_told_again_ends_alike(aws: FakeAws, what: str, late: bool):
    turn = ("r1", "order", "cancel")
    expected, died = plainly({*turn}), 0
    for calls in range(CALLS):
        story = stored(aws)
        lived = [story.tell(one, Life(calls, late) if one == what else None) for one in turn]
        for one, alive in zip(turn, lived, strict=True):
            assert alive or story.tell(one)
        died += not all(lived)
        assert story.ended() == expected, calls
        if all(lived):
            break
    assert died >= 2
