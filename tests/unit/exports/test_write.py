"""An export is written file by file, by one writer at a time, however often the writer changes."""

from datetime import timedelta

import pytest

from tests.fakes.clock import NOON
from tests.unit.exports.desk import Desk
from twofold.contracts.errors import NotFound, Unavailable
from twofold.contracts.events import ExportFinished
from twofold.exports.fill import Room
from twofold.exports.model import MOST_TURNS, STUCK


def test_files_have_names_that_say_their_place(desk: Desk):
    desk.open()
    assert desk.write() == "finished"
    done = desk.book.find("exp_1")
    assert [(part.name, part.rows) for part in done.parts] == [
        ("part-00001.csv", 1_200),
        ("part-00002.csv", 1_200),
        ("part-00003.csv", 100),
    ]
    assert [part.size for part in done.parts] == [len(file) for file in desk.files.of("exp_1")]
    assert desk.source.read == 2_500


def test_its_end_is_told_once(desk: Desk):
    desk.open(campaign_id="camp-1")
    desk.write()
    assert desk.write() == "seen"
    (told,) = desk.book.events
    assert told.subject == "exp_1"
    assert told.campaign_id == "camp-1"
    assert told.data == ExportFinished(export_id="exp_1", kind="leads", state="finished", rows=1_250, files=2)
    assert desk.book.unfinished() == []


def test_only_one_campaign_and_only_these_days(desk: Desk):
    since, until = NOON - timedelta(minutes=99), NOON - timedelta(minutes=9)
    desk.open(campaign_id="camp-1", since=since, until=until, format="jsonl")
    desk.write()
    assert [row[0] for row in desk.rows()] == [f"LEAD{number:010}" for number in range(11, 100, 2)]


def test_a_large_file_is_ended_by_its_size(desk: Desk):
    desk.room = Room(size=50_000)
    desk.open()
    desk.write()
    assert len(desk.files.of("exp_1")) == 3
    assert len(desk.rows()) == 2_500


def test_who_has_no_time_left_hands_over(desk: Desk):
    desk.open()
    desk.left, runs = 100.0, 0
    while desk.write() == "handed_over":
        runs += 1
    assert desk.writer.ids == ["exp_1"] * runs
    assert runs == 3
    assert desk.rows() == [tuple(v if v != "" else None for v in row) for row in desk.wanted()]


def test_what_is_left_out_makes_no_file_and_is_not_read_again(desk: Desk):
    desk.open(campaign_id="camp-9")
    desk.left = 100.0
    assert desk.write() == "handed_over"
    assert desk.book.find("exp_1").cursor == ("999",)
    while desk.write() == "handed_over":
        pass
    assert desk.source.read == 2_500
    assert desk.files.kept == {}


def test_two_never_write_at_a_time(desk: Desk):
    opened = desk.open()
    desk.book.save(opened.taken(NOON))
    assert desk.write() == "busy"
    assert desk.files.kept == {}


def test_who_stood_still_for_long_is_followed(desk: Desk):
    opened = desk.open()
    desk.book.save(opened.taken(NOON))
    desk.clock.at = NOON + STUCK
    assert desk.write() == "finished"
    assert len(desk.rows()) == 2_500


def test_who_is_overtaken_stops(desk: Desk):
    desk.open()
    make = desk.source.make

    def overtaken(number: int) -> object:
        if number == 1_500:
            desk.book.save(desk.book.find("exp_1").taken(NOON))
        return make(number)

    desk.source.make = overtaken
    assert desk.write() == "taken_over"
    assert desk.book.find("exp_1").rows == 1_200


def test_a_bucket_that_fails_lets_the_next_one_begin_at_once(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    def failing(*_: object) -> None:
        raise Unavailable("The bucket did not answer.")

    desk.open()
    with monkeypatch.context() as patch:
        patch.setattr(type(desk.files), "put", failing)
        with pytest.raises(Unavailable):
            desk.write()
    assert not desk.book.find("exp_1").busy
    assert desk.write() == "finished"


def test_who_errs_for_another_reason_does_so_again_at_once(desk: Desk):
    def odd(number: int) -> object:
        raise ValueError(number)

    desk.open()
    desk.source.make = odd
    for _ in range(3):
        with pytest.raises(ValueError):
            desk.write()
    assert desk.book.find("exp_1").turns == 3


def test_what_nobody_can_write_is_given_up(desk: Desk):
    opened = desk.open()
    for _ in range(MOST_TURNS):
        opened = opened.taken(desk.clock())
        desk.book.save(opened)
        desk.clock.at += STUCK
    assert desk.write() == "failed"
    (told,) = desk.book.events
    assert isinstance(told.data, ExportFinished)
    assert told.data.state == "failed"
    assert desk.book.find("exp_1").why


def test_an_export_that_nobody_asked_for_is_not_found(desk: Desk):
    with pytest.raises(NotFound):
        desk.write("exp_2")
