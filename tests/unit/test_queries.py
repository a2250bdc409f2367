"""What an address says behind its `?`."""

from datetime import UTC, datetime
from typing import Any, Literal
from urllib.parse import urlencode

import pytest
from aws_lambda_powertools.utilities.data_classes import APIGatewayProxyEventV2

from tests.fakes import sample_events
from twofold.contracts.errors import InvalidRequest
from twofold.contracts.payloads.base import Instant
from twofold.contracts.payloads.paging import PAGE
from twofold.contracts.routes.route import Route
from twofold.entrypoints import queries

LIST = Route(
    function="serve_partners",
    method="GET",
    path="/v1/things",
    summary="Things.",
    query={**PAGE, "kind": Literal["big", "small"], "since": Instant, "whole": bool},
    answers={200: None},
    scopes=("leads:read",),
)


def asked(**said: str) -> APIGatewayProxyEventV2:
    event = sample_events.http("check_code", query=said)
    return APIGatewayProxyEventV2({**event, "rawQueryString": urlencode(said)})


def test_values_are_what_the_route_says_they_are():
    said = queries.read(
        asked(limit="7", kind="big", since="2026-12-01T08:00:00Z", whole="false", cursor="abc"), LIST
    )
    assert said == {
        "limit": 7,
        "kind": "big",
        "since": datetime(2026, 12, 1, 8, tzinfo=UTC),
        "whole": False,
        "cursor": "abc",
    }


def test_where_nothing_is_said_there_is_nothing():
    assert queries.read(asked(), LIST) == {}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *(("limit", odd) for odd in ("0", "101", "-1", "ten", "1.5", "1e1", "007", " 1", "٣", "", "9" * 30)),
        *(("kind", odd) for odd in ("", "BIG", "big,small")),
        *(("since", odd) for odd in ("yesterday", "2026-12-01T08:00:00", "0001-01-01T00:00:00Z", "")),
        *(("whole", odd) for odd in ("True", "1", "yes", "")),
        *(("cursor", odd) for odd in ("", "x" * 1_025)),
        ("colour", "blue"),
    ],
)
def test_what_does_not_fit_is_refused_by_its_name(field: str, value: str):
    with pytest.raises(InvalidRequest) as raised:
        queries.read(asked(**{field: value}), LIST)
    assert raised.value.field == field


def test_a_parameter_that_stands_there_twice_is_refused():
    # So API Gateway tells of `kind=big&kind=big`.
    event: dict[str, Any] = sample_events.http("check_code", query={"cursor": "a,b"})
    with pytest.raises(InvalidRequest) as raised:
        queries.read(APIGatewayProxyEventV2({**event, "rawQueryString": "cursor=a&cursor=b"}), LIST)
    assert (raised.value.code, raised.value.field) == ("duplicate_field", "cursor")
