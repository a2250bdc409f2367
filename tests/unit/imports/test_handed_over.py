"""Where time is short, the rest of a file is left to another, who goes on where the first one ended."""

from collections.abc import Callable

import pytest

from tests.fakes.imports import Fuse, Killed
from tests.unit.imports.desk import Desk
from twofold.imports.run import RESERVE

FILE = b"code\n" + b"".join(b"C%05d\n" % number for number in range(4_500)) + b"=1\n"


def short() -> float:
    return RESERVE - 1


def after(chunks: int) -> Callable[[], float]:
    """Time enough for so many chunks."""
    left = iter([RESERVE] * (chunks - 1))
    return lambda: next(left, short())


def test_a_file_that_takes_longer_than_one_has_is_read_by_several(desk: Desk):
    import_id = desk.open(FILE)
    assert desk.run(import_id, time_left=after(2)) == "handed_over"
    told = desk.show(import_id)
    assert (told.state, told.added, desk.readers.called) == ("running", 2_000, [import_id])
    assert import_id in desk.uploads.files, "the file is needed still"
    assert desk.run(import_id, time_left=after(2)) == "handed_over"
    assert desk.run(import_id) == "finished"
    told = desk.show(import_id)
    assert (told.lines, told.added, told.known, told.bad) == (4_501, 4_500, 0, 1)
    assert desk.uploads.faulty[import_id].count(b"\r\n") == 2
    assert len(desk.jobs.events) == 1


def test_however_little_time_there_is_each_comes_further(desk: Desk):
    import_id = desk.open(FILE)
    outcomes = [desk.run(import_id, time_left=short) for _ in range(6)]
    assert outcomes == [*["handed_over"] * 5, "finished"]
    assert desk.readers.called == [import_id] * 5


@pytest.mark.parametrize("done", [False, True])
def test_where_nobody_can_be_called_it_is_tried_again_and_nothing_is_lost(desk: Desk, done: bool):
    import_id, counting = desk.open(FILE), Fuse(at=10**9)
    desk.run(desk.open(FILE.replace(b"C", b"D")), counting, time_left=short)
    with pytest.raises(Killed):
        desk.run(import_id, Fuse(at=counting.calls, after=done), time_left=short)
    assert len(desk.readers.called) == 1 + done
    assert desk.run(import_id) == "finished"
    assert desk.show(import_id).added == 4_500
