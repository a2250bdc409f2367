"""Every provider, speaking its own wire format on this machine."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from tests.fakes.aws import REGION
from tests.fakes.sms_provider import FakeProvider, serving
from tests.fakes.sms_wire import ACCOUNT, KEY, SECRET, TOKEN, WIRES
from twofold.adapters.session import session
from twofold.adapters.sms.aws import AwsGateway
from twofold.adapters.sms.sns import SnsGateway
from twofold.adapters.sms.twilio import TwilioGateway
from twofold.adapters.sms.webhook import WebhookGateway
from twofold.contracts.settings import AwsSmsSettings, SmsSettings, TwilioSettings, WebhookSettings
from twofold.messages.ports import SmsGateway

NAMES = tuple(WIRES)
BRIEF = 0.5
"""Seconds: what tests wait for an answer that never comes."""

Make = Callable[..., SmsGateway]
"""Takes an address and, by its name, patience: without it, the gateway has what it has by itself."""


@dataclass(frozen=True, slots=True)
class Provider:
    name: str
    server: FakeProvider
    make: Make

    @property
    def gateway(self) -> SmsGateway:
        return self.make(self.server.url, patience=BRIEF)


@pytest.fixture(autouse=True)
def credentials(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Ours at AWS. Proxies of this machine's environment are nobody's business."""
    told = {"AWS_ACCESS_KEY_ID": "testing", "AWS_SECRET_ACCESS_KEY": KEY, "AWS_REGION": REGION}
    for name, value in told.items():
        monkeypatch.setenv(name, value)
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    session.cache_clear()
    yield
    session.cache_clear()


@pytest.fixture
def makes(monkeypatch: pytest.MonkeyPatch) -> dict[str, Make]:
    """How each gateway is made for a provider at an address."""

    def sns(url: str, **rest: Any) -> SmsGateway:
        monkeypatch.setenv("AWS_ENDPOINT_URL_SNS", url)
        return SnsGateway(SmsSettings(sender_id="TWOFOLD"), **rest)

    def aws(url: str, **rest: Any) -> SmsGateway:
        monkeypatch.setenv("AWS_ENDPOINT_URL_SMS_VOICE", url)
        settings = AwsSmsSettings(
            origination="pool-1", configuration_set="texts", protect_configuration="protect-1"
        )
        return AwsGateway(settings, **rest)

    def twilio(url: str, **rest: Any) -> SmsGateway:
        settings = TwilioSettings(account_sid=ACCOUNT, sender="+15005550006", url=url)
        status = "https://twofold.example/callbacks/twilio/status"
        return TwilioGateway(settings, token=TOKEN.encode, status_url=status, allow_loopback=True, **rest)

    def webhook(url: str, **rest: Any) -> SmsGateway:
        return WebhookGateway(
            WebhookSettings(url=url),
            secret=SECRET.encode,
            status_url="https://twofold.example/callbacks/webhook/status",
            inbound_url="https://twofold.example/callbacks/webhook/inbound",
            allow_loopback=True,
            **rest,
        )

    return {"sns": sns, "aws": aws, "twilio": twilio, "webhook": webhook}


@pytest.fixture(params=NAMES)
def provider(request: pytest.FixtureRequest, makes: dict[str, Make]) -> Iterator[Provider]:
    with serving(WIRES[request.param]) as server:
        yield Provider(request.param, server, makes[request.param])
