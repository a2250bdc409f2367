"""What the stack writes into a function's environment is what the function can read out of it."""

import pytest

from infra.artefacts import ROOT
from tests.infra.starting import environment, start
from tests.infra.test_functions import FOLDERS
from twofold.contracts import settings as s

ALL = (s.TableSettings, s.SecretSettings, s.SiteSettings)
SENDING, TEXTS = {"send_messages"}, {"send_messages", "receive_callbacks"}
MORE = {
    s.LimitSettings: {
        *("serve_pages", "register_leads", "redeem_codes", "serve_partners", "record_orders"),
        *TEXTS,
    },
    s.ImportSettings: {"serve_partners", "import_files"},
    s.ImporterSettings: {"import_files"},
    s.ExportSettings: {"serve_partners", "export_data", "forget_leads"},
    s.ExporterSettings: {"serve_partners", "export_data", "sweep_overdue"},
    s.CourierSettings: {"serve_partners", "deliver_webhooks", "sweep_overdue"},
    s.WakeSettings: {"deliver_webhooks"},
    s.RetentionSettings: {"serve_partners", "deliver_webhooks", "sweep_overdue"},
    s.MagnetSettings: {"register_leads"},
    s.BusSettings: {"relay_events", "sweep_overdue"},
    s.SendingSettings: {*TEXTS, "run_automations"},
    s.AwsSmsSettings: TEXTS,
    s.SmsSettings: SENDING,
    s.TwilioSettings: SENDING,
    s.WebhookSettings: SENDING,
    s.PriceSettings: SENDING,
    s.SchedulerSettings: SENDING,
    s.StepScheduleSettings: {"run_automations"},
    s.RunnerSettings: {"sweep_overdue"},
}
"""Settings that not every function has."""

PACKAGE = ROOT / "layers" / "twofold" / "python"


def _needed(function: str) -> list[type[s.Settings]]:
    return [*ALL, *(kind for kind, users in MORE.items() if function in users)]


@pytest.mark.parametrize("function", sorted(FOLDERS))
def test_a_function_reads_its_settings_from_exactly_what_the_stack_gave_it(template, function):
    given = environment(template, function)
    told = {"POWERTOOLS_SERVICE_NAME": function}
    for kind in _needed(function):
        told |= kind.from_env(given).to_env()
    assert told == given


def _started(function: str, variables: dict[str, str]) -> None:
    started = start(
        "import handler; assert callable(handler.handle)",
        variables=variables,
        at=ROOT / "functions" / function,
        layers=[PACKAGE],
    )
    assert started.returncode == 0, started.stderr


@pytest.mark.parametrize("function", sorted(FOLDERS))
def test_a_handler_starts_with_exactly_what_the_stack_gave_it(template, function):
    _started(function, environment(template, function))


@pytest.mark.parametrize("function", sorted({*TEXTS, "record_orders", "serve_partners"}))
def test_a_handler_starts_with_every_provider_and_shop_system_there_is(whole, function):
    _started(function, environment(whole, function))


def test_only_the_topic_that_brings_answers_is_believed(template):
    told = {name: environment(template, name)[s.AwsSmsSettings.variable("topics")] for name in TEXTS}
    assert told == {"send_messages": "", "receive_callbacks": "CallbacksInbound"}


def test_only_the_local_stack_trusts_this_machine(templates):
    trusted = s.LimitSettings.variable("trusted_networks")
    told = {name: environment(t, "register_leads")[trusted] for name, t in templates.items()}
    assert told == {"local": "127.0.0.1/32", "dev": "", "prod": ""}
