"""Whatever is sent: it is refused with a reason, cheaply, and nothing has changed."""

from typing import Any

import httpx
import pytest

from tests.e2e.bodies import NOT_JSON, NOT_OURS, spoilt
from tests.fakes.outcomes import code_of
from tests.faults.people import People, fresh_number
from tests.stack import Stack
from twofold.adapters.dynamodb.campaigns import DynamoCampaignBook
from twofold.adapters.dynamodb.codes import DynamoCodeBook
from twofold.adapters.dynamodb.spread import DynamoParts
from twofold.codes.redeem import RedeemCode
from twofold.codes.spend_limits import SpendLimits
from twofold.contracts.instants import now
from twofold.contracts.payloads.redemptions import RedemptionRequest
from twofold.contracts.routes.codes import REDEEM, ROLL_BACK
from twofold.contracts.routes.leads import LOOK_UP
from twofold.contracts.routes.route import KEYED_LIMIT, PUBLIC_LIMIT, Route
from twofold.contracts.routes.signups import CONFIRM, RESEND, SIGN_UP

LIMITS = SpendLimits(campaigns=DynamoCampaignBook(), parts=DynamoParts())
POSTED = (SIGN_UP, RESEND, CONFIRM, REDEEM, ROLL_BACK, LOOK_UP)
STRANGE = (
    "%2F",
    "..%2f..",
    "%00",
    "a%00b",
    "%ff%fe",
    "%",
    "%zz",
    "x" * 3_000,
    "%F0%9F%8D%9B",
    "a%20b",
    "'",
    "#",
)


@pytest.fixture(scope="module")
def targets(people: People) -> dict[str, tuple[str, dict[str, Any]]]:
    """A path and a good body for each route; had the body been right, it would have changed something."""
    phone, fresh = fresh_number(), fresh_number()
    challenge_id = people.challenge(phone)[0].challenge_id
    code, spent = (code_of(people.lead(fresh_number())[0]) for _ in range(2))
    spend = RedeemCode(book=DynamoCodeBook(people.connection), limits=LIMITS, clock=now)
    receipt = spend(spent, RedemptionRequest(order_id="o", amount=100, currency="EUR")).answer
    order = {"order_id": "order", "amount": 100, "currency": "EUR"}
    return {
        SIGN_UP.path: (SIGN_UP.path, people.signup(fresh)),
        RESEND.path: (RESEND.path.format(challenge_id="nobody"), {}),
        CONFIRM.path: (CONFIRM.path.format(challenge_id=challenge_id), {"code": people.digits(challenge_id)}),
        REDEEM.path: (REDEEM.path.format(code=code), order),
        ROLL_BACK.path: (ROLL_BACK.path.format(redemption_id=receipt.redemption_id), {"reason": "returned"}),
        LOOK_UP.path: (LOOK_UP.path, {"phones": [phone.e164]}),
    }


@pytest.mark.parametrize("route", POSTED, ids=lambda route: route.path)
def test_a_body_that_makes_no_sense_is_refused_and_nothing_changes(
    route: Route, stack: Stack, people: People, targets: Any, unchanged: None, browser: httpx.Client
):
    path, good = targets[route.path]
    bodies = [*NOT_JSON.items(), *NOT_OURS.items(), *spoilt(good)]
    told = {name: _post(browser, stack.api + path, people, content) for name, content in bodies}
    odd = {name: answer.text for name, answer in told.items() if not _refused(answer)}
    assert not odd
    if route is not RESEND:
        assert {name: told[name].status_code for name in NOT_JSON} == dict.fromkeys(NOT_JSON, 400)
    print(f"{route.path}: {len(bodies)} bodies")


@pytest.mark.parametrize("route", POSTED, ids=lambda route: route.path)
def test_a_body_is_too_large_from_the_first_byte_beyond_the_limit(
    route: Route, stack: Stack, people: People, targets: Any, unchanged: None, browser: httpx.Client
):
    limit = KEYED_LIMIT if route.scopes else PUBLIC_LIMIT
    assert route.limit == limit
    at_limit = _post(browser, stack.api + targets[route.path][0], people, b" " * limit)
    beyond = _post(browser, stack.api + targets[route.path][0], people, b" " * (limit + 1))
    assert at_limit.status_code == (404 if route is RESEND else 400)
    assert (beyond.status_code, beyond.json()["code"]) == (413, "too_large")
    assert _refused(beyond)


@pytest.mark.parametrize(
    "media", ["text/plain", "application/octet-stream", "multipart/form-data; boundary=x", ""]
)
def test_json_under_another_name_is_judged_by_what_it_is(
    media: str, stack: Stack, people: People, browser: httpx.Client, unchanged: None
):
    for content in (b"{}", b"\x00\x01\x02", b"--x--"):
        assert _refused(_post(browser, stack.api + SIGN_UP.path, people, content, media))


def _post(
    client: httpx.Client, url: str, people: People, content: bytes, media: str = "application/json"
) -> httpx.Response:
    headers = {"Authorization": f"Bearer {people.key}", "Content-Type": media}
    return client.post(url, content=content, headers=headers)


def _refused(answer: httpx.Response) -> bool:
    """With a problem document that has a code and says the same status."""
    kind = answer.headers.get("content-type", "")
    if not (400 <= answer.status_code < 500 and kind.startswith("application/problem+json")):
        return False
    told = answer.json()
    return bool(told["code"]) and told["status"] == answer.status_code
