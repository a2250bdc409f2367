"""Who may ask for what, and how often: keys, networks, origins."""

from collections.abc import Callable

import httpx
import pytest

from tests.e2e.visitor import Visitor
from tests.fakes.stored import put_asset
from tests.faults.people import ASSET, People, fresh_number
from tests.stack import Stack
from twofold.adapters.dynamodb.operations import DynamoKeyBook
from twofold.assets.model import Asset
from twofold.contracts.routes.codes import CHECK_CODE
from twofold.contracts.routes.signups import CONFIRM, RESEND, SIGN_UP
from twofold.contracts.settings import LimitSettings
from twofold.partners.keys import mint_key

LIMITS = LimitSettings()
SHOP, STRANGER = "https://shop.example", "https://elsewhere.example"
CODE = CHECK_CODE.path.format(code="ABCDEFGHJK")

Network = Callable[[int], httpx.Client]


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer tf_nobody", "Basic dGY6", "tf_nobody"])
def test_without_a_key_that_we_know_nothing_is_told(stack: Stack, browser: httpx.Client, header: str):
    answer = browser.get(stack.api + CODE, headers={"Authorization": header} if header else {})
    assert (answer.status_code, answer.json()["code"]) == (401, "unauthorized")


def test_a_key_opens_only_what_its_scopes_say(stack: Stack, people: People, browser: httpx.Client):
    people.attach()
    secret, key = mint_key("reader", ("leads:read",))
    DynamoKeyBook().put(key)
    answer = browser.get(stack.api + CODE, headers={"Authorization": f"Bearer {secret}"})
    assert (answer.status_code, answer.json()["code"]) == (403, "scope_missing")


def test_who_tries_many_keys_is_made_to_wait(stack: Stack, people: People, network: Network):
    guesser = network(7)
    # Windows stand on the clock, so the limit may be met once before and once after a window ends.
    for attempt in range(2 * LIMITS.bad_keys_10min + 1):
        answer = guesser.get(stack.api + CODE, headers={"Authorization": f"Bearer tf_{attempt}"})
        if answer.status_code == 429:
            break
    assert answer.status_code == 429
    assert attempt >= LIMITS.bad_keys_10min
    assert 0 < answer.json()["retry_after"] <= 600
    good = network(8).get(stack.api + CODE, headers={"Authorization": f"Bearer {people.key}"})
    assert good.status_code == 404, "a good key of the same network goes on working"


def test_a_network_may_ask_for_ten_texts_in_ten_minutes(visitor: Visitor, network: Network):
    answers = []
    for attempt in range(2 * LIMITS.ip_10min + 1):
        neighbour = Visitor(visitor.stack, visitor.people, network(1 + attempt))
        answers.append(neighbour.sign_up(fresh_number()))
        if answers[-1].status_code != 202:
            break
    assert len(answers) > LIMITS.ip_10min
    assert answers[-1].status_code == 429
    assert answers[-1].headers["retry-after"] == str(answers[-1].json()["retry_after"])
    assert visitor.sign_up(fresh_number()).status_code == 202, "other networks are not concerned"


@pytest.fixture
def shop(people: People) -> str:
    """The id of an asset that stands in the pages of SHOP."""
    people.attach()
    asset = Asset(
        asset_id="at-shop",
        campaign_id=people.campaign.campaign_id,
        kind="widget",
        name="at a shop",
        origins=(SHOP,),
    )
    put_asset(asset)
    return asset.asset_id


@pytest.mark.parametrize(("origin", "status"), [(SHOP, 202), (STRANGER, 403), ("null", 403)])
def test_only_the_pages_of_an_asset_may_sign_up_for_it(visitor: Visitor, shop: str, origin: str, status: int):
    answer = visitor.sign_up(fresh_number(), headers={"Origin": origin}, asset_id=shop)
    assert answer.status_code == status
    assert status == 202 or answer.json()["code"] == "origin_not_allowed"


def test_a_foreign_page_may_neither_resend_nor_confirm(visitor: Visitor):
    challenge_id = visitor.people.challenge(fresh_number(), age=40)[0].challenge_id
    for route, body in ((RESEND, None), (CONFIRM, {"code": "000000"})):
        path = route.path.format(challenge_id=challenge_id)
        answer = visitor.client.post(
            visitor.stack.api + path,
            json=body,
            headers={"Origin": STRANGER, "Content-Type": "application/json"},
        )
        assert (answer.status_code, answer.json()["code"]) == (403, "origin_not_allowed")


def test_our_own_pages_may_sign_up_for_every_asset(visitor: Visitor):
    answer = visitor.sign_up(fresh_number(), headers={"Origin": visitor.stack.site}, asset_id=ASSET)
    assert answer.status_code == 202
    assert answer.headers["access-control-allow-origin"] == visitor.stack.site


def test_a_preflight_of_a_foreign_page_is_not_granted(stack: Stack, browser: httpx.Client):
    asked = {"Origin": STRANGER, "Access-Control-Request-Method": "POST"}
    answer = browser.options(stack.api + SIGN_UP.path, headers=asked)
    assert answer.headers.get("access-control-allow-origin") not in (STRANGER, "*")
