"""The document that describes the API."""

import json
from typing import Any

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from twofold.contracts.routes.catalogue import ROUTES
from twofold.contracts.routes.codes import CHECK_CODE
from twofold.contracts.routes.route import JSON, Route
from twofold.entrypoints.openapi import document

DOCUMENT = json.loads(document("https://twofold.example"))


def operation(route: Route) -> dict[str, Any]:
    found: dict[str, Any] = DOCUMENT["paths"][route.path][route.method.lower()]
    return found


def test_it_is_a_valid_openapi_3_1_document():
    assert list(OpenAPIV31SpecValidator(DOCUMENT).iter_errors()) == []


def test_it_describes_every_route_and_no_other():
    described = {(method.upper(), path) for path, methods in DOCUMENT["paths"].items() for method in methods}
    assert described == {(route.method, route.path) for route in ROUTES}


@pytest.mark.parametrize("route", ROUTES, ids=lambda r: f"{r.method} {r.path}")
def test_every_answer_and_every_refusal_of_a_route_is_told(route: Route):
    told = set(operation(route)["responses"])
    keyed = {"401", "403", "429"} if route.scopes else set()
    assert told == {str(s) for s in (*route.answers, *route.refusals, 503)} | keyed


@pytest.mark.parametrize("route", ROUTES, ids=lambda r: f"{r.method} {r.path}")
def test_a_key_is_asked_for_where_scopes_are_needed_and_only_there(route: Route):
    assert ("security" in operation(route)) == bool(route.scopes)


def test_no_two_operations_share_an_id():
    ids = [operation(route)["operationId"] for route in ROUTES]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("route", ROUTES, ids=lambda r: f"{r.method} {r.path}")
def test_a_body_is_told_in_the_media_type_that_it_comes_in(route: Route):
    told = operation(route).get("requestBody", {}).get("content", {})
    assert set(told) == ({route.sends} if route.body else set())


@pytest.mark.parametrize("route", ROUTES, ids=lambda r: f"{r.method} {r.path}")
def test_the_headers_of_a_signature_are_told_where_one_stands_for_a_key(route: Route):
    told = [p["name"] for p in operation(route)["parameters"] if p["in"] == "header" and p.get("required")]
    assert tuple(told) == route.signed_by
    assert not (route.signed_by and route.scopes)


def test_what_a_question_about_a_code_may_say_of_the_basket_is_told_with_its_shape():
    told = {p["name"]: p for p in operation(CHECK_CODE)["parameters"] if p["in"] == "query"}
    assert set(told) == {"amount", "currency", "location", "cart_id"}
    assert told["amount"]["schema"]["type"] == "integer"
    assert not any(parameter.get("required") for parameter in told.values())


def test_an_empty_answer_has_no_media_type():
    empty = {(route.path, told.get("content") is None) for route in ROUTES for told in _empty(route)}
    assert empty
    assert all(without for _, without in empty)


def _empty(route: Route) -> list[dict[str, Any]]:
    return [told for status, told in operation(route)["responses"].items() if status == "204"]


def test_requests_are_closed_to_unknown_fields():
    schemas = DOCUMENT["components"]["schemas"]
    requests = {route.body.__name__ for route in ROUTES if route.body and route.sends == JSON}
    requests |= {"ConsentGiven", "ReceivedText", "TextStatus"}
    assert all(schemas[name]["additionalProperties"] is False for name in requests)
