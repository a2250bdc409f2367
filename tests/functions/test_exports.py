"""An export, from what was asked over HTTP to the file that is fetched by its link."""

import io
import json
from collections.abc import Iterator
from typing import Any

import pytest
import urllib3

from tests.fakes import s3, sample_events
from tests.fakes.exported import READERS
from tests.fakes.s3 import FakeS3
from tests.fakes.samples import ANNA, BEN
from tests.functions.house import House
from twofold.adapters.lambda_writer import LambdaExportWriter
from twofold.contracts.errors import Unavailable
from twofold.exports.columns import Row
from twofold.exports.tables.table import table_of

KINDS = ("leads", "consents", "codes", "messages", "ledger")


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeS3]:
    with s3.running() as server:
        monkeypatch.setenv("AWS_ENDPOINT_URL_S3", server.url)
        yield server


@pytest.fixture(autouse=True)
def called(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Whom the function was called for: nobody else calls functions here."""
    ids: list[str] = []
    monkeypatch.setattr(LambdaExportWriter, "start", lambda _, export_id: ids.append(export_id))
    return ids


def opened(house: House, **body: Any) -> dict[str, Any]:
    event = sample_events.http("open_export", headers=house.key("data"), body=body)
    told = house.ask("serve_partners", event)
    assert told.status == 201, told.text
    return told.json


def progress(house: House, export_id: str) -> dict[str, Any]:
    event = sample_events.http("export", headers=house.key("data"), export_id=export_id)
    told = house.ask("serve_partners", event)
    assert told.status == 200, told.text
    return told.json


def exported(house: House, **body: Any) -> dict[str, Any]:
    export_id = opened(house, **body)["export_id"]
    house.boot("export_data")({"export": export_id})
    return progress(house, export_id)


def rows(told: dict[str, Any], platform: Any = None) -> list[Row]:
    columns = table_of(told["kind"], platform).columns
    fetched = [urllib3.request("GET", file["url"]).data for file in told["files"]]
    return [row for file in fetched for row in READERS[told["format"]](io.BytesIO(file), columns)]


def test_what_is_asked_for_is_written_and_fetched(house: House, bucket: FakeS3, called: list[str]):
    house.confirmed(ANNA)
    told = opened(house, kind="leads", format="csv", campaign_id="buffet-20")
    assert (told["state"], told["rows"], told["files"]) == ("waiting", 0, [])
    assert called == [told["export_id"]]
    house.boot("export_data")({"export": told["export_id"]})
    told = progress(house, told["export_id"])
    assert (told["state"], told["rows"]) == ("finished", 1)
    (row,) = rows(told)
    assert row[:3] == (house.lead_id(ANNA), "confirmed", ANNA)
    (event,) = [row for row in house.ledger() if row["type"] == "export.finished.v1"]
    assert json.loads(event["event"])["data"]["rows"] == 1


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_comes_in_every_format(house: House, bucket: FakeS3, kind: str, form: str):
    house.confirmed(ANNA)
    house.plan(house.lead_id(ANNA))
    found = rows(exported(house, kind=kind, format=form))
    assert found
    assert all(house.lead_id(ANNA) in row for row in found if kind != "ledger")


def test_an_audience_holds_hashes_of_who_agreed(house: House, bucket: FakeS3):
    house.confirmed(ANNA)
    told = exported(house, kind="audience", format="csv", platform="google")
    assert (told["state"], told["rows"], told["files"]) == ("finished", 0, [])


def test_a_number_that_was_erased_is_in_no_export_any_more(house: House, bucket: FakeS3):
    house.confirmed(ANNA)
    house.confirmed(BEN)
    people, ids = (
        exported(house, kind="leads", format="jsonl"),
        exported(house, kind="ledger", format="jsonl"),
    )
    assert ANNA.encode() in b"".join(bucket.files.values())
    headers = {**house.key("leads:write"), "if-match": f'"{house.lead(ANNA).version}"'}
    event = sample_events.http("erase", headers=headers, lead_id=house.lead_id(ANNA))
    assert house.ask("serve_partners", event).status == 202
    (erased,) = [row["event"] for row in house.ledger() if row["type"] == "lead.erased.v1"]
    house.boot("forget_leads")({"detail": json.loads(erased)})
    assert ANNA.encode() not in b"".join(bucket.files.values())
    told = progress(house, people["export_id"])
    assert (told["state"], told["files"]) == ("withdrawn", [])
    assert progress(house, ids["export_id"])["state"] == "finished"
    again = rows(exported(house, kind="leads", format="jsonl"))
    assert [row[2] for row in again] == [BEN]


def test_the_same_call_again_changes_nothing(house: House, bucket: FakeS3):
    house.confirmed(ANNA)
    told = exported(house, kind="leads", format="parquet")
    before = dict(bucket.files)
    house.boot("export_data")({"export": told["export_id"]})
    assert bucket.files == before
    assert len([row for row in house.ledger() if row["type"] == "export.finished.v1"]) == 1


def test_a_bucket_that_fails_is_tried_again(house: House, bucket: FakeS3):
    house.confirmed(ANNA)
    export_id = opened(house, kind="leads", format="csv")["export_id"]
    bucket.faults = [403] * 9
    with pytest.raises(Unavailable):
        house.boot("export_data")({"export": export_id})
    bucket.faults = []
    house.boot("export_data")({"export": export_id})
    assert progress(house, export_id)["state"] == "finished"


def test_an_export_that_is_not_known_is_no_failure(house: House, bucket: FakeS3):
    house.boot("export_data")({"export": "exp_unknown"})
    event = sample_events.http("export", headers=house.key("data"), export_id="exp_unknown")
    told = house.ask("serve_partners", event)
    assert (told.status, told.json["code"]) == (404, "export_not_found")


def test_three_are_written_at_a_time(house: House, bucket: FakeS3):
    for _ in range(3):
        opened(house, kind="codes", format="csv")
    event = sample_events.http("open_export", headers=house.key("data"))
    told = house.ask("serve_partners", event)
    assert (told.status, told.json["code"]) == (429, "too_many_exports")
    assert told.headers["retry-after"] == "60"


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"kind": "people", "format": "csv"}, "kind"),
        ({"kind": "leads"}, "format"),
        ({"kind": "leads", "format": "xlsx"}, "format"),
        ({"kind": "leads", "format": "csv", "from": "yesterday"}, "from"),
        ({"kind": "audience", "format": "csv"}, "platform"),
    ],
)
def test_what_cannot_be_exported_is_refused_by_its_name(house: House, body: dict[str, Any], field: str):
    told = house.ask("serve_partners", sample_events.http("open_export", headers=house.key(), body=body))
    assert (told.status, told.json["errors"][0]["field"]) == (422, field)


def test_only_who_may_export_exports(house: House):
    till = house.key("leads:read")
    assert house.ask("serve_partners", sample_events.http("open_export", headers=till)).status == 403
    assert house.ask("serve_partners", sample_events.http("export", headers=till)).status == 403


def test_the_sweeper_has_one_written_on_that_stands_still(house: House, called: list[str]):
    opened(house, kind="codes", format="csv")
    assert house.boot("sweep_overdue")({})["exports"] == 0
    assert len(called) == 1
