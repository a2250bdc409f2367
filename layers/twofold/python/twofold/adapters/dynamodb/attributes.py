"""How our types are written into an item."""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cached_property
from typing import Any, Generic, TypeVar

import msgspec
from pynamodb.attributes import Attribute
from pynamodb.constants import LIST, NUMBER, STRING

from twofold.contracts.instants import from_text, to_text

T = TypeVar("T")


class InstantAttribute(Attribute[datetime]):
    """A moment as fixed-width text: readable, and sortable in a key or a condition."""

    attr_type = STRING

    def serialize(self, value: datetime) -> str:
        return to_text(value)

    def deserialize(self, value: str) -> datetime:
        return from_text(value)


class EndAttribute(Attribute[datetime]):
    """When a row may go, in whole epoch seconds, as DynamoDB reads it."""

    attr_type = NUMBER

    def serialize(self, value: datetime) -> str:
        return str(int(value.timestamp()))

    def deserialize(self, value: str) -> datetime:
        return datetime.fromtimestamp(int(value), UTC)


class JsonAttribute(Attribute[T], Generic[T]):
    """A value of one type as JSON text: parsed strictly, and cheaper than a map of attributes."""

    attr_type = STRING

    def __init__(self, kind: Any, **rest: Any) -> None:
        super().__init__(**rest)
        self._kind = kind

    def serialize(self, value: T) -> str:
        return msgspec.json.encode(value).decode()

    def deserialize(self, value: str) -> T:
        return self._decoder.decode(value)  # type: ignore[no-any-return]

    @cached_property
    def _decoder(self) -> msgspec.json.Decoder[Any]:
        # Made when the first value comes: a function knows all items, and reads few of them.
        return msgspec.json.Decoder(self._kind)


class ListOf(Attribute[Sequence[T]], Generic[T]):
    """A list whose entries are all written as one kind of text."""

    attr_type = LIST

    def __init__(self, kind: Attribute[T], **rest: Any) -> None:
        super().__init__(**rest)
        self._kind = kind

    def serialize(self, value: Sequence[T]) -> list[dict[str, str]]:
        return [{STRING: self._kind.serialize(entry)} for entry in value]

    def deserialize(self, value: list[dict[str, str]]) -> list[T]:
        return [self._kind.deserialize(entry[STRING]) for entry in value]
