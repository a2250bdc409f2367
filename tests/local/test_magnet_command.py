"""Files that are handed over for a sign-up, as an operator uploads them."""

import sys

import boto3
import pytest

from infra.commands.screen import CannotGoOn
from infra.operate import magnet
from infra.operate.deployment import Deployment
from infra.operate.magnet_file import LARGEST, checked
from tests.fakes.samples import BUFFET
from twofold.campaigns.offer import LeadMagnet


def written(tmp_path, name: str, content: bytes = b"%PDF-1.7 a guide"):
    file = tmp_path / name
    file.write_bytes(content)
    return file


@pytest.mark.parametrize(
    ("name", "content", "media"),
    [
        ("guide.pdf", b"%PDF-1.7", "application/pdf"),
        ("Guide 2.PDF", b"%PDF-1.7", "application/pdf"),
        ("photo.jpeg", b"\xff\xd8\xff\xe0", "image/jpeg"),
        ("clip.mp4", b"\x00\x00\x00\x20ftypisom", "video/mp4"),
    ],
)
def test_what_a_phone_opens_may_be_handed_over(tmp_path, name: str, content: bytes, media: str):
    assert checked(written(tmp_path, name, content)) == media


@pytest.mark.parametrize(
    "name", ["guide.html", "logo.svg", "run.exe", "sheet.xlsm", "a.js", "a.zip", "guide"]
)
def test_what_could_run_may_not(tmp_path, name: str):
    with pytest.raises(CannotGoOn, match="safe to hand over"):
        checked(written(tmp_path, name))


def test_a_file_that_only_calls_itself_harmless_is_refused(tmp_path):
    with pytest.raises(CannotGoOn, match="does not begin as such a file"):
        checked(written(tmp_path, "guide.pdf", b"<html><script>alert(1)</script>"))


def test_what_is_too_large_is_refused(tmp_path):
    file = written(tmp_path, "guide.pdf")
    with file.open("r+b") as content:
        content.truncate(LARGEST + 1)
    with pytest.raises(CannotGoOn, match="50 MB is the most"):
        checked(file)


@pytest.mark.parametrize("name", ["..pdf", "żółw.pdf", "a\nb.pdf", '"q".pdf'])
def test_a_name_that_is_trouble_in_an_address_is_refused(tmp_path, name: str):
    with pytest.raises(CannotGoOn, match="FILE: call"):
        checked(written(tmp_path, name))


def test_a_file_that_is_not_there_is_told_in_a_sentence(tmp_path):
    with pytest.raises(CannotGoOn, match="cannot be read"):
        checked(tmp_path / "never.pdf")


class Bucket:
    def __init__(self) -> None:
        self.put: dict[str, object] = {}

    def put_object(self, **said: object) -> None:
        body = said.pop("Body")
        self.put = {**said, "Body": body.read()}  # type: ignore[attr-defined]


def test_it_lies_where_links_lead(tmp_path, monkeypatch):
    bucket = Bucket()
    monkeypatch.setattr(boto3, "client", lambda name, **_: bucket)
    deployment = Deployment(client={}, outputs={"MagnetBucketName": "files"})
    magnet._upload(deployment, written(tmp_path, "guide.pdf"), "buffet-20/guide.pdf", "application/pdf")
    assert bucket.put["Bucket"] == "files"
    assert bucket.put["Key"] == "magnets/buffet-20/guide.pdf"
    assert bucket.put["ContentType"] == "application/pdf"


def test_a_deployment_without_a_bucket_says_what_to_do(tmp_path):
    with pytest.raises(CannotGoOn, match="Deploy it again"):
        magnet._upload(Deployment(client={}, outputs={}), written(tmp_path, "g.pdf"), "b/g.pdf", "x")


def test_an_operator_is_told_what_the_campaign_s_file_must_say():
    assert '"file": "buffet-20/guide.pdf"' in magnet._told(BUFFET, "buffet-20/guide.pdf")


def test_an_operator_is_told_when_nothing_is_left_to_do():
    from dataclasses import replace

    named = replace(BUFFET, magnet=LeadMagnet(title={}, file="buffet-20/guide.pdf"))
    assert "from now on" in magnet._told(named, "buffet-20/guide.pdf")


def test_it_asks_for_what_it_was_not_told(monkeypatch):
    monkeypatch.setattr(sys, "argv", ["magnet"])
    with pytest.raises(CannotGoOn, match="make magnet FILE="):
        magnet.main()
