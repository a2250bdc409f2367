"""A person's whole life with us, and then they are erased: nothing is left of them anywhere, and nothing brings them
back but their own sign-up.
"""

import io
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
import urllib3

from tests.fakes import s3, sample_events
from tests.fakes.packing import said
from tests.fakes.s3 import FakeS3
from tests.functions.house import Answered, House
from tests.functions.test_canary import NAME, NUMBER, Story
from twofold.adapters.lambda_writer import LambdaExportWriter
from twofold.adapters.safe_http.caller import SafeHttp
from twofold.adapters.webhook_couriers import LambdaCouriers
from twofold.webhooks import ports
from twofold.webhooks.ports import Outgoing

ADDRESS = "203.0.113.7"
"""Where the samples' requests come from."""

SPELLINGS = re.compile(r"\D{0,2}".join(NUMBER[3:]))
FILE = f"phone,first_name,consent_at,consent_text\n{NUMBER},{NAME},2026-03-01T10:00:00Z,I am {NAME}.\n"
EVENTS = ("lead.confirmed.v1", "code.issued.v1", "lead.opted_out.v1", "lead.updated.v1")


class Life(Story):
    """All ways in and out: besides what the story tells, a cart, an order, a CRM, webhooks, files."""

    def __init__(self, house: House, bucket: FakeS3) -> None:
        super().__init__(house)
        self.bucket = bucket
        self.delivered: list[bytes] = []

    def live(self) -> None:
        self.hook = self.ask("serve_partners", "create_webhook", headers=self.key).json
        self.tell()
        self.shop()
        self.file()
        self.crm()
        self.hear("deliver_webhooks", EVENTS)
        self.house.boot("deliver_webhooks")({"courier": self.hook["webhook_id"]})
        self.export()
        self.house.boot("relay_events")(sample_events.streamed(self.house.ledger()))

    def shop(self) -> None:
        for sample in ("cart", "order"):
            body = json.loads(sample_events.read(f"http/{sample}")["body"]) | {"phone": NUMBER, "codes": []}
            body.pop("codes" if sample == "cart" else "code", None)
            own = {"code": None, "url": f"https://shop.example/{NAME}"}
            # The order is of another cart, so that this one stays.
            body |= own if sample == "cart" else {"cart_id": "basket-other"}
            told = self.ask("record_orders", sample, headers=self.key, body=body)
            assert told.status < 300, told.text

    def file(self) -> dict[str, Any]:
        """Somebody brings a file with their number in it; answers how that went."""
        body = {"kind": "leads", "campaign_id": "buffet-20"}
        where = self.ask("serve_partners", "open_import", headers=self.key, body=body).json
        urllib3.request("PUT", where["upload_url"], body=FILE.encode(), headers=where["upload_headers"])
        event = sample_events.read("uploads/object_created")
        event["Records"][0]["s3"]["object"]["key"] = f"imports/{where['import_id']}.csv"
        self.house.boot("import_files")(event)
        return self.ask("serve_partners", "import", headers=self.key, import_id=where["import_id"]).json

    def crm(self) -> None:
        lead_id = self.house.lead_id(NUMBER)
        changes = {"attributes": {"first_name": NAME, "nickname": NAME}, "tags": {"add": ["vip"]}}
        self.ask("serve_partners", "patch_lead", headers=self.key, lead_id=lead_id, body=changes)
        record = {"Twofold_Id__c": lead_id, "FirstName": NAME, "LastName": "x", "MobilePhone": NUMBER}
        self.ask("serve_partners", "crm_salesforce", headers=self.key, body=record)

    def hear(self, function: str, kinds: tuple[str, ...]) -> None:
        details = [row["event"] for row in self.house.ledger() if row["type"] in kinds]
        self.house.boot(function)(sample_events.queued(details, name="webhooks"))

    def call(self, request: Outgoing, patience: float) -> ports.Answered:
        """An endpoint that says back what it was told."""
        self.delivered.append(request.body)
        status = 500 if len(self.delivered) == 1 else 200
        return ports.Answered(status=status, headers={}, body=request.body)

    def export(self) -> None:
        for kind in ("leads", "consents", "messages"):
            body = {"kind": kind, "format": "jsonl"}
            made = self.ask("serve_partners", "open_export", headers=self.key, body=body).json
            self.house.boot("export_data")({"export": made["export_id"]})

    def forget(self) -> None:
        erased = self.ask(
            "serve_partners", "erase", headers=self.key | {"if-match": "*"}, lead_id=self.lead_id
        )
        assert erased.status == 202, erased.text
        (row,) = [row for row in self.house.ledger() if row["type"] == "lead.erased.v1"]
        sample = sample_events.read("bus/lead.erased.v1")
        self.house.boot("forget_leads")({**sample, "detail": json.loads(row["event"])})

    @property
    def lead_id(self) -> str:
        return self.house.lead_id(NUMBER)

    def traces(self) -> set[str]:
        """Tables and files in which the number, however it is spelled, the name or the address stands."""
        aws = self.house.aws
        kept = {
            table: json.dumps(aws.rows(table), default=said, ensure_ascii=False) for table in aws.tables()
        }
        kept |= {path: content.decode("utf-8", "replace") for path, content in self.bucket.files.items()}
        return {where for where, words in kept.items() if is_told(words)}


def is_told(words: str) -> bool:
    return bool(SPELLINGS.search(words)) or NAME in words or ADDRESS in words


@pytest.fixture
def life(house: House, monkeypatch: pytest.MonkeyPatch) -> Iterator[Life]:
    monkeypatch.setattr(LambdaExportWriter, "start", lambda *_: None)
    monkeypatch.setattr(LambdaCouriers, "_call", lambda *_: None)
    with s3.running() as bucket:
        monkeypatch.setenv("AWS_ENDPOINT_URL_S3", bucket.url)
        lived = Life(house, bucket)
        monkeypatch.setattr(SafeHttp, "call", lived.call)
        monkeypatch.setattr("twofold.privacy.forget.PAUSE", 0.0)
        yield lived


def test_after_an_erasure_the_person_is_in_no_table_file_or_log(life: Life, log: io.StringIO):
    life.live()
    before = life.traces()
    assert {"carts", "challenges", "consents", "leads", "messages"} <= before
    assert [path for path in before if "/personal/" in path], "exports name people"
    assert any(is_told(body.decode()) for body in life.delivered), "a webhook was told the contact"
    life.forget()
    assert life.traces() == set()
    assert not is_told(log.getvalue())
    published = json.dumps([body for call, body in life.house.aws.calls if call.endswith("PutEvents")])
    assert not is_told(published)


def test_no_file_and_no_crm_brings_them_back(life: Life):
    life.live()
    life.forget()
    told = life.file()
    assert (told["suppressed"], told["confirmed"], told["pending"], told["added"]) == (1, 0, 0, 0)
    life.crm()
    life.shop()
    asked = life.ask("serve_partners", "look_up", headers=life.key, body={"phones": [NUMBER]})
    assert asked.json["leads"][0]["exists"] is False
    assert life.house.lead(NUMBER).status == "erased"
    assert life.house.lead(NUMBER).phone is None
    assert life.traces() <= {"carts"}, "the shop's own cart is nobody's, and its address is the shop's"


def test_their_own_sign_up_brings_them_back_afresh(life: Life):
    life.live()
    life.forget()
    texts = len([words for number, words in life.house.aws.texts if number == NUMBER])
    life.house.confirmed(NUMBER)
    assert life.house.lead(NUMBER).status == "confirmed"
    assert len([words for number, words in life.house.aws.texts if number == NUMBER]) == texts


def test_no_event_of_before_sends_them_anything(life: Life):
    life.live()
    life.forget()
    texts = len(life.house.aws.texts)
    life.house.send(*{row["type"] for row in life.house.ledger()})
    assert len(life.house.aws.texts) == texts
    told: list[Answered] = life.problems
    assert not [problem.text for problem in told if is_told(problem.text)]
