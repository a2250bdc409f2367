"""Files of exports, over the wire."""

import io
from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
import urllib3
from botocore.credentials import Credentials

from tests.fakes import s3
from tests.fakes.clock import NOON
from tests.fakes.s3 import FakeS3
from tests.unit.exports.desk import job
from twofold.adapters import s3_place
from twofold.adapters.s3_exports import S3Exports
from twofold.contracts.errors import Unavailable
from twofold.exports.model import Part

FILES = S3Exports(bucket="exports", clock=lambda: NOON)


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeS3]:
    monkeypatch.setattr(s3_place, "credentials", lambda: Credentials("AKIDEXAMPLE", "secret", "token"))
    monkeypatch.setenv("AWS_REGION", "eu-central-1")
    with s3.running() as server:
        monkeypatch.setenv("AWS_ENDPOINT_URL_S3", server.url)
        yield server


def put(content: bytes, kind: str = "leads", name: str = "part-00001.csv", export_id: str = "exp_1") -> None:
    FILES.put(job(export_id, kind=kind), name, io.BytesIO(content), len(content))


def test_what_names_people_lies_apart(bucket: FakeS3):
    put(b"lead", "leads")
    put(b"code", "codes")
    assert bucket.files == {
        "/exports/personal/exp_1/part-00001.csv": b"lead",
        "/exports/plain/exp_1/part-00001.csv": b"code",
    }


def test_a_second_try_takes_the_place_of_the_first(bucket: FakeS3):
    put(b"one")
    put(b"two")
    assert list(bucket.files.values()) == [b"two"]


def test_the_link_is_good_for_a_quarter_of_an_hour_and_names_the_file(bucket: FakeS3):
    put(b"lead_id\r\n")
    link = FILES.address(job(), "part-00001.csv", NOON)
    said = parse_qs(urlsplit(link).query)
    assert (said["X-Amz-Date"], said["X-Amz-Expires"]) == (["20261122T120000Z"], ["900"])
    assert said["response-content-disposition"] == ['attachment; filename="leads-2026-11-22-part-00001.csv"']
    assert urllib3.request("GET", link).data == b"lead_id\r\n"


def test_the_file_that_was_being_written_is_removed_with_the_others(bucket: FakeS3):
    for number in (1, 2, 3):
        put(b"x", name=f"part-0000{number}.csv")
    written = tuple(Part(name=f"part-0000{number}.csv", rows=1, size=1) for number in (1, 2))
    assert FILES.remove(job(parts=written)) == 3
    assert bucket.files == {}


@pytest.mark.parametrize("page", [1, 2, 1_000])
def test_files_that_name_people_are_found_page_by_page_and_removed(bucket: FakeS3, page: int):
    bucket.page = page
    put(b"x", export_id="exp_1")
    put(b"x", export_id="exp_1", name="part-00002.csv")
    put(b"x", export_id="exp_2", kind="audience")
    put(b"x", export_id="exp_3", kind="ledger")
    found = FILES.personal()
    assert found == {"exp_1": ["part-00001.csv", "part-00002.csv"], "exp_2": ["part-00001.csv"]}
    for export_id, names in found.items():
        FILES.remove_personal(export_id, names)
    assert list(bucket.files) == ["/exports/plain/exp_3/part-00001.csv"]


def test_a_bucket_that_fails_once_is_sent_the_whole_file_again(bucket: FakeS3):
    bucket.faults = [503]
    put(b"all of it" * 10_000)
    assert list(bucket.files.values()) == [b"all of it" * 10_000]


@pytest.mark.parametrize("fault", [403, 500])
def test_a_bucket_that_refuses_is_tried_later(bucket: FakeS3, fault: int):
    bucket.faults = [fault] * 9
    with pytest.raises(Unavailable):
        put(b"x")
    bucket.faults = [fault] * 9
    with pytest.raises(Unavailable):
        FILES.personal()


def test_a_bucket_that_is_not_there_is_tried_later(bucket: FakeS3, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:9")
    with pytest.raises(Unavailable):
        put(b"x")


def test_a_link_is_made_for_the_moment_that_is_named(bucket: FakeS3):
    later = FILES.address(job(), "part-00001.csv", NOON + timedelta(hours=1))
    assert "X-Amz-Date=20261122T130000Z" in later
