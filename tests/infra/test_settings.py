"""What the stack writes into a function's environment is what the function can read out of it."""

import pytest

from infra.artefacts import ROOT
from tests.infra.starting import environment, start
from tests.infra.test_functions import FOLDERS
from twofold.contracts import settings as s

ALL = (s.TableSettings, s.SecretSettings, s.SiteSettings)
LIMITED = {"register_leads", "redeem_codes", "serve_partners", "send_messages"}
PUBLISHING = {"relay_events", "sweep_overdue"}
PACKAGE = ROOT / "layers" / "twofold" / "python"


def _needed(function: str) -> list[type[s.Settings]]:
    more = {s.LimitSettings: LIMITED, s.BusSettings: PUBLISHING, s.SmsSettings: {"send_messages"}}
    return [*ALL, *(kind for kind, users in more.items() if function in users)]


@pytest.mark.parametrize("function", sorted(FOLDERS))
def test_a_function_reads_its_settings_from_exactly_what_the_stack_gave_it(template, function):
    given = environment(template, function)
    told = {"POWERTOOLS_SERVICE_NAME": function}
    for kind in _needed(function):
        told |= kind.from_env(given).to_env()
    assert told == given


@pytest.mark.parametrize("function", sorted(FOLDERS))
def test_a_handler_starts_with_exactly_what_the_stack_gave_it(template, function):
    started = start(
        "import handler; assert callable(handler.handle)",
        variables=environment(template, function),
        at=ROOT / "functions" / function,
        layers=[PACKAGE],
    )
    assert started.returncode == 0, started.stderr


def test_only_the_local_stack_trusts_this_machine(templates):
    trusted = s.LimitSettings.variable("trusted_networks")
    told = {name: environment(t, "register_leads")[trusted] for name, t in templates.items()}
    assert told == {"local": "127.0.0.1/32", "dev": "", "prod": ""}
