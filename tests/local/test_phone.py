"""What the phone takes and answers, and what reaches the stack: read by the very adapters that read AWS."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from infra.local.gateway.replies import OUR_NUMBER
from tests.local.cloud import Cloud, Phone, phone_before
from twofold.adapters.callbacks.aws import AwsCallbacks
from twofold.messages.replies.model import HELP, STOP, InboundText

ANSWER = {"from": "+48601234567", "text": "STOP"}

Deed = Callable[[Phone], Awaitable[Any]]


@pytest.fixture
def cloud() -> Cloud:
    return Cloud()


@pytest.fixture
def on_the_phone(cloud, tmp_path):
    def run(deed: Deed, **options: Any) -> Any:
        async def whole() -> Any:
            async with phone_before(cloud, tmp_path, **options) as phone:
                return await deed(phone)

        return asyncio.run(whole())

    return run


def post(body: Any, **headers: str) -> Deed:
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()

    async def deed(phone: Phone) -> tuple[int, dict[str, Any]]:
        async with phone.client.post(f"{phone.url}/replies", data=raw, headers=headers) as answer:
            return answer.status, json.loads(await answer.read())

    return deed


def get(path: str) -> Deed:
    async def deed(phone: Phone) -> Any:
        async with phone.client.get(phone.url + path) as answer:
            return json.loads(await answer.read())

    return deed


def brought(cloud: Cloud) -> InboundText:
    """What the function makes of the last answer."""
    topic, message = cloud.published[-1]["TopicArn"], cloud.published[-1]["Message"]
    record = {"Sns": {"TopicArn": topic, "Timestamp": "2026-11-22T09:00:00.000Z", "Message": message}}
    return AwsCallbacks(topics=(topic,)).inbound(record)


def test_an_answer_comes_as_from_a_two_way_number_of_aws(on_the_phone, cloud):
    status, told = on_the_phone(post({"from": "+48 601 234 567", "text": "please stop"}))
    assert status == 202
    heard = brought(cloud)
    assert (heard.sender, heard.recipient) == ("+48601234567", OUR_NUMBER)
    assert (heard.body, heard.told) == ("please stop", None)
    assert told == {
        "id": heard.provider_id,
        "from": "+48601234567",
        "text": "please stop",
        "at": told["at"],
    }


@pytest.mark.parametrize(("text", "told"), [("Stop ", STOP), ("HELP", HELP), ("START", None), ("Y", None)])
def test_what_aws_knows_by_itself_comes_under_its_keyword(on_the_phone, cloud, text, told):
    on_the_phone(post(ANSWER | {"text": text}))
    assert brought(cloud).told == told


def test_an_answer_names_the_text_that_it_answers(on_the_phone, cloud):
    async def read_then_answer(phone: Phone) -> None:
        for key in ("first", "last"):
            phone.cloud.send(key)
        phone.cloud.send("another's", to="+4915112345678")
        await get("/messages")(phone)
        await post(ANSWER)(phone)

    on_the_phone(read_then_answer)
    assert json.loads(cloud.published[0]["Message"])["previousPublishedMessageId"] == "last"


@pytest.mark.parametrize(
    ("body", "status", "field"),
    [
        ({"text": "STOP"}, 422, "from"),
        (ANSWER | {"from": "601234567"}, 422, "from"),
        (ANSWER | {"from": "Saffron"}, 422, "from"),
        (ANSWER | {"from": 5}, 422, "from"),
        ({"from": "+48601234567"}, 422, "text"),
        (ANSWER | {"text": " \n"}, 422, "text"),
        (ANSWER | {"text": "x" * 1601}, 422, "text"),
        (ANSWER | {"to": "+12125550101"}, 422, "to"),
        (b'{"from": "+48601234567", "text": "a", "text": "b"}', 422, "text"),
    ],
)
def test_a_field_that_is_wrong_is_named_and_nothing_is_texted(on_the_phone, cloud, body, status, field):
    answered, problem = on_the_phone(post(body))
    assert answered == status
    assert [fault["field"] for fault in problem["errors"]] == [field]
    assert not cloud.published


def test_what_is_no_json_or_too_long_is_refused(on_the_phone, cloud):
    assert on_the_phone(post(b"from=+48601234567"))[1]["code"] == "not_json"
    assert on_the_phone(post(b" " * 20_000))[1]["code"] == "too_large"
    assert not cloud.published


def test_a_page_from_elsewhere_cannot_text_in_ones_name(on_the_phone, cloud):
    status, problem = on_the_phone(post(ANSWER, Origin="https://elsewhere.example"))
    assert (status, problem["code"]) == (403, "origin_not_allowed")
    assert not cloud.published


def test_before_the_first_deploy_an_answer_is_told_what_to_run(on_the_phone):
    status, problem = on_the_phone(post(ANSWER), deployed=False)
    assert (status, problem["code"]) == (503, "not_deployed")
    assert "make up" in problem["detail"]


def test_a_browser_hears_of_texts_and_of_its_own_answers(on_the_phone):
    async def listen(phone: Phone) -> list[dict[str, Any]]:
        phone.cloud.send("a")
        await post(ANSWER)(phone)
        async with phone.client.get(f"{phone.url}/stream") as events:
            return [await _next(events), await _next(events)]

    heard = on_the_phone(listen)
    assert {entry["type"] for entry in heard} == {"text", "reply"}
    assert {entry.get("to") or entry["from"] for entry in heard} == {"+48601234567"}


async def _next(events: Any) -> dict[str, Any]:
    """The next entry; what opens the stream has none."""
    async for line in events.content:
        if line.startswith(b"data: ") and line != b"data: {}\n":
            return dict(json.loads(line.removeprefix(b"data: ")))
    raise AssertionError("the stream ended")


def test_the_words_to_try_begin_with_the_deployed_keywords(on_the_phone):
    told = on_the_phone(get("/suggestions"))
    assert told["words"] == ["BUFFET", "STOP", "HELP", "START", "Y"]
    assert len(told["phones"]) == 3


def test_every_file_that_the_page_asks_for_is_there(on_the_phone):
    async def load(phone: Phone) -> dict[str, int]:
        pages = Path("infra/local/gateway/pages")
        found = {}
        for file in [path.name for path in pages.glob("*.js")] + ["phone.css", ""]:
            async with phone.client.get(f"{phone.url}/{file}") as answer:
                found[file] = answer.status
        return found

    assert set(on_the_phone(load).values()) == {200}
