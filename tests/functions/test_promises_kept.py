"""A lead who was promised a code gets one as soon as coupons come, by a delivery or by a file."""

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.fakes import s3
from tests.fakes.s3 import FakeS3
from tests.fakes.samples import ANNA, BUFFET
from tests.functions.house import House
from tests.functions.test_deliveries import deliver
from tests.functions.test_import_files import arrive, opened, upload
from twofold.adapters.dynamodb.campaigns import DynamoCampaignBook
from twofold.adapters.secrets import derive_key
from twofold.campaigns.model import CodePool
from twofold.leads.verification import VerificationKey


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeS3]:
    with s3.running() as server:
        monkeypatch.setenv("AWS_ENDPOINT_URL_S3", server.url)
        yield server


@pytest.fixture
def dry(house: House) -> House:
    """The campaign gives coupons, has none, and Anna was promised one."""
    DynamoCampaignBook().put(replace(BUFFET, pool=CodePool(when_dry="promise")))
    for function in ("register_leads", "serve_partners", "import_files"):
        house.boot(function)
    challenge_id = house.join(ANNA)
    digits = VerificationKey(derive_key("root", "verification")).digits(challenge_id)
    told = house.confirm(challenge_id, digits).json
    assert told["no_code"] == "promised", "the pool is dry"
    return house


def causes(house: House) -> list[str]:
    rows = [json.loads(row["event"]) for row in house.ledger() if row["type"] == "code.issued.v1"]
    return [row["data"]["cause"] for row in rows]


def test_a_delivery_keeps_a_promise(dry: House):
    assert deliver(dry, "SG-1", "SG-2").json["added"] == 2
    assert causes(dry) == ["promise"]
    (code,) = dry.lead().codes
    assert code in ("SG1", "SG2")


def test_a_file_keeps_a_promise(dry: House, bucket: FakeS3):
    where = opened(dry)
    upload(where, b"SG-1\nSG-2\n")
    arrive(dry, where["import_id"])
    assert causes(dry) == ["promise"]
    assert len(dry.lead().codes) == 1


def test_a_promise_is_kept_once_however_often_coupons_come(dry: House):
    for coupon in ("SG-1", "SG-2", "SG-3"):
        deliver(dry, coupon)
    assert causes(dry) == ["promise"]
