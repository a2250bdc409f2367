"""The document that describes the API."""

import json
import re
from typing import Any

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from infra.describe_examples import examples
from twofold.contracts.payloads.base import Request
from twofold.contracts.routes.catalogue import ROUTES
from twofold.contracts.routes.codes import CHECK_CODE
from twofold.contracts.routes.leads import LEAD, LEAD_TIMELINE, LOOK_UP, PATCH_LEAD
from twofold.contracts.routes.route import JSON, Route
from twofold.entrypoints.openapi import EXAMPLES, document

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
    keyed = {"401", "403", "422", "429"} if route.scopes else set()
    stale = {"412"} if route.versioned and route.method != "GET" else set()
    assert told == {str(s) for s in (*route.answers, *route.refusals, 503)} | keyed | stale


@pytest.mark.parametrize("route", ROUTES, ids=lambda r: f"{r.method} {r.path}")
def test_a_key_is_asked_for_with_its_scopes_where_some_are_needed_and_only_there(route: Route):
    assert operation(route)["security"] == ([{"key": list(route.scopes)}] if route.scopes else [])


def test_no_two_operations_share_an_id():
    ids = [operation(route)["operationId"] for route in ROUTES]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[a-z]+(_[a-z0-9]+)*", name) for name in ids)


def test_operations_are_named_for_what_they_do():
    assert [
        operation(route)["operationId"] for route in (LOOK_UP, LEAD_TIMELINE, PATCH_LEAD, CHECK_CODE)
    ] == [*("look_up", "get_lead_timeline", "patch_lead", "check_code")]


@pytest.mark.parametrize("route", ROUTES, ids=lambda r: f"{r.method} {r.path}")
def test_every_operation_is_in_one_group_that_is_described(route: Route):
    described = {tag["name"]: tag.get("description") for tag in DOCUMENT["tags"]}
    (group,) = operation(route)["tags"]
    assert described[group], f"{group} is to be described in entrypoints/describing/naming.py"


@pytest.mark.parametrize("route", ROUTES, ids=lambda r: f"{r.method} {r.path}")
def test_the_rate_is_told_wherever_it_is_known_who_calls(route: Route):
    for status, told in operation(route)["responses"].items():
        rated = {name for name in told.get("headers", {}) if name.startswith("RateLimit-")}
        assert len(rated) == (3 if route.scopes and status != "401" else 0)
        assert ("Retry-After" in told.get("headers", {})) == (status in ("429", "503"))


def test_what_has_versions_tells_its_tag_and_asks_for_it():
    assert "ETag" in operation(LEAD)["responses"]["200"]["headers"]
    asked = [parameter["name"] for parameter in operation(PATCH_LEAD)["parameters"]]
    assert asked == ["lead_id", "If-Match"]
    assert "412" in operation(PATCH_LEAD)["responses"]


def test_the_bounds_of_a_page_are_told():
    told = {p["name"]: p for p in operation(LEAD_TIMELINE)["parameters"] if p["in"] == "query"}
    assert set(told) == {"cursor", "limit", "type"}
    assert (told["limit"]["schema"]["minimum"], told["limit"]["schema"]["maximum"]) == (1, 100)
    assert "lead.confirmed.v1" in told["type"]["schema"]["enum"]
    assert told["cursor"]["description"]


def test_examples_are_the_samples_of_requests():
    assert EXAMPLES.read_text("utf-8") == examples(), "run: python -m infra.describe_examples"


@pytest.mark.parametrize("route", [r for r in ROUTES if r.body and r.sends == JSON], ids=lambda r: r.path)
def test_every_body_has_an_example(route: Route):
    assert operation(route)["requestBody"]["content"][JSON]["example"]


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
    bodies = [route.body for route in ROUTES if route.body and route.sends == JSON]
    # What others tell in their own words may say more than we read.
    requests = {body.__name__ for body in bodies if isinstance(body, type) and issubclass(body, Request)}
    requests |= {"ConsentGiven", "ReceivedText", "TextStatus"}
    assert all(schemas[name]["additionalProperties"] is False for name in requests)
