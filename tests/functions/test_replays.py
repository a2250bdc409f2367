"""The whole ledger is brought to everybody once more: nothing changes, and no text goes."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta, tzinfo
from typing import Any

import boto3
import pytest
from msgspec import json as wire

from tests.fakes import s3, sample_events
from tests.fakes.aws import FakeAws
from tests.fakes.samples import ANNA, BEN, BUFFET
from tests.functions.booted import Handle, booted
from tests.functions.house import House
from tests.functions.providers import OwnGateway
from tests.functions.test_run_automations import save
from twofold.adapters.dynamodb.campaigns import DynamoCampaignBook
from twofold.adapters.secrets import derive_key
from twofold.adapters.webhook_couriers import LambdaCouriers
from twofold.automations.presets import presets
from twofold.campaigns.offer import ReferralOffer
from twofold.contracts import instants
from twofold.contracts.tables import TABLES
from twofold.leads.verification import VerificationKey

Bring = Callable[[Handle, str], Any]
"""Hands a written event to a function, as its rule does."""


def by_queue(handle: Handle, event: str) -> Any:
    return handle(sample_events.queued([event]))


def by_rule(handle: Handle, event: str) -> Any:
    sample = sample_events.read("bus/code.issued.v1")
    return handle({**sample, "detail": wire.decode(event)})


LISTENERS: dict[str, Bring] = {
    "send_messages": by_queue,
    "run_automations": by_rule,
    "reward_referrals": by_rule,
    "deliver_webhooks": by_queue,
    "forget_leads": by_rule,
}


class Life:
    """A house, and how much of what happened in it everybody has heard."""

    def __init__(self, server: FakeAws) -> None:
        self.server = server
        self.heard = 0

    def live(self) -> None:
        """Two leads, a friend's reward, a code spent and taken back, questions, a STOP, and somebody is erased."""
        with booted(self.server) as boot:
            house = House(boot, self.server)
            for automation in presets(BUFFET.campaign_id):
                save(automation)
            anna, brought_by = self._join(house, ANNA)
            self._join(house, BEN, referral=brought_by)
            self._listen(boot)
            self._spend(house, anna)
            self._listen(boot)
            for said, phone in (("HELP", ANNA), ("not now", ANNA), ("STOP", BEN)):
                assert OwnGateway(house).text(said, phone).status == 204
                self._listen(boot)
            anyway = house.key() | {"if-match": "*"}
            gone = sample_events.http("erase", lead_id=house.lead_id(BEN), headers=anyway)
            assert house.ask("serve_partners", gone).status == 202
            self._listen(boot)

    def bring_all(self) -> None:
        """To each listener every event, oldest first, in processes that remember nothing."""
        with booted(self.server) as boot:
            for event in self._ledger():
                self._tell(boot, event)

    def stands(self) -> dict[str, list[str]]:
        """Each table's rows."""
        return {
            table.name: sorted(
                json.dumps(row, sort_keys=True, default=str) for row in self.server.rows(table.name)
            )
            for table in TABLES
        }

    def expire(self) -> int:
        """What the database would have cleaned up by then: all rows that have an end; answer how many."""
        client, gone = boto3.client("dynamodb", **self.server.client), 0
        for table in TABLES:
            for row in self.server.rows(table.name):
                if table.ttl and table.ttl in row:
                    keys = [name for name in (table.partition, table.sort) if name]
                    client.delete_item(TableName=table.name, Key={name: {"S": row[name]} for name in keys})
                    gone += 1
        return gone

    def _listen(self, boot: Callable[[str], Handle]) -> None:
        """Until nobody has anything more to say about what happened."""
        while self.heard < len(events := self._ledger()):
            for event in events[self.heard :]:
                self._tell(boot, event)
            self.heard = len(events)

    def _tell(self, boot: Callable[[str], Handle], event: str) -> None:
        for function, bring in LISTENERS.items():
            bring(boot(function), event)

    def _ledger(self) -> list[str]:
        rows = sorted(self.server.rows("ledger"), key=lambda row: str(row["event_id"]))
        return [row["event"] for row in rows]

    def _join(self, house: House, phone: str, **fields: str) -> tuple[str, str]:
        """A lead's code, and their link to bring friends by."""
        body = json.loads(sample_events.read("http/sign_up")["body"]) | {"phone": phone, **fields}
        told = house.ask("register_leads", sample_events.http("sign_up", body=body))
        challenge_id = str(told.json["challenge_id"])
        digits = VerificationKey(derive_key("root", "verification")).digits(challenge_id)
        lead = house.confirm(challenge_id, digits).json
        return str(lead["discount"]["code"]), str(lead["referral_url"]).rpartition("/")[2]

    def _spend(self, house: House, code: str) -> None:
        headers = house.key() | {"idempotency-key": "k"}
        done = house.ask("redeem_codes", sample_events.http("redeem", code=code, headers=headers))
        assert done.status == 201, done.text
        ids = {"redemption_id": done.json["redemption_id"]}
        back = house.ask("redeem_codes", sample_events.http("roll_back", headers=house.key(), **ids))
        assert back.status == 201, back.text


def ahead(monkeypatch: pytest.MonkeyPatch, by: timedelta) -> None:
    """Every clock of ours, from now on."""

    class Ahead(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return datetime.now(tz) + by

    monkeypatch.setattr(instants, "datetime", Ahead)


@pytest.fixture
def noon() -> timedelta:
    """Until it is one when texts may go: what waits for its hour is not over."""
    present = datetime.now(UTC)
    return datetime.combine(present.date() + timedelta(days=1), time(11), UTC) - present


@pytest.fixture(autouse=True)
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with s3.running() as server:
        monkeypatch.setenv("AWS_ENDPOINT_URL_S3", server.url)
        yield


@pytest.fixture
def life(aws: FakeAws, monkeypatch: pytest.MonkeyPatch, noon: timedelta) -> Life:
    ahead(monkeypatch, noon)
    # Nobody comes for what is to be told: that it is put down once is what counts here.
    monkeypatch.setattr(LambdaCouriers, "call", lambda self, subscription_id: None)
    with booted(aws) as boot:
        house = House(boot, aws)
        hears = {"url": "https://8.8.8.8/hears", "events": ["*"]}
        asked = sample_events.http("create_webhook", body=hears, headers=house.key())
        assert house.ask("serve_partners", asked).status == 201
        DynamoCampaignBook().put(replace(BUFFET, referral=ReferralOffer()))
    made = Life(aws)
    made.live()
    return made


@pytest.fixture
def months_later(life: Life, monkeypatch: pytest.MonkeyPatch, noon: timedelta) -> None:
    """By more than anything that is remembered for a while lasts."""
    ahead(monkeypatch, noon + timedelta(days=400))


def test_the_whole_ledger_twice_changes_no_table_and_sends_no_text(life: Life, aws: FakeAws):
    before, texts = life.stands(), list(aws.texts)
    assert len(before["ledger"]) > 30
    assert len(texts) > 5
    for _ in range(2):
        life.bring_all()
    assert life.stands() == before
    assert aws.texts == texts


@pytest.mark.usefixtures("months_later")
def test_nor_does_it_when_all_that_was_remembered_for_a_while_is_forgotten(life: Life, aws: FakeAws):
    assert life.expire() > 10
    before, texts = life.stands(), list(aws.texts)
    for _ in range(2):
        life.bring_all()
    assert life.stands() == before
    assert aws.texts == texts


def test_the_check_would_see_a_text_that_goes_again(life: Life, aws: FakeAws):
    before = list(aws.texts)
    for row in aws.rows("messages"):
        boto3.client("dynamodb", **aws.client).delete_item(
            TableName="messages", Key={"message_id": {"S": row["message_id"]}}
        )
    life.bring_all()
    assert len(aws.texts) > len(before)
