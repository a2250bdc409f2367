"""Files that others upload, over the wire."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from io import BytesIO
from urllib.parse import parse_qs, urlsplit

import pytest
import urllib3
from botocore.credentials import Credentials

from tests.fakes import s3
from tests.fakes.s3 import FakeS3
from twofold.adapters import s3_place
from twofold.adapters.s3_uploads import PIECE, S3Uploads
from twofold.contracts.errors import Unavailable
from twofold.imports.model import Upload
from twofold.imports.ports import FileChanged

AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
KEY = "/uploads/imports/imp_1.csv"


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeS3]:
    monkeypatch.setattr(s3_place, "credentials", lambda: Credentials("AKIDEXAMPLE", "secret", "token"))
    monkeypatch.setenv("AWS_REGION", "eu-central-1")
    with s3.running() as server:
        monkeypatch.setenv("AWS_ENDPOINT_URL_S3", server.url)
        yield server


@pytest.fixture
def uploads() -> S3Uploads:
    return S3Uploads(bucket="uploads", clock=lambda: AT)


def put(url: str, body: bytes, headers: dict[str, str]) -> int:
    return urllib3.request("PUT", url, body=body, headers=headers, retries=False).status


def test_a_file_is_put_where_it_is_looked_for(bucket: FakeS3, uploads: S3Uploads):
    place = uploads.place("imp_1", AT)
    assert put(place.url, b"A1\n", place.headers) == 200
    assert uploads.find("imp_1") == Upload(3, s3.tag(b"A1\n"))
    assert list(bucket.files) == [KEY]


def test_the_address_is_good_for_a_quarter_of_an_hour(bucket: FakeS3, uploads: S3Uploads):
    place = uploads.place("imp_1", AT)
    said = parse_qs(urlsplit(place.url).query)
    assert place.until == AT + timedelta(minutes=15)
    assert (said["X-Amz-Date"], said["X-Amz-Expires"]) == (["20261122T090000Z"], ["900"])
    assert said["X-Amz-SignedHeaders"] == ["host;if-none-match"]


def test_what_is_there_cannot_be_replaced(bucket: FakeS3, uploads: S3Uploads):
    place = uploads.place("imp_1", AT)
    assert put(place.url, b"A1\n", place.headers) == 200
    assert put(place.url, b"B1\n", place.headers) == 412
    assert put(place.url, b"B1\n", {}) == 403
    assert bucket.files[KEY] == b"A1\n"


def test_before_it_is_put_there_is_none(bucket: FakeS3, uploads: S3Uploads):
    assert uploads.find("imp_1") is None


def test_it_is_read_in_pieces_of_a_megabyte_to_its_end(bucket: FakeS3, uploads: S3Uploads):
    bucket.files[KEY] = content = bytes(range(256)) * 10_000
    upload, read = uploads.find("imp_1"), b""
    assert upload
    while piece := uploads.piece("imp_1", upload, len(read)):
        assert len(piece) <= PIECE
        read += piece
    assert read == content
    assert [where for _, _, where in bucket.asked[1:]] == [
        "bytes=0-1048575",
        "bytes=1048576-2097151",
        "bytes=2097152-2559999",
    ]


def test_of_an_empty_file_nothing_is_asked_for(bucket: FakeS3, uploads: S3Uploads):
    bucket.files[KEY] = b""
    upload = uploads.find("imp_1")
    assert upload
    assert uploads.piece("imp_1", upload, 0) == b""


@pytest.mark.parametrize("now", [b"other", None])
def test_a_file_that_was_replaced_or_removed_is_told(bucket: FakeS3, uploads: S3Uploads, now: bytes | None):
    bucket.files[KEY] = b"A1\n"
    upload = uploads.find("imp_1")
    assert upload
    bucket.files = {KEY: now} if now else {}
    with pytest.raises(FileChanged):
        uploads.piece("imp_1", upload, 0)


def test_a_bucket_that_fails_once_is_asked_again(bucket: FakeS3, uploads: S3Uploads):
    bucket.files[KEY] = b"A1\n"
    bucket.faults = [503]
    assert uploads.find("imp_1")


@pytest.mark.parametrize("fault", [403, 500])
def test_a_bucket_that_does_not_let_us_read_is_tried_later(bucket: FakeS3, uploads: S3Uploads, fault: int):
    bucket.files[KEY] = b"A1\n"
    bucket.faults = [fault] * 9
    with pytest.raises(Unavailable):
        uploads.find("imp_1")


def test_a_bucket_that_is_not_there_is_tried_later(uploads: S3Uploads, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(s3_place, "credentials", lambda: Credentials("AKIDEXAMPLE", "secret"))
    monkeypatch.setenv("AWS_REGION", "eu-central-1")
    monkeypatch.setenv("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:9")
    with pytest.raises(Unavailable):
        uploads.find("imp_1")


def test_no_id_leads_out_of_the_folder(bucket: FakeS3, uploads: S3Uploads):
    assert urlsplit(uploads.place("../x?y#z", AT).url).path == "/uploads/imports/..%2Fx%3Fy%23z.csv"


def test_what_was_uploaded_can_be_removed_as_often_as_one_likes(bucket: FakeS3, uploads: S3Uploads):
    bucket.files[KEY] = b"A1\n"
    uploads.remove("imp_1")
    uploads.remove("imp_1")
    assert bucket.files == {}
    assert uploads.find("imp_1") is None


def test_faults_lie_elsewhere_and_are_fetched_by_a_link(bucket: FakeS3, uploads: S3Uploads):
    content = b"line,column,reason\r\n2,phone,empty\r\n"
    uploads.keep_faults("imp_1", BytesIO(b"older"), 5)
    uploads.keep_faults("imp_1", BytesIO(content), len(content))
    assert bucket.files == {"/uploads/faults/imp_1.csv": content}
    link = uploads.faults("imp_1", AT)
    assert urllib3.request("GET", link.url).data == content
    assert link.until == AT + timedelta(minutes=15)
    assert parse_qs(urlsplit(link.url).query)["X-Amz-Expires"] == ["900"]


def test_faults_that_did_not_get_there_are_sent_again_whole(bucket: FakeS3, uploads: S3Uploads):
    content = b"line,column,reason\r\n" * 100_000
    bucket.faults = [503, 500]
    uploads.keep_faults("imp_1", BytesIO(content), len(content))
    assert bucket.files["/uploads/faults/imp_1.csv"] == content
