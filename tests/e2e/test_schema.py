"""The API keeps what its own document says, for what a machine makes up from it: good requests and bad ones."""

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.faults.people import People
from tests.stack import Stack
from twofold.contracts.routes.catalogue import ROUTES
from twofold.contracts.routes.files import OPENAPI
from twofold.contracts.routes.route import Route

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
BOUNDS: dict[str, Any] = {
    "deadline": None,
    "derandomize": True,
    "database": None,
    "phases": (Phase.generate,),
    "suppress_health_check": list(HealthCheck),
}
CASES = [
    (route, mode)
    for route in ROUTES
    for mode in GenerationMode
    if route.body or route.query or mode.is_positive
]
"""Without a body and a query there is nothing that the document forbids: a path may be any text.

Thousands of requests of all kinds are made up in `tests/functions/test_document_kept.py`, which needs no stack.
"""

every_case = pytest.mark.parametrize(
    ("route", "mode"),
    CASES,
    ids=[f"{route.method} {route.path} {mode.name.lower()}" for route, mode in CASES],
)


@pytest.fixture(scope="module")
def document(stack: Stack) -> Any:
    return schemathesis.openapi.from_url(stack.api + OPENAPI.path)


def _try(document: Any, route: Route, mode: GenerationMode, key: str, examples: int) -> None:
    operation = document[route.path][route.method]

    @settings(max_examples=examples, **BOUNDS)
    @given(case=operation.as_strategy(generation_mode=mode))
    def answered_as_documented(case: Any) -> None:
        case.call_and_validate(headers={"Authorization": f"Bearer {key}"}, checks=CHECKS)

    answered_as_documented()


@every_case
def test_every_answer_is_one_that_the_document_allows(
    route: Route, mode: GenerationMode, document: Any, people: People
):
    _try(document, route, mode, people.key, 10)


@pytest.mark.prove
@every_case
def test_every_answer_of_many_is_one_that_the_document_allows(
    route: Route, mode: GenerationMode, document: Any, people: People
):
    _try(document, route, mode, people.key, 300)
