"""Coupons in a file, as an operator brings them in."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from infra.commands.screen import CannotGoOn
from infra.operate.codes_file import __main__ as command
from infra.operate.codes_file import bring, check, send
from infra.operate.codes_file.check import checked
from infra.operate.codes_file.follow import tell
from infra.operate.deployment import Deployment
from tests.fakes import s3
from tests.fakes.aws import FakeAws
from tests.fakes.imports import Readers, endless
from tests.fakes.s3 import FakeS3
from tests.fakes.samples import BUFFET
from tests.fakes.tables import SETTINGS
from twofold.adapters.dynamodb.campaigns import DynamoCampaignBook
from twofold.adapters.dynamodb.connection import connect
from twofold.adapters.dynamodb.imports import DynamoImportBook
from twofold.adapters.dynamodb.many_hands import ManyHands
from twofold.adapters.s3_uploads import S3Uploads
from twofold.adapters.session import session
from twofold.contracts.instants import now
from twofold.contracts.payloads.imports import ImportOpened, ImportProgress
from twofold.contracts.payloads.pools import LineFault
from twofold.contracts.settings import TableSettings
from twofold.imports.codes.intake import CodeIntake
from twofold.imports.run import RunImport

OPENED = {"import_id": "imp_1", "upload_until": "2026-11-22T09:15:00Z"}


def written(folder: Path, content: bytes = b"code\nSG-1\nSG-2\n") -> Path:
    file = folder / "coupons.csv"
    file.write_bytes(content)
    return file


def test_a_file_is_looked_at_before_it_is_sent(tmp_path: Path):
    looked = checked(written(tmp_path, b"code\nSG-1\n=1\nSG-1\nSG-2\n"))
    assert (looked.good, looked.first) == (2, "SG-1")
    assert looked.bad == [(3, "strange_characters"), (4, "duplicate")]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "there is no coupon in coupons.csv"),
        (b"code\n", "there is no coupon"),
        (b"=1\n+2\n", "line 2: strange characters"),
        (b"PK\x03\x04", "save it as CSV"),
        ("SG-1\n".encode("utf-16"), "UTF-16"),
    ],
)
def test_a_file_without_a_coupon_is_told_in_a_sentence(tmp_path: Path, content: bytes, sentence: str):
    with pytest.raises(CannotGoOn, match=sentence):
        checked(written(tmp_path, content))


def test_a_file_that_is_not_there_is_told_in_a_sentence(tmp_path: Path):
    with pytest.raises(CannotGoOn, match="cannot be read"):
        checked(tmp_path / "never.csv")


def test_a_file_that_is_too_large_is_not_even_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(check, "LARGEST", 3 * 1024 * 1024)
    file = written(tmp_path)
    with file.open("r+b") as content:
        content.truncate(3 * 1024 * 1024 + 1)
    with pytest.raises(CannotGoOn, match="3 MB is the most"):
        checked(file)


def test_of_many_bad_lines_some_are_named():
    told = check.listed([(line, "bad_date") for line in range(1, 31)])
    assert "line 20: bad date" in told
    assert "line 21" not in told
    assert told.endswith("and 10 more")


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeS3]:
    with s3.running() as server:
        monkeypatch.setenv("AWS_ENDPOINT_URL_S3", server.url)
        yield server


def opened(url: str) -> ImportOpened:
    return ImportOpened(**OPENED, upload_url=url, upload_headers={"If-None-Match": "*"})


def test_an_upload_tells_how_far_it_is(tmp_path: Path, bucket: FakeS3):
    content, gone = b"SG-1\n" * 200_000, list[int]()
    where = opened(f"{bucket.url}/u/imports/imp_1.csv?X-Amz-SignedHeaders=host")
    send.send(written(tmp_path, content), len(content), where, gone.append)
    assert bucket.files["/u/imports/imp_1.csv"] == content
    assert gone == [262_144, 524_288, 786_432, 1_000_000]


def test_a_file_that_arrived_before_is_there(tmp_path: Path, bucket: FakeS3):
    bucket.files["/u/imports/imp_1.csv"] = b"SG-1\n"
    where = opened(f"{bucket.url}/u/imports/imp_1.csv?X-Amz-SignedHeaders=host")
    send.send(written(tmp_path), 15, where, lambda _: None)


def test_a_bucket_that_refuses_says_so(tmp_path: Path, bucket: FakeS3):
    where = opened(f"{bucket.url}/u/imports/imp_1.csv?X-Amz-SignedHeaders=host;x-missing")
    with pytest.raises(CannotGoOn, match="403"):
        send.send(written(tmp_path), 15, where, lambda _: None)


def test_a_bucket_that_cannot_be_reached_says_so(tmp_path: Path):
    with pytest.raises(CannotGoOn, match="did not arrive"):
        send.send(written(tmp_path), 15, opened("http://127.0.0.1:9/u"), lambda _: None)


def progress(**fields: Any) -> ImportProgress:
    blank = {"lines": 3, "added": 2, "known": 1, "bad": 0, "faults": (), "state": "finished"}
    return ImportProgress(import_id="imp_1", kind="codes", campaign_id="buffet-20", **{**blank, **fields})


def test_an_end_without_a_fault_is_told(capsys: pytest.CaptureFixture[str]):
    tell(progress())
    assert "2 coupons are new in the pool of buffet-20; 1 were known before." in capsys.readouterr().out


def test_bad_lines_are_told_by_number_and_end_the_command_so_that_a_script_notices(
    capsys: pytest.CaptureFixture[str],
):
    faults = (LineFault(line=7, reason="bad_date"),)
    with pytest.raises(CannotGoOn, match="Mend these lines"):
        tell(progress(bad=1_200, lines=5_000, faults=faults))
    told = capsys.readouterr().out
    assert "Of 5,000 lines these hold no coupon (1,200):" in told
    assert "line 7: bad date" in told
    assert "and 1,199 more" in told


def test_an_import_that_was_given_up_says_why():
    with pytest.raises(CannotGoOn, match=r"given up: The file is a PDF\."):
        tell(progress(state="failed", why="The file is a PDF."))


def test_without_a_file_it_explains_itself(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(CannotGoOn, match="Which file"):
        command.main([])
    told = capsys.readouterr().out
    assert "CSV in UTF-8" in told
    assert "make codes FILE=coupons.csv CAMPAIGN=buffet-20" in told


def test_checking_sends_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    command.main([str(written(tmp_path)), "--check"])
    assert "2 coupons, of which SG-1 is the first" in capsys.readouterr().out


def test_a_file_is_for_a_campaign(tmp_path: Path):
    with pytest.raises(CannotGoOn, match="For which campaign"):
        command.main([str(written(tmp_path))])


@pytest.fixture
def deployed(server: FakeAws, bucket: FakeS3, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeS3]:
    """A deployment with a campaign, whose function reads a file as soon as it was sent."""
    for name, value in server.environment.items():
        monkeypatch.setenv(name, value)
    server.empty()
    session.cache_clear()
    connection = connect(SETTINGS)
    DynamoCampaignBook().put(BUFFET)
    names = {name: getattr(SETTINGS, name) for name in TableSettings.__dataclass_fields__}
    outputs = {"TableNames": names, "UploadBucketName": "uploads"}

    @contextmanager
    def attached(env: str) -> Iterator[Deployment]:
        yield Deployment(client={}, outputs=outputs)

    def sent(file: Path, size: int, where: ImportOpened, told: Any) -> None:
        send.send(file, size, where, told)
        pools, uploads = ManyHands(), S3Uploads(bucket="uploads", clock=now)
        intake = CodeIntake(codes=pools, pool=pools, keep_promises=lambda _: 0)
        book = DynamoImportBook(connection)
        run = RunImport(jobs=book, uploads=uploads, reader=Readers(), intakes={"codes": intake}, clock=now)
        assert run(where.import_id, endless) == "finished"

    monkeypatch.setattr(command, "attached", attached)
    monkeypatch.setattr(bring, "send", sent)
    yield bucket
    session.cache_clear()


def test_a_file_is_seen_through_to_its_end(
    deployed: FakeS3, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    command.main([str(written(tmp_path)), "--campaign", "buffet-20"])
    told = capsys.readouterr()
    assert "2 coupons are new in the pool of buffet-20" in told.out
    assert "gives out codes of its own" in told.err
    assert not deployed.files
    import_id = next(word for word in told.out.split() if word.startswith("imp_"))
    command.main(["--import", import_id])
    assert "2 coupons are new" in capsys.readouterr().out


def test_what_is_not_there_is_told_in_a_sentence(deployed: FakeS3, tmp_path: Path):
    with pytest.raises(CannotGoOn, match="there is no campaign gone"):
        command.main([str(written(tmp_path)), "--campaign", "gone"])
    with pytest.raises(CannotGoOn, match="there is no import imp_gone"):
        command.main(["--import", "imp_gone"])
