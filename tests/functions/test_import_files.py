"""A file of coupons, from its announcement over HTTP to its last line."""

import io
import json
from collections.abc import Iterator
from typing import Any

import pytest
import urllib3

from tests.fakes import s3, sample_events
from tests.fakes.s3 import FakeS3
from tests.functions.booted import Context
from tests.functions.house import House
from twofold.adapters.dynamodb.pools import DynamoCodePools
from twofold.adapters.lambda_reader import LambdaImportReader
from twofold.contracts.errors import Unavailable


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeS3]:
    with s3.running() as server:
        monkeypatch.setenv("AWS_ENDPOINT_URL_S3", server.url)
        yield server


def opened(house: House) -> dict[str, Any]:
    told = house.ask("serve_partners", sample_events.http("open_import", headers=house.key("data")))
    assert told.status == 201, told.text
    return told.json


def upload(where: dict[str, Any], content: bytes) -> int:
    return urllib3.request("PUT", where["upload_url"], body=content, headers=where["upload_headers"]).status


def arrive(house: House, import_id: str) -> None:
    """What S3 tells the function."""
    event = sample_events.read("uploads/object_created")
    event["Records"][0]["s3"]["object"]["key"] = f"imports/{import_id}.csv"
    house.boot("import_files")(event)


def progress(house: House, import_id: str) -> dict[str, Any]:
    event = sample_events.http("import", headers=house.key("data"), import_id=import_id)
    told = house.ask("serve_partners", event)
    assert told.status == 200, told.text
    return told.json


def outcome(log: io.StringIO) -> str:
    lines = [json.loads(line) for line in log.getvalue().splitlines()]
    return str([line for line in lines if line["message"] == "taken_in"][-1]["outcome"])


def test_a_file_is_announced_uploaded_and_read(house: House, bucket: FakeS3, log: io.StringIO):
    where = opened(house)
    assert progress(house, where["import_id"])["state"] == "waiting"
    assert upload(where, b"code,expires_at\nSG-1,2099-12-31\nSG-2\n\n") == 200
    arrive(house, where["import_id"])
    told = progress(house, where["import_id"])
    assert (told["state"], told["lines"], told["added"], told["bad"]) == ("finished", 3, 2, 1)
    assert told["faults"] == [{"line": 4, "reason": "empty"}]
    assert told["bytes"] == told["size"] == 38
    assert DynamoCodePools().count_up_to("buffet-20", 9) == 2
    assert outcome(log) == "finished"
    (row,) = [row for row in house.ledger() if row["type"] == "import.finished.v1"]
    assert row["subject_id"] == where["import_id"]


def test_the_same_call_again_changes_nothing(house: House, bucket: FakeS3, log: io.StringIO):
    where = opened(house)
    upload(where, b"SG-1\n")
    arrive(house, where["import_id"])
    before = progress(house, where["import_id"])
    arrive(house, where["import_id"])
    assert outcome(log) == "seen"
    assert progress(house, where["import_id"]) == before
    assert len([row for row in house.ledger() if row["type"] == "import.finished.v1"]) == 1


def test_a_file_of_nobody_s_import_is_no_failure(house: House, bucket: FakeS3, log: io.StringIO):
    arrive(house, "imp_unknown")
    assert outcome(log) == "import_not_found"


def test_it_goes_on_where_time_was_short_as_it_calls_itself(
    house: House, bucket: FakeS3, log: io.StringIO, monkeypatch: pytest.MonkeyPatch
):
    where, called = opened(house), list[str]()
    upload(where, b"".join(b"SG-%05d\n" % number for number in range(1_500)))
    monkeypatch.setattr(LambdaImportReader, "start", lambda _, import_id: called.append(import_id))
    monkeypatch.setattr(Context, "get_remaining_time_in_millis", lambda _: 100_000)
    arrive(house, where["import_id"])
    assert (outcome(log), called) == ("handed_over", [where["import_id"]])
    assert progress(house, where["import_id"])["added"] == 1_000
    monkeypatch.undo()
    monkeypatch.setenv("AWS_ENDPOINT_URL_S3", bucket.url)
    house.boot("import_files")({"import": called[0]})
    assert outcome(log) == "finished"
    assert progress(house, where["import_id"])["added"] == 1_500


@pytest.mark.parametrize("key", ["elsewhere/imp_1.csv", "imports/imp_1.txt", "imports/"])
def test_a_file_that_is_none_of_an_import_is_left_alone(house: House, log: io.StringIO, key: str):
    event = sample_events.read("uploads/object_created")
    event["Records"][0]["s3"]["object"]["key"] = key
    house.boot("import_files")(event)
    assert outcome(log) == "not_ours"


def test_what_may_go_well_later_is_handed_back_to_lambda_and_carried_on(house: House, bucket: FakeS3):
    where = opened(house)
    upload(where, b"".join(b"SG-%d\n" % number for number in range(30)))
    bucket.faults = [403] * 9
    with pytest.raises(Unavailable):
        arrive(house, where["import_id"])
    bucket.faults = []
    arrive(house, where["import_id"])
    assert progress(house, where["import_id"])["added"] == 30


def test_a_database_that_dies_on_the_way_is_followed_by_another_try(
    house: House, bucket: FakeS3, monkeypatch: pytest.MonkeyPatch
):
    where, put = opened(house), DynamoCodePools.put
    upload(where, b"".join(b"SG-%d\n" % number for number in range(1_500)))

    def failing(self: DynamoCodePools, coupons: Any) -> Any:
        put(self, coupons)
        raise Unavailable("The database did not answer.")

    with monkeypatch.context() as patch:
        patch.setattr(DynamoCodePools, "put", failing)
        with pytest.raises(Unavailable):
            arrive(house, where["import_id"])
    assert progress(house, where["import_id"])["state"] == "running"
    arrive(house, where["import_id"])
    told = progress(house, where["import_id"])
    assert (told["state"], told["added"], told["known"]) == ("finished", 1_500, 0)


def test_a_file_that_is_no_text_fails_in_words(house: House, bucket: FakeS3):
    where = opened(house)
    upload(where, b"PK\x03\x04 a spreadsheet")
    arrive(house, where["import_id"])
    told = progress(house, where["import_id"])
    assert told["state"] == "failed"
    assert "save it as CSV" in told["why"]


def test_an_import_that_nobody_opened_is_not_found(house: House):
    event = sample_events.http("import", headers=house.key("data"), import_id="imp_unknown")
    told = house.ask("serve_partners", event)
    assert (told.status, told.json["code"]) == (404, "import_not_found")


@pytest.mark.parametrize(
    ("body", "field"),
    [({"kind": "codes"}, "campaign_id"), ({"kind": "people", "campaign_id": "buffet-20"}, "kind")],
)
def test_an_import_that_is_none_is_refused(house: House, body: dict[str, Any], field: str):
    told = house.ask("serve_partners", sample_events.http("open_import", headers=house.key(), body=body))
    assert (told.status, told.json["errors"][0]["field"]) == (422, field)


def test_only_who_may_import_imports(house: House):
    till = house.key("codes:write")
    assert house.ask("serve_partners", sample_events.http("open_import", headers=till)).status == 403
    assert house.ask("serve_partners", sample_events.http("import", headers=till)).status == 403


PEOPLE = (
    "phone;first_name;consent_at;consent_text;consent_source\n"
    "+48601234567;Anna;2026-03-01T10:00:00Z;Yes, text me.;https://old.example/join\n"
    "602345678;Ben;;;\n"
    "+48601234567;Anna again;;;\n"
    "+48602345679;Cleo;2026-03-01;Yes, text me.;till\n"
)


def test_a_file_of_people_is_announced_uploaded_and_read(house: House, bucket: FakeS3, log: io.StringIO):
    body = {"kind": "leads", "campaign_id": "buffet-20"}
    event = sample_events.http("open_import", headers=house.key("data"), body=body)
    where = house.ask("serve_partners", event).json
    assert upload(where, PEOPLE.encode()) == 200
    arrive(house, where["import_id"])
    told = progress(house, where["import_id"])
    assert (told["state"], told["lines"], told["added"], told["bad"]) == ("finished", 4, 3, 1)
    assert (told["confirmed"], told["pending"], told["updated"], told["suppressed"]) == (1, 2, 0, 0)
    assert told["faults"] == [
        {"line": 4, "reason": "duplicate", "column": "phone"},
        {"line": 5, "reason": "bad_moment", "column": "consent_at"},
    ]
    faults = urllib3.request("GET", told["faults_url"]).data.decode()
    assert faults == "line,column,reason\r\n4,phone,duplicate\r\n5,consent_at,bad_moment\r\n"
    assert list(bucket.files) == [f"/uploads-of-the-tests/faults/{where['import_id']}.csv"]
    rows = [row for row in house.ledger() if row["type"] == "lead.imported.v1"]
    assert [json.loads(row["event"])["origin"] for row in rows] == ["import"] * 3
    assert "601234567" not in log.getvalue()
    assert "Anna" not in log.getvalue()


def test_who_a_file_brought_is_found_as_what_they_are(house: House, bucket: FakeS3):
    body = {"kind": "leads", "campaign_id": "buffet-20"}
    where = house.ask(
        "serve_partners", sample_events.http("open_import", headers=house.key("data"), body=body)
    ).json
    upload(where, PEOPLE.encode())
    arrive(house, where["import_id"])
    asked = {"phones": ["+48601234567", "+48602345678"]}
    event = sample_events.http("look_up", headers=house.key("leads:read"), body=asked)
    anna, ben = house.ask("serve_partners", event).json["leads"]
    assert (anna["status"], anna["consents"]) == ("confirmed", ["marketing"])
    assert (ben["status"], ben["consents"]) == ("pending", [])
