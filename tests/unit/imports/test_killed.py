"""Whoever reads a file may die at any moment: the next one comes to the same end, with the same counts."""

from dataclasses import replace

import pytest

from tests.fakes.imports import Fuse, Killed
from tests.unit.imports.desk import Desk

LINES = [
    b"code",
    b"A1",
    b"=1",
    *(b"C%05d" % number for number in range(2_300)),
    b"A1",
    b"KNOWN",
    b"x" * 3_000,
]
FILE = b"\n".join(LINES)


def played(fuse: Fuse) -> tuple[Desk, int]:
    desk = Desk()
    desk.uploads.piece_size = 2_048
    desk.pool.codes.add(b"KNOWN")
    import_id = desk.open(FILE)
    return desk, desk.run_to_the_end(import_id, fuse)


def told(desk: Desk) -> tuple[object, ...]:
    (job,) = desk.jobs.jobs.values()
    (event,) = desk.jobs.events
    return replace(job, version=0, finished_at=None), replace_id(event), frozenset(desk.pool.codes)


def replace_id(event):
    return event.type, event.subject, event.data


PLAIN, _ = played(Fuse(at=0))
CALLS = Fuse(at=10**9)
played(CALLS)

WHOLE = Fuse(at=10**9)
"""In pieces of a megabyte there are fewer calls."""
_desk = Desk()
_desk.run(_desk.open(FILE), WHOLE)


def test_a_file_that_nobody_kills_is_counted_line_by_line():
    print(f"killed at each of {CALLS.calls} moments")
    assert CALLS.calls > 25, "the file is too short to be killed at many"
    (job,) = PLAIN.jobs.jobs.values()
    assert (job.added, job.known, job.bad) == (2_301, 1, 3)


@pytest.mark.parametrize("after", [False, True], ids=["before it was done", "just after"])
@pytest.mark.parametrize("moment", range(1, CALLS.calls + 1))
def test_killed_once_at_any_moment_the_end_is_the_same(moment: int, after: bool):
    desk, runs = played(Fuse(at=moment, after=after))
    assert runs == 2
    assert told(desk) == told(PLAIN)


class Often(Fuse):
    """Kills at every so many calls, until it is done."""

    def __call__(self, do):
        self.calls += 1
        if self.calls % self.at == 0:
            if self.after:
                do()
            raise Killed
        return do()


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("every", range(23, 40))
def test_killed_again_and_again_the_end_is_the_same(every: int, after: bool):
    desk, runs = played(Often(at=every, after=after))
    print(f"{runs} runs")
    assert told(desk) == told(PLAIN)


@pytest.mark.parametrize("moment", range(1, WHOLE.calls + 1))
def test_a_coupon_that_is_given_out_between_two_runs_is_counted_all_the_same(moment: int):
    desk = Desk()
    desk.pool.codes.add(b"KNOWN")
    import_id = desk.open(FILE)
    with pytest.raises(Killed):
        desk.run(import_id, Fuse(at=moment, after=True))
    drawn = {code for code in desk.pool.codes if code != b"KNOWN"}
    desk.pool.codes -= drawn
    desk.pool.issued |= drawn
    desk.run(import_id)
    job = desk.jobs.find(import_id)
    assert (job.added, job.known, job.bad) == (2_301, 1, 3)
    assert not desk.pool.codes & desk.pool.issued
