"""A file is read into its campaign's pool."""

import pytest

from tests.fakes.imports import PackedPool
from tests.unit.imports.desk import Desk
from twofold.contracts.errors import NotFound
from twofold.contracts.events import ImportFinished
from twofold.contracts.payloads.pools import LineFault
from twofold.imports import run

FILE = b"code,expires_at\nA1,2027-01-31\nA2\n\nA-1\nKNOWN\nGIVEN\n=1+1\nA3\n"


def test_what_came_of_each_line_is_told(desk: Desk):
    desk.pool.codes.add(b"KNOWN")
    desk.pool.issued.add(b"GIVEN")
    told = desk.take_in(FILE)
    assert (told.state, told.lines, told.added, told.known, told.bad) == ("finished", 8, 3, 2, 3)
    assert told.faults == (
        LineFault(line=4, reason="empty"),
        LineFault(line=5, reason="duplicate"),
        LineFault(line=8, reason="strange_characters"),
    )
    assert told.bytes == told.size == len(FILE)
    assert desk.pool.codes == {b"A1", b"A2", b"A3", b"KNOWN"}


def test_its_end_is_told_once_and_those_who_were_promised_a_code_are_looked_after(desk: Desk):
    import_id = desk.open(FILE)
    assert [desk.run(import_id), desk.run(import_id)] == ["finished", "seen"]
    (event,) = desk.jobs.events
    assert isinstance(event.data, ImportFinished)
    assert (event.subject, event.campaign_id) == (import_id, "buffet-20")
    assert (event.data.state, event.data.lines, event.data.added) == ("finished", 8, 5)
    assert desk.kept == ["buffet-20"]


def test_before_the_file_is_there_nothing_happens(desk: Desk):
    import_id = desk.open()
    assert desk.run(import_id) == "no_file"
    assert desk.show(import_id).state == "waiting"
    desk.uploads.files[import_id] = b"A1\n"
    assert desk.run(import_id) == "finished"


def test_an_import_that_nobody_opened_is_not_found(desk: Desk):
    with pytest.raises(NotFound):
        desk.run("imp_unknown")


def test_a_campaign_that_there_is_not_gets_none(desk: Desk):
    with pytest.raises(NotFound):
        desk.open(campaign_id="gone")


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"code\n"])
def test_an_empty_file_adds_nothing(desk: Desk, content: bytes):
    told = desk.take_in(content)
    assert (told.state, told.lines, told.added) == ("finished", 0 if content != b"\xef\xbb\xbf" else 1, 0)


def test_of_many_bad_lines_the_first_thousand_are_named_and_all_are_counted(desk: Desk):
    told = desk.take_in(b"=\n" * 2_500)
    assert (told.bad, len(told.faults)) == (2_500, 1_000)
    assert told.faults[-1].line == 1_000


def test_what_is_no_text_fails_in_a_sentence(desk: Desk):
    told = desk.take_in(b"PK\x03\x04" + bytes(1_000))
    assert (told.state, told.added) == ("failed", 0)
    assert told.why == "The file is a spreadsheet or a ZIP file: save it as CSV first."
    (event,) = desk.jobs.events
    assert isinstance(event.data, ImportFinished)
    assert event.data.state == "failed"


def test_a_file_that_turns_into_nonsense_keeps_what_was_read_before(desk: Desk):
    desk.uploads.piece_size = 8_192
    lines = b"".join(b"C%05d\n" % number for number in range(5_000))
    told = desk.take_in(lines + b"\x00\x01")
    assert told.state == "failed"
    assert told.why == "The file is no text: there are zero bytes in it. Save it as CSV UTF-8."
    assert told.added == len(desk.pool.codes) == 4_000


def test_a_file_that_is_too_large_is_not_even_opened(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(run, "LARGEST", 10 * 1024 * 1024)
    told = desk.take_in(b"A" * (10 * 1024 * 1024 + 1))
    assert (told.state, told.lines) == ("failed", 0)
    assert told.why == "The file has more than 10 MB. Send it in several."


def test_a_file_with_too_many_lines_ends_where_the_limit_is(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("twofold.imports.codes.rows.MOST", 2_000)
    told = desk.take_in(b"code\n" + b"".join(b"C%05d\n" % number for number in range(2_001)))
    assert (told.state, told.added) == ("failed", 2_000)
    assert told.why == "The file has more than 2,000 lines. Send the rest in another."


class Replacing(PackedPool):
    """While the first coupons are put, somebody puts another file in the place of theirs."""

    desk: Desk

    def put(self, coupons):
        self.desk.uploads.files = dict.fromkeys(self.desk.uploads.files, b"OTHER\n")
        return PackedPool.put(self, coupons)


def test_a_file_that_is_replaced_while_it_is_read_is_read_no_further(desk: Desk):
    desk.uploads.piece_size = 8_192
    desk.pool = Replacing()
    desk.pool.desk = desk
    told = desk.take_in(b"".join(b"C%05d\n" % number for number in range(3_000)))
    assert (told.state, told.added) == ("failed", 1_000)
    assert (told.why or "").startswith("The file was replaced while it was read.")


class Slow(PackedPool):
    """While it is asked for the first time, another is called for the same file and does all of it."""

    desk: Desk
    told = ""

    def known(self, coupons):
        if not self.told:
            self.told = "asked"
            self.told = self.desk.run("imp_0")
        return PackedPool.known(self, coupons)


def test_of_two_who_read_the_same_file_one_carries_on_and_the_counts_are_right(desk: Desk):
    desk.pool = slow = Slow()
    slow.desk = desk
    import_id = desk.open(b"".join(b"C%05d\n" % number for number in range(3_000)))
    assert (desk.run(import_id), slow.told) == ("taken_over", "finished")
    assert (desk.show(import_id).added, desk.show(import_id).known) == (3_000, 0)
    assert len(desk.jobs.events) == 1
