"""What nobody expected is told neutrally, and found in the log without a person's data."""

import io
from typing import Any

import pytest
from botocore.exceptions import EndpointConnectionError

from tests.fakes import sample_events
from tests.fakes.samples import ANNA
from tests.functions.house import House
from twofold.adapters.signed import SignedService

A_PROGRAM = {"authorization": "Bearer tf_x", "accept": "*/*"}
ROUTES = [
    ("register_leads", "sign_up"),
    ("register_leads", "resend"),
    ("serve_pages", "asset"),
    ("serve_pages", "code_page"),
    ("serve_pages", "follow_link"),
    ("redeem_codes", "check_code"),
    ("serve_partners", "look_up"),
]


def broken(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def fail(service: SignedService, operation: str, arguments: dict[str, Any]) -> Any:
        raise error

    monkeypatch.setattr(SignedService, "_once", fail)


@pytest.mark.parametrize(("function", "sample"), ROUTES)
def test_a_bug_is_a_neutral_500(
    house: House,
    monkeypatch: pytest.MonkeyPatch,
    log: io.StringIO,
    function: str,
    sample: str,
):
    house.boot(function)
    broken(monkeypatch, ZeroDivisionError(f"while texting {ANNA} with secret 482915"))
    told = house.ask(function, sample_events.http(sample, headers=A_PROGRAM))
    assert (told.status, told.json["code"]) == (500, "internal")
    assert told.headers["content-type"] == "application/problem+json"
    assert "Division" not in told.text
    logged = log.getvalue()
    assert "ZeroDivisionError" in logged
    for secret in (ANNA, ANNA[1:], "482915"):
        assert secret not in told.text
        assert secret not in logged


@pytest.mark.parametrize(("function", "sample"), ROUTES)
def test_a_database_that_does_not_answer_is_a_503_that_says_when_to_try_again(
    house: House, monkeypatch: pytest.MonkeyPatch, function: str, sample: str
):
    house.boot(function)
    broken(monkeypatch, EndpointConnectionError(endpoint_url="https://dynamodb.internal"))
    told = house.ask(function, sample_events.http(sample, headers=A_PROGRAM))
    assert (told.status, told.json["code"]) == (503, "unavailable")
    assert told.headers["retry-after"] == "2"
    assert "dynamodb" not in told.text
