"""One contract for all providers: what arrives, what its answers mean, and that nothing is ever sent twice."""

import logging
import time
import traceback
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.adapters.sms.certificate import self_signed
from tests.adapters.sms.conftest import BRIEF, NAMES, Make, Provider
from tests.adapters.sms.texts import NUMBER, TEXT, an_sms, failure
from tests.fakes.sms_provider import serving
from tests.fakes.sms_wire import KEY, SECRET, TOKEN, WIRES
from twofold.contracts.errors import OutcomeUnknown, TwofoldError, Unavailable
from twofold.messages.ports import Handed, NumberRejected, RecipientOptedOut, SmsRejected

FAILURES = {
    "number": NumberRejected,
    "opted_out": RecipientOptedOut,
    "other": SmsRejected,
    "throttle": Unavailable,
    "credentials": Unavailable,
    "redirect": Unavailable,
    "broken": OutcomeUnknown,
    "garbage": OutcomeUnknown,
    "drop": OutcomeUnknown,
    "hang": OutcomeUnknown,
    "babble": OutcomeUnknown,
}


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "100% off & more + a=b; c?d#e",
        "Twój kod 🐢\nużyj go dziś — „już”",
        " two  spaces, \"quotes\", <b>tags</b> & \\ ",
        "x" * 400,
    ],
)  # fmt: skip
def test_a_text_arrives_as_it_was_written_and_is_answered_with_its_id(provider: Provider, text: str):
    assert provider.gateway.send(an_sms(text=text)) == Handed(provider.name, "id-1")
    (taken,) = provider.server.taken
    assert (taken.to, taken.text) == (NUMBER, text)


@pytest.mark.parametrize("mood", FAILURES)
def test_every_answer_has_its_meaning_and_none_is_asked_for_twice(provider: Provider, mood: str):
    provider.server.mood = mood
    assert type(failure(provider.gateway)) is FAILURES[mood]
    assert len(provider.server.requests) == 1


def test_who_hangs_is_waited_for_no_longer_than_patience_lasts(provider: Provider):
    provider.server.mood = "hang"
    begun = time.monotonic()
    assert type(failure(provider.gateway)) is OutcomeUnknown
    assert BRIEF * 0.9 < time.monotonic() - begun < BRIEF + 2
    assert len(provider.server.taken) == 1


def test_patience_lasts_five_seconds_where_nobody_says_otherwise(makes: dict[str, Make]):
    def wait(name: str) -> float:
        begun = time.monotonic()
        assert type(failure(gateways[name])) is OutcomeUnknown
        return time.monotonic() - begun

    with ExitStack() as stack, ThreadPoolExecutor() as threads:
        servers = {name: stack.enter_context(serving(WIRES[name])) for name in NAMES}
        gateways = {name: makes[name](server.url) for name, server in servers.items()}
        for server in servers.values():
            server.mood = "hang"
        waited = list(threads.map(wait, NAMES))
    assert all(4.9 < seconds < 7 for seconds in waited), waited


def test_where_nobody_listens_nothing_left(provider: Provider):
    assert type(failure(provider.make("http://127.0.0.1:9", patience=BRIEF))) is Unavailable


def test_who_cannot_prove_to_be_the_provider_gets_no_text(makes: dict[str, Make], tmp_path: Path):
    for name in NAMES:
        with serving(WIRES[name], tls=self_signed(tmp_path)) as server:
            gateway = makes[name](server.url.replace("http:", "https:"), patience=BRIEF)
            assert isinstance(failure(gateway), Unavailable)
            assert server.requests == []


def test_each_text_has_a_connection_of_its_own(provider: Provider):
    """The server ends a kept one between two texts without a word, as when a function sleeps."""
    gateway = provider.gateway
    for _ in range(2):
        gateway.send(an_sms())
    assert len(provider.server.connections) == 2


def test_a_wrong_secret_takes_no_text(provider: Provider, monkeypatch: pytest.MonkeyPatch):
    """The fake provider checks for itself who is asking."""
    monkeypatch.setattr("tests.fakes.sms_wire.KEY", "another")
    monkeypatch.setattr("tests.fakes.sms_wire.TOKEN", "another")
    monkeypatch.setattr("tests.fakes.sms_wire.SECRET", "whsec_YW5vdGhlcg==")
    assert type(failure(provider.gateway)) is Unavailable
    assert not provider.server.taken


@pytest.mark.parametrize("mood", [*FAILURES, "accept"])
def test_no_secret_number_or_text_shows_in_an_error_or_a_log(
    provider: Provider, mood: str, caplog: pytest.LogCaptureFixture
):
    caplog.set_level(logging.DEBUG)
    provider.server.mood = mood
    shown = []
    try:
        provider.gateway.send(an_sms())
    except TwofoldError as error:
        shown = [*traceback.format_exception(error), repr(vars(error))]
    everything = "".join([*shown, caplog.text])
    hidden = (KEY, TOKEN, SECRET, SECRET.removeprefix("whsec_"), NUMBER, NUMBER[1:], "123456")
    assert not [secret for secret in hidden if secret in everything]
