"""What is kept, as an operator fetches it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from infra.commands.screen import CannotGoOn
from infra.operate.deployment import Deployment
from infra.operate.export import __main__ as command
from infra.operate.export.follow import fetch, follow
from infra.operate.export.options import parser
from tests.fakes import s3
from tests.fakes.aws import FakeAws
from tests.fakes.clock import NOON
from tests.fakes.in_dynamodb import in_dynamodb
from tests.fakes.people import joined
from tests.fakes.s3 import FakeS3
from tests.fakes.samples import BUFFET
from tests.fakes.tables import SETTINGS
from twofold.adapters.dynamodb.connection import connect
from twofold.adapters.dynamodb.export_pages import DynamoLeadPages
from twofold.adapters.dynamodb.exports import DynamoExportBook
from twofold.adapters.files.sheets import DiskSheets
from twofold.adapters.lambda_writer import LambdaExportWriter
from twofold.adapters.s3_exports import S3Exports
from twofold.adapters.session import session
from twofold.contracts.instants import now
from twofold.contracts.payloads.exports import ExportedFile, ExportProgress
from twofold.contracts.settings import TableSettings
from twofold.exports.fill import Room
from twofold.exports.write import WriteExport


def progress(**fields: Any) -> ExportProgress:
    blank = {"kind": "leads", "format": "csv", "state": "finished", "rows": 0, "files": ()}
    return ExportProgress(export_id="exp_1", opened_at="2026-11-22T12:00:00Z", **{**blank, **fields})


@pytest.fixture
def deployed(server: FakeAws, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeS3]:
    """A deployment with a lead, whose function writes an export as soon as it is called."""
    for name, value in server.environment.items():
        monkeypatch.setenv(name, value)
    server.empty()
    session.cache_clear()
    books, connection = in_dynamodb(SETTINGS), connect(SETTINGS)
    books.upkeep.put_campaign(BUFFET)
    joined(books)
    names = {name: getattr(SETTINGS, name) for name in TableSettings.__dataclass_fields__}
    outputs = {"TableNames": names, "ExportBucketName": "exports", "ExportFunctionName": "export-data"}

    @contextmanager
    def attached(env: str) -> Iterator[Deployment]:
        yield Deployment(client={}, outputs=outputs)

    def start(writer: LambdaExportWriter, export_id: str) -> None:
        write = WriteExport(
            book=DynamoExportBook(connection),
            sources={"leads": DynamoLeadPages()},
            sheets=DiskSheets(),
            files=S3Exports(bucket="exports", clock=now),
            writer=writer,
            clock=now,
            room=Room(),
        )
        assert write(export_id, lambda: 900.0) == "finished"

    monkeypatch.setattr(command, "attached", attached)
    monkeypatch.setattr(LambdaExportWriter, "start", start)
    with s3.running() as bucket:
        monkeypatch.setenv("AWS_ENDPOINT_URL_S3", bucket.url)
        yield bucket
    session.cache_clear()


def test_an_export_is_asked_for_followed_and_fetched(
    deployed: FakeS3, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    command.main(["--kind", "leads", "--campaign", "buffet-20", "--out", str(tmp_path / "new")])
    (file,) = (tmp_path / "new").iterdir()
    assert file.read_bytes() == next(iter(deployed.files.values()))
    assert file.name.startswith("leads-exp_")
    assert "1 rows in 1 files of leads as csv." in capsys.readouterr().out


def test_one_that_was_begun_before_is_fetched_again(deployed: FakeS3, tmp_path: Path):
    command.main(["--kind", "leads", "--out", str(tmp_path / "one")])
    export_id = next(iter(deployed.files)).split("/")[3]
    command.main(["--export", export_id, "--out", str(tmp_path / "two")])
    assert len(list((tmp_path / "two").iterdir())) == 1


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "Which kind"),
        (["--kind", "leads", "--campaign", "nowhere"], "no such campaign"),
        (["--kind", "audience"], "google or meta"),
        (["--export", "exp_unknown"], "there is no export exp_unknown"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(deployed: FakeS3, arguments: list[str], sentence: str):
    with pytest.raises(CannotGoOn, match=sentence):
        command.main(arguments)


def test_days_are_whole_and_those_of_utc():
    asked = parser().parse_args(["--from", "2026-11-01", "--to", "2026-11-30"])
    assert asked.since == datetime(2026, 11, 1, tzinfo=UTC)
    assert asked.until == datetime(2026, 12, 1, tzinfo=UTC)
    assert parser().parse_args(["--to", "2026-11-22T13:00:00+01:00"]).until == NOON


@pytest.mark.parametrize("text", ["yesterday", "2026-11-22T12:00:00", "22.11.2026"])
def test_what_is_no_day_is_refused_by_its_name(text: str, capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit):
        parser().parse_args(["--from", text])
    assert "argument --from" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        (progress(state="failed", why="It could not be written."), "given up: It could not be written"),
        (progress(state="withdrawn"), "somebody who was in it has been erased"),
    ],
)
def test_an_export_that_is_not_to_be_had_says_why(told: ExportProgress, sentence: str):
    with pytest.raises(CannotGoOn, match=sentence):
        follow("exp_1", lambda _: told)


@pytest.mark.parametrize(("size", "path"), [(4, "there"), (3, "nowhere")])
def test_a_file_that_does_not_come_whole_leaves_nothing(size: int, path: str, tmp_path: Path):
    with s3.running() as bucket:
        bucket.files["/exports/there"] = b"abc"
        file = ExportedFile(name="part-00001.csv", rows=1, bytes=size, url=f"{bucket.url}/exports/{path}")
        with pytest.raises(CannotGoOn, match="did not arrive whole"):
            fetch(progress(files=(file,)), tmp_path)
    assert not list(tmp_path.iterdir())
