"""The reference receivers, run as a CRM's developer would run them: they take what is ours once, and nothing else."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.fakes.sample_events import read
from tests.fakes.webhook_samples import body_of
from twofold.adapters.safe_http.caller import SafeHttp
from twofold.adapters.standard_webhooks import read_secret_text, sign
from twofold.webhooks.ports import Outgoing, Unreachable
from twofold.webhooks.subscriptions.secret import draw_secret

RECEIVERS = Path(__file__).parents[4] / "examples" / "receivers"
COMMANDS = {
    "python": (sys.executable, str(RECEIVERS / "receiver.py")),
    "javascript": ("node", str(RECEIVERS / "receiver.mjs")),
}
BODY = body_of(read("webhooks/code.redeemed.v1.contact"))
OURS, NEW, FOREIGN = draw_secret(), draw_secret(), draw_secret()


@dataclass(frozen=True, slots=True)
class Receiver:
    url: str

    def tell(self, headers: Mapping[str, str], body: bytes = BODY) -> int:
        asked = Outgoing(method="POST", url=self.url, headers=headers, body=body)
        return SafeHttp(allow_loopback=True).call(asked, 10).status


def signed(
    *secrets: str, told: str = "evt_1", late: timedelta = timedelta(), body: bytes = BODY
) -> dict[str, str]:
    at = datetime.now(UTC) - late
    keys: Sequence[bytes] = [read_secret_text(secret)[0] for secret in secrets]
    return {
        "content-type": "application/cloudevents+json; charset=utf-8",
        "webhook-id": told,
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": sign(keys, told, at, body),
    }


@pytest.fixture(params=COMMANDS)
def command(request: pytest.FixtureRequest) -> Sequence[str]:
    return COMMANDS[request.param]


def running(command: Sequence[str], kept: Path, secrets: str) -> Iterator[Receiver]:
    told = os.environ | {"WEBHOOK_SECRET": secrets}
    with subprocess.Popen([*command, "0", str(kept)], env=told, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        port = re.search(r"\d+", process.stdout.readline())
        assert port
        try:
            yield Receiver(f"http://127.0.0.1:{port[0]}/")
        finally:
            process.terminate()


@pytest.fixture
def receiver(command: Sequence[str], tmp_path: Path) -> Iterator[Receiver]:
    yield from running(command, tmp_path / "kept", OURS)


def test_a_delivery_is_taken_once_however_often_it_comes(receiver: Receiver):
    assert receiver.tell(signed(OURS)) == 201
    assert [receiver.tell(signed(OURS)) for _ in range(3)] == [200] * 3
    assert receiver.tell(signed(OURS, told="evt_2")) == 201


def test_it_still_knows_what_it_took_when_it_starts_again(command: Sequence[str], tmp_path: Path):
    for wanted in (201, 200):
        for receiver in running(command, tmp_path / "kept", OURS):
            assert receiver.tell(signed(OURS)) == wanted


def test_what_is_not_ours_is_not_taken(receiver: Receiver):
    assert receiver.tell(signed(FOREIGN)) == 401
    assert receiver.tell(signed(OURS), BODY + b" ") == 401
    assert receiver.tell(signed(OURS, late=timedelta(minutes=6))) == 401
    assert receiver.tell(signed(OURS, late=timedelta(minutes=-6))) == 401
    assert receiver.tell({**signed(OURS), "webhook-id": "evt_other"}) == 401
    assert receiver.tell({}) == 401
    for signature in ("", "v1", "v1,!", "v1,\xe9", "v2,AAAA"):
        assert receiver.tell({**signed(OURS), "webhook-signature": signature}) == 401
    assert receiver.tell(signed(OURS)) == 201


def test_while_the_secret_rotates_whoever_knows_either_goes_on(receiver: Receiver):
    assert receiver.tell(signed(NEW, OURS, told="evt_1")) == 201
    assert receiver.tell(signed(OURS, NEW, told="evt_2")) == 201
    assert receiver.tell(signed(NEW, told="evt_3")) == 401


def test_who_knows_both_takes_what_either_signed(command: Sequence[str], tmp_path: Path):
    for receiver in running(command, tmp_path / "kept", f"{OURS} {NEW}"):
        told = [signed(OURS, told="evt_1"), signed(NEW, told="evt_2"), signed(NEW, OURS, told="evt_3")]
        assert [receiver.tell(headers) for headers in told] == [201] * 3
        assert receiver.tell(signed(FOREIGN, told="evt_4")) == 401


def test_more_than_anybody_sends_is_not_taken(receiver: Receiver):
    """It may hang up before it has read, and heard, everything."""
    body = b'"' + b"a" * 1_000_001 + b'"'
    with suppress(Unreachable):
        assert receiver.tell(signed(OURS, body=body), body) == 413
    assert receiver.tell(signed(OURS)) == 201
