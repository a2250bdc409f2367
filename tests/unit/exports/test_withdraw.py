"""Whoever is erased is in no export that can still be fetched, whether it was written before or just then."""

import pytest

from tests.fakes.clock import NOON
from tests.unit.exports.desk import Desk
from twofold.contracts.errors import Unavailable
from twofold.exports.model import STUCK
from twofold.exports.ports import ExportMoved
from twofold.exports.withdraw import WithdrawExports


def withdraw(desk: Desk) -> int:
    return WithdrawExports(book=desk.book, files=desk.files, clock=desk.clock)()


def written(desk: Desk, export_id: str, **fields: object) -> None:
    desk.open(export_id=export_id, **fields)
    assert desk.write(export_id) == "finished"


def test_what_names_people_is_withdrawn(desk: Desk):
    written(desk, "exp_1")
    written(desk, "exp_2", kind="audience", platform="meta")
    assert withdraw(desk) == 4
    assert desk.files.kept == {}
    assert {desk.book.find(export_id).state for export_id in ("exp_1", "exp_2")} == {"withdrawn"}
    assert withdraw(desk) == 0


def test_what_holds_ids_alone_stays(desk: Desk):
    opened = desk.open(kind="ledger")
    desk.files.kept["plain", "exp_1", "part-00001.csv"] = b"ids"
    desk.book.save(opened.ended(NOON))
    assert withdraw(desk) == 0
    assert desk.book.find("exp_1").state == "finished"
    assert desk.files.kept


def test_one_that_is_being_written_fails_and_leaves_nothing_behind(desk: Desk):
    desk.open()
    make = desk.source.make

    def erased_meanwhile(number: int) -> object:
        if number == 1_500:
            assert withdraw(desk) == 1
        return make(number)

    desk.source.make = erased_meanwhile
    assert desk.write() == "seen"
    assert desk.files.kept == {}
    done = desk.book.find("exp_1")
    assert (done.state, done.why) == ("failed", "Somebody was erased while it was written. Ask for it again.")
    assert len(desk.book.events) == 1


def test_a_file_that_was_put_by_one_who_died_then_goes_with_the_next_call(desk: Desk):
    opened = desk.open()
    desk.book.save(opened.taken(NOON))
    withdraw(desk)
    desk.files.kept["personal", "exp_1", "part-00001.csv"] = b"put just then"
    assert desk.write() == "seen"
    assert desk.files.kept == {}


def test_one_that_waits_fails_too(desk: Desk):
    desk.open()
    withdraw(desk)
    assert desk.book.find("exp_1").state == "failed"
    assert desk.book.unfinished() == []


def test_files_of_an_export_that_is_forgotten_go_as_well(desk: Desk):
    desk.files.kept["personal", "exp_9", "part-00001.csv"] = b"old"
    assert withdraw(desk) == 1
    assert desk.files.kept == {}


def test_one_that_moves_at_that_moment_is_tried_again(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    desk.open()
    save, moved = type(desk.book).save, list[object]()

    def moving(book: object, after: object) -> None:
        if not moved:
            moved.append(after)
            raise ExportMoved
        save(desk.book, after)  # type: ignore[arg-type]

    monkeypatch.setattr(type(desk.book), "save", moving)
    withdraw(desk)
    assert desk.book.find("exp_1").state == "failed"


def test_one_that_cannot_be_ended_is_tried_later(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    def moving(*_: object) -> None:
        raise ExportMoved

    desk.open()
    monkeypatch.setattr(type(desk.book), "save", moving)
    with pytest.raises(Unavailable):
        withdraw(desk)


def test_what_is_asked_for_afterwards_stays(desk: Desk):
    withdraw(desk)
    desk.clock.at += STUCK
    written(desk, "exp_1")
    assert len(desk.files.kept) == 3
