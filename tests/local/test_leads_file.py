"""People in a file, as an operator brings them in."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from infra.commands.screen import CannotGoOn
from infra.operate.codes_file import bring, send
from infra.operate.deployment import Deployment
from infra.operate.leads_file import __main__ as command
from infra.operate.leads_file import check
from infra.operate.leads_file.check import checked
from infra.operate.leads_file.tell import tell
from tests.fakes import s3
from tests.fakes.aws import FakeAws
from tests.fakes.imports import Readers, endless
from tests.fakes.s3 import FakeS3
from tests.fakes.samples import BUFFET
from tests.fakes.tables import SETTINGS
from tests.unit.imports.leads.desk import HEADING, PROVEN
from twofold.adapters.dynamodb.arrivals import DynamoArrivalBook
from twofold.adapters.dynamodb.campaigns import DynamoCampaignBook
from twofold.adapters.dynamodb.connection import connect
from twofold.adapters.dynamodb.imports import DynamoImportBook
from twofold.adapters.s3_uploads import S3Uploads
from twofold.adapters.session import session
from twofold.contracts.instants import now
from twofold.contracts.payloads.imports import ImportOpened, ImportProgress
from twofold.contracts.settings import TableSettings
from twofold.imports.leads.intake import LeadIntake
from twofold.imports.run import RunImport
from twofold.leads.phone import LeadIdentity

FILE = f"{HEADING}{PROVEN}+48602345678,Ben,,,,\n+4822,Nobody,,,,\n+48602345679,Cleo,2026-03-01,Yes,till,\n"


def written(folder: Path, content: str = FILE) -> Path:
    file = folder / "leads.csv"
    file.write_text(content, "utf-8")
    return file


def test_a_file_is_looked_at_before_it_is_sent(tmp_path: Path):
    looked = checked(written(tmp_path), BUFFET)
    assert (looked.proven, looked.unproven, looked.faulty) == (1, 2, 2)
    assert looked.faults == [(4, "phone", "not_a_number"), (5, "consent_at", "bad_moment")]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "there is nobody in leads.csv"),
        ("phone\n", "there is nobody"),
        ("phone\n12\n", "line 2: phone: not a number"),
        ("e-mail\na@example.org\n", "names no column of phone numbers"),
        ("PK\x03\x04", "save it as CSV"),
    ],
)
def test_a_file_without_anybody_is_told_in_a_sentence(tmp_path: Path, content: str, sentence: str):
    with pytest.raises(CannotGoOn, match=sentence):
        checked(written(tmp_path, content), BUFFET)


def test_a_file_that_is_not_there_or_too_large_is_told_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    with pytest.raises(CannotGoOn, match="cannot be read"):
        checked(tmp_path / "never.csv", BUFFET)
    monkeypatch.setattr(check, "LARGEST_OF", {"leads": 10})
    with pytest.raises(CannotGoOn, match="MB is the most"):
        checked(written(tmp_path), BUFFET)


def test_of_many_faults_some_are_named(tmp_path: Path):
    looked = checked(written(tmp_path, FILE + "+4822,,,,,\n" * 30), BUFFET)
    told = check.listed(looked.faults, looked.faulty)
    assert len(told.splitlines()) == 21
    assert told.endswith("and 12 more")


def test_an_import_that_was_given_up_says_why(tmp_path: Path):
    told = ImportProgress(
        import_id="imp_1",
        kind="leads",
        campaign_id="buffet-20",
        state="failed",
        lines=0,
        added=0,
        known=0,
        bad=0,
        faults=(),
        why="The file is a PDF.",
    )
    with pytest.raises(CannotGoOn, match=r"given up: The file is a PDF\."):
        tell(told, tmp_path / "faults.csv")


def test_without_a_file_it_explains_itself(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(CannotGoOn, match="Which file"):
        command.main([])
    assert "consent_at" in capsys.readouterr().out


def test_a_file_is_for_a_campaign(tmp_path: Path):
    with pytest.raises(CannotGoOn, match="For which campaign"):
        command.main([str(written(tmp_path))])


@pytest.fixture
def deployed(server: FakeAws, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeS3]:
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
        intake = LeadIntake(
            campaigns=DynamoCampaignBook(),
            book=DynamoArrivalBook(connection),
            identify=LeadIdentity(b"k" * 32),
            clock=now,
        )
        uploads = S3Uploads(bucket="uploads", clock=now)
        book = DynamoImportBook(connection)
        run = RunImport(jobs=book, uploads=uploads, reader=Readers(), intakes={"leads": intake}, clock=now)
        assert run(where.import_id, endless) == "finished"

    monkeypatch.setattr(command, "attached", attached)
    monkeypatch.setattr(bring, "send", sent)
    with s3.running() as bucket:
        monkeypatch.setenv("AWS_ENDPOINT_URL_S3", bucket.url)
        yield bucket
    session.cache_clear()


def test_a_file_is_seen_through_to_its_end_and_its_faults_are_fetched(
    deployed: FakeS3, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    with pytest.raises(CannotGoOn, match="Mend these lines"):
        command.main([str(written(tmp_path)), "--campaign", "buffet-20"])
    told = capsys.readouterr()
    assert "1 people with proof of their consent, 2 without" in told.out
    assert "1 are new and confirmed" in told.out
    assert "2 are new and pending" in told.out
    assert "line 5: consent_at: bad moment" in told.out
    faults = (tmp_path / "leads.faults.csv").read_text()
    assert faults.splitlines() == ["line,column,reason", "4,phone,not_a_number", "5,consent_at,bad_moment"]
    assert "60123" not in told.out + told.err + faults


def test_checking_sends_nothing(deployed: FakeS3, tmp_path: Path):
    command.main([str(written(tmp_path)), "--campaign", "buffet-20", "--check"])
    assert not deployed.files


def test_what_is_not_there_is_told_in_a_sentence(deployed: FakeS3, tmp_path: Path):
    with pytest.raises(CannotGoOn, match="there is no campaign gone"):
        command.main([str(written(tmp_path)), "--campaign", "gone"])
    with pytest.raises(CannotGoOn, match="there is no import imp_gone"):
        command.main(["--import", "imp_gone"])
