"""`make receive`: a webhook of one's own, which shows what was really signed, once, and is gone in the end."""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from infra.commands.screen import CannotGoOn
from infra.local import receive
from infra.local.receive import Receiver, listening, shown, subscribed
from tests.fakes.sample_events import read
from tests.fakes.webhook_samples import body_of
from twofold.adapters.safe_http.caller import SafeHttp
from twofold.adapters.standard_webhooks import read_secret_text, sign
from twofold.webhooks.ports import Outgoing
from twofold.webhooks.subscriptions.secret import draw_secret

BODY = body_of(read("webhooks/code.redeemed.v1.contact"))


Seen = list[dict[str, Any]]


@dataclass
class Api:
    """Makes one webhook, and knows when it is deleted."""

    status: int = 201
    secret: str = field(default_factory=draw_secret)
    asked: list[httpx.Request] = field(default_factory=list)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request)
        made = {"webhook_id": "whk_1", "secret": self.secret}
        return httpx.Response(self.status if request.method == "POST" else 204, json=made)

    def client(self) -> httpx.Client:
        return httpx.Client(base_url="http://api.example", transport=httpx.MockTransport(self))


@pytest.fixture
def seen() -> Seen:
    return []


@pytest.fixture
def receiver(seen: Seen) -> Iterator[Receiver]:
    with listening(seen.append) as receiver:
        yield receiver


def tell(receiver: Receiver, secret: str, event_id: str = "evt_1") -> int:
    at = datetime.now(UTC)
    headers = {
        "webhook-id": event_id,
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": sign(read_secret_text(secret), event_id, at, BODY),
    }
    asked = Outgoing(method="POST", url=receiver.url, headers=headers, body=BODY)
    return SafeHttp(allow_loopback=True).call(asked, 5).status


def test_what_is_signed_is_shown_once_and_what_is_not_is_refused(receiver: Receiver, seen: Seen):
    api = Api()
    with subscribed(api.client(), receiver):
        assert [tell(receiver, api.secret), tell(receiver, api.secret)] == [204, 204]
        assert tell(receiver, draw_secret(), "evt_2") == 401
    assert seen == [json.loads(BODY)]


def test_it_asks_for_everything_with_the_contact_and_is_deleted_in_the_end(receiver: Receiver):
    api = Api()
    with pytest.raises(KeyboardInterrupt), subscribed(api.client(), receiver):
        raise KeyboardInterrupt
    made, deleted = api.asked
    wanted = json.loads(made.content)
    assert (wanted["url"], wanted["events"], wanted["contact"]) == (receiver.url, ["*"], True)
    assert (deleted.method, deleted.url.path) == ("DELETE", "/v1/webhooks/whk_1")


def test_who_comes_before_there_is_a_secret_is_asked_to_come_again(receiver: Receiver, seen: Seen):
    assert tell(receiver, draw_secret()) == 503
    assert seen == []


def test_an_api_that_makes_none_is_told_in_a_sentence(receiver: Receiver):
    with (
        pytest.raises(CannotGoOn, match="made no webhook: 409"),
        subscribed(Api(status=409).client(), receiver),
    ):
        raise AssertionError("it is not to go on")


def test_an_event_takes_two_lines_or_is_printed_whole(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.delenv("JSON", raising=False)
    shown(json.loads(BODY))
    first, second = capsys.readouterr().out.splitlines()
    assert first.split() == ["12:04:26", "code.redeemed.v1", "+48601234567"]
    assert json.loads(second)["order_id"] == "till-4-20261124-0031"
    monkeypatch.setitem(os.environ, "JSON", "1")
    shown(json.loads(BODY))
    assert json.loads(capsys.readouterr().out) == json.loads(BODY)


def test_without_a_stack_it_says_what_to_do(tmp_path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TWOFOLD_LOCAL", str(tmp_path))
    with pytest.raises(CannotGoOn, match="make up"):
        receive.main()
