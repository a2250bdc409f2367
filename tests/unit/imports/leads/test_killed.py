"""Whoever reads a file of people may die at any moment: the next one comes to the same end, with the same leads."""

from dataclasses import replace

import pytest

from tests.fakes.imports import Fuse, Killed
from tests.fakes.samples import ANNA, BEN
from tests.unit.imports.leads.desk import HEADING, PROOF, PeopleDesk
from twofold.contracts.events import EventData, ImportFinished
from twofold.imports import run

KNOWN, LEFT = ANNA, BEN


def number(position: int) -> str:
    return f"+48603{position:06d}"


LINES = [
    *(f"{number(n)},P{n},{PROOF if n % 3 else ',,,'}" for n in range(115)),
    f"{KNOWN},Anna,{PROOF}",
    f"{LEFT},Ben,{PROOF}",
    f"{number(7)},again,{PROOF}",
    "+4822,,,,,",
    *(f"{number(n)},P{n},2027-01-01T00:00Z,{PROOF.partition(',')[2]}" for n in range(115, 225)),
]
FILE = HEADING + "\n".join(LINES)


def played(fuse: Fuse) -> tuple[PeopleDesk, int]:
    desk = PeopleDesk()
    desk.uploads.piece_size = 4 * 1024
    desk.world.confirmed(KNOWN)
    desk.world.confirmed(LEFT)
    desk.world.reply(LEFT, "STOP")
    import_id = desk.open(FILE)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(run, "CHUNK", 100)
        return desk, desk.run_to_the_end(import_id, fuse)


def told(desk: PeopleDesk) -> tuple[object, ...]:
    """All that is true in the end, but for moments and versions of the job."""
    (job,) = desk.jobs.jobs.values()
    (end,) = desk.jobs.events
    leads = desk.world.books.leads.memory.leads  # type: ignore[attr-defined]
    imported: list[tuple[str, int, EventData]] = [
        (event.subject, event.version, event.data) for event in desk.events() if event.origin == "import"
    ]
    standing = {
        key: (lead.status, lead.version, lead.phone, lead.scopes, lead.attributes, lead.consent_seq)
        for key, lead in leads.items()
    }
    return (
        replace(job, version=0, finished_at=None),
        end.data,
        standing,
        sorted(imported, key=lambda each: each[0]),
        desk.uploads.faulty,
        desk.uploads.files,
    )


def insist_on_the_same(desk: PeopleDesk) -> None:
    """Part by part, and without showing thousands of leads."""
    alike = [one == other for one, other in zip(told(desk), told(PLAIN), strict=True)]
    assert alike == [True] * 6


PLAIN, _ = played(Fuse(at=0))
CALLS = Fuse(at=10**9)
played(CALLS)


def test_a_file_that_nobody_kills_is_counted_line_by_line():
    print(f"killed at each of {CALLS.calls} moments")
    assert CALLS.calls > 20, "the file is too short to be killed at many"
    (job,) = PLAIN.jobs.jobs.values()
    assert (job.confirmed, job.pending, job.known, job.updated) == (76, 149, 1, 1)
    assert (job.suppressed, job.bad, job.noted) == (1, 2, 112)
    (end,) = PLAIN.jobs.events
    assert isinstance(end.data, ImportFinished)
    assert end.data.lines == len(LINES)


@pytest.mark.parametrize("after", [False, True], ids=["before it was done", "just after"])
@pytest.mark.parametrize("moment", range(1, CALLS.calls + 1))
def test_killed_once_at_any_moment_the_end_is_the_same(moment: int, after: bool):
    desk, runs = played(Fuse(at=moment, after=after))
    assert runs == 2
    insist_on_the_same(desk)


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
@pytest.mark.parametrize("every", range(14, 24))
def test_killed_again_and_again_the_end_is_the_same(every: int, after: bool):
    desk, runs = played(Often(at=every, after=after))
    print(f"{runs} runs")
    insist_on_the_same(desk)


@pytest.mark.parametrize("moment", range(1, CALLS.calls + 1))
def test_whoever_leaves_between_two_runs_is_counted_as_before_and_left_alone(moment: int):
    desk = PeopleDesk()
    import_id = desk.open(f"{HEADING}{number(1)},P,{PROOF}\n{number(2)},P,{PROOF}\n")
    fuse = Fuse(at=moment, after=True)
    try:
        desk.run(import_id, fuse)
    except Killed:
        desk.world.signups.opt_out(
            desk.world.lead_id(number(1)), source="reply", text="STOP", message_id=None
        )
        desk.run(import_id)
        assert desk.lead(number(1)).status == "opted_out"
        assert desk.lead(number(1)).scopes == ()
    assert desk.lead(number(2)).status == "confirmed"
    (job,) = desk.jobs.jobs.values()
    assert (job.state, job.lines) == ("finished", 2)
