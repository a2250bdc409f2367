"""Links to files of the deployment's own bucket."""

from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

import pytest
from botocore.credentials import Credentials

from twofold.adapters import s3_place
from twofold.adapters.s3_shelf import S3Shelf

AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@pytest.fixture
def files(monkeypatch) -> S3Shelf:
    monkeypatch.setattr(s3_place, "credentials", lambda: Credentials("AKIDEXAMPLE", "secret", "token"))
    monkeypatch.setenv("AWS_REGION", "eu-central-1")
    for name in ("AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_S3"):
        monkeypatch.delenv(name, raising=False)
    return S3Shelf(bucket="files", clock=lambda: AT)


def test_a_link_leads_to_the_file_in_its_folder_for_some_minutes(files: S3Shelf):
    link = urlsplit(files.address("buffet-20/guide.pdf"))
    assert f"{link.scheme}://{link.netloc}" == "https://files.s3.eu-central-1.amazonaws.com"
    assert link.path == "/magnets/buffet-20/guide.pdf"
    said = parse_qs(link.query)
    assert said["X-Amz-Expires"] == ["300"]
    assert said["X-Amz-Date"] == ["20261122T090000Z"]
    assert said["X-Amz-Security-Token"] == ["token"]


def test_the_file_is_saved_under_its_own_name(files: S3Shelf):
    said = parse_qs(urlsplit(files.address("buffet-20/The guide.pdf")).query)
    assert said["response-content-disposition"] == ["attachment; filename*=UTF-8''The%20guide.pdf"]


@pytest.mark.parametrize("file", ['a"\r\nX: y.pdf', "a?b#c.pdf", "żółw.pdf"])
def test_no_name_breaks_out_of_address_or_header(files: S3Shelf, file: str):
    link = files.address(file)
    assert link.isascii()
    assert urlsplit(link).path.startswith("/magnets/")
    assert parse_qs(urlsplit(link).query)["response-content-disposition"][0].isprintable()


def test_in_china_aws_is_called_otherwise(files: S3Shelf, monkeypatch):
    monkeypatch.setenv("AWS_REGION", "cn-north-1")
    assert urlsplit(files.address("a.pdf")).netloc == "files.s3.cn-north-1.amazonaws.com.cn"


def test_on_one_machine_the_bucket_is_a_folder(files: S3Shelf, monkeypatch):
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:4566")
    assert files.address("a.pdf").startswith("http://127.0.0.1:4566/files/magnets/a.pdf?")
