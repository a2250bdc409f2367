"""Where a campaign's days may take seconds."""

import importlib

import pytest

from tests.fakes.aws import FakeAws
from tests.functions.booted import booted
from twofold.contracts.settings import SiteSettings


@pytest.mark.parametrize(("env", "allowed"), [("local", True), ("dev", False), ("prod", False)])
def test_texts_heed_them_on_one_machine_alone(
    server: FakeAws, monkeypatch: pytest.MonkeyPatch, env: str, allowed: bool
):
    with booted(server):
        monkeypatch.setenv(SiteSettings.variable("env"), env)
        wiring = importlib.import_module("twofold.wiring.send_messages")
        assert wiring.send_planned().survey.paced is allowed
