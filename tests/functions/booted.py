"""Starts a function as Lambda does: its folder's handler, with the environment that it needs."""

import importlib.util
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

import pytest

from tests.fakes.aws import FakeAws
from tests.fakes.samples import BUFFET, ROOT, SHOP, SITE
from tests.fakes.tables import SETTINGS
from twofold.contracts.settings import (
    AwsSmsSettings,
    BusSettings,
    CourierSettings,
    ExporterSettings,
    ExportSettings,
    ImporterSettings,
    ImportSettings,
    LimitSettings,
    MagnetSettings,
    PriceSettings,
    RetentionSettings,
    RunnerSettings,
    SchedulerSettings,
    SecretSettings,
    SendingSettings,
    Settings,
    SiteSettings,
    SmsSettings,
    StepScheduleSettings,
    WakeSettings,
)

BUS = "twofold"
SECRETS = {
    "root": "the root secret of the tests",
    "edge": "the edge's secret",
    "twilio": "12345",
    "webhook": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
    "shopify": "client-secret-of-the-tests\n",
    "woocommerce": "the webhook secret of the tests\n",
}
"""Those of providers and shops are the ones that `events/callbacks` is signed with."""

ANSWERS = "arn:aws:sns:eu-central-1:111122223333:Twofold-CallbacksAnswers"
SCHEDULES = SchedulerSettings(
    group="functions",
    queue="arn:aws:sqs:eu-central-1:123456789012:messages",
    role="arn:aws:iam::123456789012:role/wake",
    dead_letters="arn:aws:sqs:eu-central-1:123456789012:lost",
)
STEPS = StepScheduleSettings(
    group=SCHEDULES.group,
    target="arn:aws:lambda:eu-central-1:123456789012:function:run-automations",
    role=SCHEDULES.role,
    dead_letters=SCHEDULES.dead_letters,
)
TRIES = WakeSettings(
    group=SCHEDULES.group,
    target="arn:aws:lambda:eu-central-1:123456789012:function:deliver-webhooks",
    role=SCHEDULES.role,
    dead_letters=SCHEDULES.dead_letters,
)
PARTS: tuple[Settings, ...] = (
    SETTINGS,
    SecretSettings(**{name: name for name in SECRETS}),
    SiteSettings(url=SITE, env="prod", origins=(SHOP,)),
    BusSettings(name=BUS),
    MagnetSettings(bucket="magnets-of-the-tests"),
    ImportSettings(bucket="uploads-of-the-tests"),
    ImporterSettings(function="import-files"),
    SmsSettings(provider="sns"),
    AwsSmsSettings(topics=(ANSWERS,)),
    PriceSettings(default="0.05"),
    SendingSettings(campaign=BUFFET.campaign_id),
    SCHEDULES,
    STEPS,
    TRIES,
    CourierSettings(function="deliver-webhooks"),
    ExportSettings(bucket="exports-of-the-tests"),
    ExporterSettings(function="export-data"),
    RunnerSettings(function="run-automations"),
    LimitSettings(),
    RetentionSettings(),
)

Handle = Callable[[dict[str, Any]], dict[str, Any]]


class Context:
    """What Lambda tells a function about the call."""

    function_name = "function"
    memory_limit_in_mb = 512
    invoked_function_arn = "arn:aws:lambda:eu-central-1:111122223333:function:function"
    aws_request_id = "8f507cfc-xmpl-4697-b07a-ac58fc914c95"

    def get_remaining_time_in_millis(self) -> int:
        return 900_000


@contextmanager
def booted(server: FakeAws) -> Iterator[Callable[[str], Handle]]:
    handlers: dict[str, ModuleType] = {}
    environment = server.environment | {k: v for part in PARTS for k, v in part.to_env().items()}

    def start(name: str) -> Handle:
        module = handlers.get(name) or handlers.setdefault(name, _load(name))
        return lambda event: module.handle(event, Context())

    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment.items():
            patch.setenv(name, value)
        _forget()
        yield start
        _forget()


def _load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"{name}_handler", ROOT / "functions" / name / "handler.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _forget() -> None:
    """What a process would have forgotten when it ended."""
    from twofold.adapters.secrets import read_secret
    from twofold.adapters.session import session

    for name in [name for name in sys.modules if name.startswith("twofold.wiring")]:
        del sys.modules[name]
    read_secret.cache_clear()
    session.cache_clear()
