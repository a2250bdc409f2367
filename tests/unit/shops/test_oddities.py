"""Whatever stands where in a signed webhook, it is taken or refused with its field; nothing breaks."""

import copy
import json
import random
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from tests.fakes.shop_posts import SIGNED, sample
from tests.fakes.world import World
from tests.unit.shops.desk import Desk

NO_TEXT = "\x00\ud800"
"""Half a character: what says it is no JSON."""

ODD: tuple[Any, ...] = (
    None,
    True,
    0,
    -1,
    2**64,
    1.5,
    "",
    " ",
    "-0.01",
    "1e400",
    "9" * 300,
    NO_TEXT,
    "ż" * 200,
    "2026-13-45T99:99:99Z",
    "0001-01-01T00:00:00+14:00",
    "9999-12-31T23:59:59-23:59",
    "https://[",
    [],
    [None],
    {},
    {"amount": None},
)
UNREAD = "woocommerce_order_deleted"
"""Its topic tells us nothing, so nobody looks at what it says."""

TRIES = 150
"""Of each sample, drawn from some thousands."""


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if path:
        yield path
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in inner:
        yield from places(child, (*path, key))


def put(body: Any, path: tuple[Any, ...], value: Any) -> Any:
    changed = copy.deepcopy(body)
    holder = changed
    for key in path[:-1]:
        holder = holder[key]
    holder[path[-1]] = value
    return changed


@pytest.mark.parametrize("name", SIGNED)
def test_an_odd_value_is_taken_or_refused_by_its_name(name: str):
    told, rng, desk = sample(name), random.Random(name), Desk(World())
    found = list(places(told.body))
    read = [path for path in found if len(path) == 1]
    drawn = [*read, *rng.choices(found, k=TRIES - min(TRIES, len(read)))]
    for path in drawn:
        odd = rng.choice(ODD)
        raw = json.dumps(put(told.body, path, odd)).encode()
        status, said = desk.answer(replace(told, raw=raw).signed())
        if status == 422:
            at_fault = {re.split(r"[.\[]", error["field"])[0] for error in said["errors"]}
            assert at_fault, path
            assert at_fault <= set(path), path
        else:
            assert status == (400 if odd == NO_TEXT and name != UNREAD else 200), path


@pytest.mark.parametrize("name", SIGNED)
@pytest.mark.parametrize("body", [None, 1, "x", [], [[]], {}, {"id": 1}])
def test_a_body_of_another_kind_is_refused(name: str, body: Any):
    told = sample(name)
    assert Desk(World()).post(told.with_body(body)) == (200 if name == UNREAD else 422)


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("shopify_checkouts_update", "updated_at"),
        ("shopify_orders_create", "created_at"),
        ("woocommerce_order_updated", "date_created_gmt"),
    ],
)
@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00", "9999-12-31T23:59:59"])
def test_a_moment_that_could_not_be_kept_is_refused_by_its_name(name: str, field: str, moment: str):
    told = sample(name)
    zoned = moment if name.startswith("woo") else f"{moment}Z"
    status, said = Desk(World()).answer(told.saying(**{field: zoned}))
    assert (status, said["errors"][0]["field"]) == (422, field)
