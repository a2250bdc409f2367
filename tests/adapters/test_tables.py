"""The items are stored under the keys and indexes that `contracts.tables` gives the stack."""

from dataclasses import fields
from typing import Any

import pytest
from pynamodb.indexes import GlobalSecondaryIndex

from twofold.adapters.dynamodb.items import BY_TABLE, AssetLinkItem, Item, TagItem
from twofold.contracts.settings import TableSettings
from twofold.contracts.tables import TABLES, Table

PAIRS = [(table, item) for table in TABLES for item in BY_TABLE[table.name]]


def test_every_table_has_items_and_every_item_a_table():
    assert set(BY_TABLE) == {table.name for table in TABLES} == {f.name for f in fields(TableSettings)}
    assert {item for items in BY_TABLE.values() for item in items} == set(Item.__subclasses__())


WITHOUT_END = (AssetLinkItem, TagItem)
"""What is printed must go on working, and a sign's counter must never be forgotten; others of their tables end."""


@pytest.mark.parametrize(("table", "item"), PAIRS, ids=lambda x: getattr(x, "__name__", None))
def test_an_item_has_its_table_s_key(table: Table, item: type[Item]):
    attributes = item.get_attributes().values()
    assert [a.attr_name for a in attributes if a.is_hash_key] == [table.partition]
    assert [a.attr_name for a in attributes if a.is_range_key] == ([table.sort] if table.sort else [])


@pytest.mark.parametrize(("table", "item"), PAIRS, ids=lambda x: getattr(x, "__name__", None))
def test_keys_are_texts_and_every_key_of_an_index_is_an_attribute(table: Table, item: type[Item]):
    types = {a.attr_name: a.attr_type for a in item.get_attributes().values()}
    names = [table.partition, table.sort]
    if item is BY_TABLE[table.name][0]:
        names += [name for index in table.indexes for name in (index.partition, index.sort)]
    assert {types[name] for name in names if name} == {"S"}


@pytest.mark.parametrize(("table", "item"), PAIRS, ids=lambda x: getattr(x, "__name__", None))
def test_an_item_that_is_cleaned_up_says_when(table: Table, item: type[Item]):
    types = {a.attr_name: a.attr_type for a in item.get_attributes().values()}
    ends = table.ttl is not None and item not in WITHOUT_END
    assert types.get("ttl") == ("N" if ends else None)
    assert table.ttl in (None, "ttl")


def test_every_index_of_an_item_is_one_of_its_table():
    found = 0
    for table, item in PAIRS:
        for index in _indexes(item):
            (known,) = [i for i in table.indexes if i.name == index.Meta.index_name]
            keys = {k["KeyType"]: k["AttributeName"] for k in index._get_schema()["key_schema"]}
            assert (keys["HASH"], keys.get("RANGE")) == (known.partition, known.sort)
            found += 1
    assert found >= 3


def _indexes(item: type[Item]) -> list[Any]:
    return [value for value in vars(item).values() if isinstance(value, GlobalSecondaryIndex)]
