"""The API keeps what its own document says, for whatever a machine makes up from it: with a key, without, with another.

In this process, so that there can be thousands of requests; `tests/e2e/test_schema.py` tries a few on a running stack.
"""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from schemathesis.engine import Status, events, from_schema

from tests.fakes.samples import SITE
from tests.functions.front import UNROUTED, Front, Taking
from tests.functions.house import House
from twofold.contracts.routes.catalogue import ROUTES, SCOPES
from twofold.contracts.routes.pages import CART_SCRIPT, WIDGET
from twofold.contracts.routes.route import Route
from twofold.entrypoints.openapi import described

PHASES = ("examples", "coverage", "fuzzing", "stateful")
MANY = 300
"""Requests that are made up of each operation."""

FEW = 50
"""Where a key does not open: nobody looks further."""

REFUSALS = [
    "400",
    "401",
    "403",
    "404",
    "405",
    "406",
    "409",
    "410",
    "412",
    "413",
    "415",
    "422",
    "428",
    "429",
    "503",
]
"""What is as good as any other for a request that the document forbids."""

CHECKS: dict[str, Any] = {
    "not_a_server_error": {"enabled": True},
    "status_code_conformance": {"enabled": True},
    "content_type_conformance": {"enabled": True},
    "response_headers_conformance": {"enabled": True},
    "response_schema_conformance": {"enabled": True},
    "negative_data_rejection": {"enabled": True, "expected-statuses": REFUSALS},
}
GENERATION: dict[str, Any] = {
    "deterministic": True,
    "database": "none",
    # Any request may have headers that we do not know; the key is each test's own business.
    "allow-extra-parameters": False,
    "with-security-parameters": False,
}
BUILT = (WIDGET, CART_SCRIPT)
"""Scripts that stand beside their function only once they are built."""

KEYED = [route for route in ROUTES if route.scopes]

SERVED = [route for route in ROUTES if route not in BUILT]

each_route = pytest.mark.parametrize("route", SERVED, ids=lambda route: f"{route.method} {route.path}")
each_keyed = pytest.mark.parametrize("route", KEYED, ids=lambda route: f"{route.method} {route.path}")
FRONT = Front()


@pytest.fixture
def front(house: House, monkeypatch: pytest.MonkeyPatch) -> Iterator[Front]:
    monkeypatch.setattr(house.aws, "stubber", Taking(house.aws.stubber))
    house.confirmed()
    FRONT.house = house
    FRONT.answered.clear()
    yield FRONT
    FRONT.house = None


def _tried(front: Front, route: Route | None, headers: dict[str, str], most: int, *phases: str) -> list[str]:
    """What went against the document, of `most` made-up requests in each phase that makes them up.

    Examples are the document's own, coverage goes along its bounds, fuzzing makes them up; stateful sends what earlier
    answers told on to the next, and is of no single route.
    """
    config = schemathesis.Config.from_dict(
        {
            "headers": headers,
            "continue-on-failure": True,
            "generation": GENERATION | {"max-examples": most},
            "checks": {"enabled": False, **CHECKS},
            "phases": {name: {"enabled": name in phases} for name in PHASES},
        }
    )
    schema: Any = schemathesis.openapi.from_dict(described(SITE), config=config)
    schema.app = front
    if route:
        schema = schema.include(method=route.method, path=route.path)
    for script in BUILT:
        schema = schema.exclude(path=script.path)
    return list(_faults(from_schema(schema).execute()))


def _faults(told: Any) -> Iterator[str]:
    for event in told:
        if isinstance(event, events.NonFatalError):
            yield f"{event.label}: {event.info.format()}"
        if isinstance(event, events.ScenarioFinished) and event.status is Status.FAILURE:
            for checks in event.recorder.checks.values():
                for check in checks:
                    if check.failure_info:
                        failure = check.failure_info
                        yield f"{check.name}: {failure.failure.message}\n{failure.code_sample}"


def _insist(front: Front, route: Route, headers: dict[str, str], most: int, *phases: str) -> None:
    faults = _tried(front, route, headers, most, *phases)
    assert not faults, "\n".join(faults[:5])
    assert front.answered


@each_route
def test_every_answer_is_one_that_the_document_allows(front: Front, house: House, route: Route):
    _insist(front, route, house.key(), 5, "examples", "fuzzing")


@pytest.mark.prove
@each_route
def test_every_answer_of_many_is_one_that_the_document_allows(front: Front, house: House, route: Route):
    _insist(front, route, house.key(), MANY, "examples", "coverage", "fuzzing")
    assert front.answered.total() >= MANY or not (route.body or route.query)


@pytest.mark.prove
@each_keyed
def test_without_a_key_nothing_else_is_told_however_often_one_asks(front: Front, route: Route):
    _insist(front, route, {}, MANY, "fuzzing")
    assert set(front.answered) <= {401, 429, UNROUTED}


@pytest.mark.prove
@each_keyed
def test_a_key_with_every_scope_but_the_one_that_it_needs_opens_nothing(
    front: Front, house: House, route: Route
):
    others = [scope for scope in SCOPES if scope not in route.scopes]
    _insist(front, route, house.key(*others), FEW, "fuzzing")
    assert set(front.answered) <= {403, UNROUTED}


@pytest.mark.prove
def test_what_one_answer_tells_can_be_asked_of_the_next(front: Front, house: House):
    faults = _tried(front, None, house.key(), 100, "stateful")
    assert not faults, "\n".join(faults[:5])
