"""What may be asked for, how often, and what is said of it."""

from datetime import timedelta
from typing import Any

import pytest

from tests.fakes.campaigns import InMemoryCampaignBook
from tests.fakes.clock import NOON
from tests.fakes.memory import Memory
from tests.fakes.samples import BUFFET
from tests.unit.exports.desk import Desk
from twofold.contracts.errors import Conflict, InvalidRequest, NotFound, TooMany, Unavailable
from twofold.contracts.payloads.exports import ExportProgress, ExportRequest
from twofold.exports.model import STUCK, Export
from twofold.exports.open import MOST_OPEN, OpenExport
from twofold.exports.restart import RestartExports
from twofold.exports.show import ShowExport


def asked(desk: Desk, mark: str | None = None, **fields: Any) -> Export:
    memory = Memory()
    memory.campaigns[BUFFET.campaign_id] = BUFFET
    open_export = OpenExport(
        campaigns=InMemoryCampaignBook(memory), book=desk.book, writer=desk.writer, clock=desk.clock
    )
    return open_export(ExportRequest(**{"kind": "leads", "format": "csv", **fields}), mark)


def shown(desk: Desk, export_id: str, days: int = 7) -> ExportProgress:
    return ShowExport(book=desk.book, files=desk.files, clock=desk.clock, days=days)(export_id)


def test_what_is_asked_for_is_written_by_somebody_else(desk: Desk):
    opened = asked(desk, campaign_id="buffet-20", since=NOON - timedelta(days=1), until=NOON)
    assert desk.writer.ids == [opened.export_id]
    assert desk.book.find(opened.export_id) == opened
    assert opened.export_id.startswith("exp_")


def test_who_asks_again_with_the_same_key_gets_the_same_one(desk: Desk):
    first = asked(desk, "a" * 64)
    assert asked(desk, "a" * 64) == first
    assert desk.writer.ids == [first.export_id]
    with pytest.raises(Conflict) as refused:
        asked(desk, "a" * 64, kind="codes")
    assert refused.value.code == "idempotency_key_reused"
    assert asked(desk, "b" * 64).export_id != first.export_id


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"since": NOON, "until": NOON}, "to"),
        ({"platform": "google"}, "platform"),
        ({"kind": "audience"}, "platform"),
        ({"kind": "audience", "platform": "meta", "format": "parquet"}, "format"),
    ],
)
def test_what_makes_no_sense_is_refused_by_its_name(desk: Desk, fields: dict[str, Any], field: str):
    with pytest.raises(InvalidRequest) as refused:
        asked(desk, **fields)
    assert refused.value.field == field
    assert not desk.book.jobs


def test_a_campaign_must_be_there(desk: Desk):
    with pytest.raises(NotFound):
        asked(desk, campaign_id="nowhere")


def test_so_many_are_written_at_a_time(desk: Desk):
    for _ in range(MOST_OPEN):
        asked(desk)
    with pytest.raises(TooMany):
        asked(desk)


def test_one_whose_call_was_lost_is_begun_by_the_sweeper(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    def lost(*_: object) -> None:
        raise Unavailable("Lambda did not answer.")

    restart = RestartExports(book=desk.book, writer=desk.writer, clock=desk.clock)
    with monkeypatch.context() as patch:
        patch.setattr(type(desk.writer), "start", lost)
        opened = asked(desk)
    assert restart() == 0
    desk.clock.at += STUCK
    assert restart() == 1
    assert desk.writer.ids == [opened.export_id]


def test_the_sweeper_leaves_alone_what_moves(desk: Desk):
    opened = asked(desk)
    desk.clock.at += STUCK - timedelta(seconds=1)
    desk.book.save(opened.taken(desk.clock()))
    desk.clock.at += timedelta(seconds=1)
    assert RestartExports(book=desk.book, writer=desk.writer, clock=desk.clock)() == 0


def test_one_that_is_written_tells_how_far_it_is(desk: Desk):
    opened = asked(desk)
    told = shown(desk, opened.export_id)
    assert (told.state, told.rows, told.files) == ("waiting", 0, ())
    assert told.expires_at == "2026-11-29T12:00:00Z"


def test_one_that_is_written_tells_where_its_files_are_until_they_are_gone(desk: Desk):
    opened = asked(desk)
    desk.write(opened.export_id)
    told = shown(desk, opened.export_id)
    assert (told.state, told.rows) == ("finished", 2_500)
    assert [file.name for file in told.files] == ["part-00001.csv", "part-00002.csv", "part-00003.csv"]
    assert told.files[0].url == f"https://exports.example/personal/{opened.export_id}/part-00001.csv"
    assert sum(file.rows for file in told.files) == told.rows
    desk.clock.at += timedelta(days=7)
    assert shown(desk, opened.export_id).files == ()
    assert len(shown(desk, opened.export_id, days=0).files) == 3
