"""The plain addresses of one machine, with the emulator behind them."""

import httpx
import pytest

from twofold.contracts.edge import SECRET_HEADER, VIEWER_HEADER
from twofold.contracts.routes.codes import CHECK_CODE
from twofold.contracts.routes.files import OPENAPI
from twofold.contracts.routes.pages import ASSET
from twofold.contracts.routes.signups import SIGN_UP


def test_the_site_and_the_api_answer_with_the_same_document(stack):
    answers = [httpx.get(address + OPENAPI.path) for address in (stack.site, stack.api)]
    assert {answer.status_code for answer in answers} == {200}
    assert answers[0].content == answers[1].content


def test_an_unknown_path_is_the_apis_own_404(stack):
    assert httpx.get(f"{stack.site}/no/such/place").status_code == 404


def test_a_keyed_route_refuses_whoever_has_no_key(stack):
    assert httpx.get(stack.api + CHECK_CODE.path.format(code="ABC")).status_code == 401


def test_a_body_that_is_too_large_is_refused_by_the_function_not_by_the_gateway(stack):
    answer = httpx.post(stack.site + SIGN_UP.path, content=b"[" + b" " * (SIGN_UP.limit + 1))
    assert answer.status_code == 413
    assert answer.json()["code"] == "too_large"


def test_a_preflight_reaches_the_function_that_answers_it(stack):
    path = ASSET.path.format(asset_id=stack.assets["widget"])
    headers = {"Origin": stack.site, "Access-Control-Request-Method": "GET"}
    answer = httpx.options(stack.site + path, headers=headers)
    assert answer.status_code == 204
    assert answer.headers["access-control-allow-origin"] == stack.site


@pytest.mark.parametrize("header", [SECRET_HEADER, VIEWER_HEADER])
def test_what_only_the_edge_may_say_is_not_taken_from_a_client(stack, header):
    path = ASSET.path.format(asset_id=stack.assets["landing"])
    answer = httpx.get(stack.site + path, headers={header: "203.0.113.9:1"})
    assert answer.status_code == 200


def test_the_phone_and_the_admin_are_pages_that_load_nothing_from_elsewhere(stack):
    for address in (stack.phone, stack.admin):
        answer = httpx.get(address)
        assert answer.status_code == 200
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert "$" not in answer.text
