"""No route with scopes answers to a caller without a key, whatever its handler remembers to do."""

import json
from pathlib import Path

import pytest

from tests.functions.house import House
from twofold.contracts.routes.catalogue import ROUTES, SCOPES
from twofold.contracts.routes.route import Route
from twofold.contracts.settings import SiteSettings
from twofold.entrypoints import http

KEYED = [route for route in ROUTES if route.scopes]
SAMPLES = [json.loads(path.read_text()) for path in sorted(Path("events/http").glob("*.json"))]


@pytest.mark.parametrize("route", KEYED, ids=lambda route: f"{route.method} {route.path}")
def test_without_a_key_nothing_is_answered(house: House, route: Route):
    sample = next(s for s in SAMPLES if s["routeKey"] == f"{route.method} {route.path}")
    headers = {name: value for name, value in sample["headers"].items() if name.lower() != "authorization"}
    told = house.boot(route.function)({**sample, "headers": headers})
    assert (told["statusCode"], told["headers"]["WWW-Authenticate"]) == (401, "Bearer")


@pytest.mark.parametrize(
    ("route", "scope"),
    [(route, scope) for route in KEYED for scope in route.scopes],
    ids=lambda each: each if isinstance(each, str) else f"{each.method} {each.path}",
)
def test_a_key_with_every_other_scope_is_refused(house: House, route: Route, scope: str):
    sample = next(s for s in SAMPLES if s["routeKey"] == f"{route.method} {route.path}")
    key = house.key(*(other for other in SCOPES if other != scope))
    told = house.boot(route.function)({**sample, "headers": {**sample["headers"], **key}})
    assert (told["statusCode"], json.loads(told["body"])["code"]) == (403, "scope_missing")
    assert scope in told["body"]


@pytest.mark.parametrize("route", KEYED, ids=lambda route: f"{route.method} {route.path}")
def test_a_route_with_scopes_cannot_be_served_without_a_door(route: Route):
    app = http.resolver(SiteSettings(url="https://go.example.com", env="dev"))
    with pytest.raises(ValueError, match="needs a door"):
        http.serve(app, route)
