"""Forgetting goes round until nothing is left, and takes exports back until it has once come to its end."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest

from twofold.contracts.errors import Unavailable
from twofold.contracts.events import Envelope, LeadErased
from twofold.ledger.record import record
from twofold.privacy.forget import PASSES, ForgetLead
from twofold.privacy.model import Forgotten

AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
DATA = LeadErased(source="partner", told_by=None)
ERASED = record(DATA, subject="LEAD", version=3, at=AT)


@dataclass
class Pile:
    """So many rows are left, of which one is found each time; `held` for as many times."""

    rows: int = 0
    held: int = 0

    def forget(self, person: Forgotten) -> int:
        if self.held:
            self.held -= 1
            raise Unavailable("held")
        found = min(self.rows, 1)
        self.rows -= found
        return found


@dataclass
class Desk:
    piles: dict[str, Pile]
    withdrawals: int = 0
    stuck: bool = False
    over: set[datetime] = field(default_factory=set)
    pauses: list[float] = field(default_factory=list)

    def subject(self, subject_id: str) -> list[Envelope]:
        return [ERASED]

    def ended(self, person: Forgotten) -> bool:
        return person.at in self.over

    def end(self, person: Forgotten) -> None:
        self.over.add(person.at)

    def withdraw(self) -> int:
        if self.stuck:
            raise Unavailable("no bucket")
        self.withdrawals += 1
        return 0

    def hear(self) -> str:
        forget = ForgetLead(
            history=self, traces=self.piles, endings=self, withdraw=self.withdraw, pause=self.pauses.append
        )
        return forget(ERASED, DATA)


def test_it_goes_round_until_nothing_is_found():
    desk = Desk({"texts": Pile(3), "carts": Pile(1)})
    assert desk.hear() == "forgotten"
    assert [pile.rows for pile in desk.piles.values()] == [0, 0]
    assert len(desk.pauses) == 3
    assert desk.withdrawals == 1


def test_what_has_to_wait_keeps_nothing_else_and_no_export_is_taken_back_before():
    desk = Desk({"texts": Pile(1, held=1), "carts": Pile(1)})
    with pytest.raises(Unavailable, match="texts"):
        desk.hear()
    assert (desk.piles["carts"].rows, desk.withdrawals) == (0, 0)
    desk.hear()
    assert (desk.piles["texts"].rows, desk.withdrawals) == (0, 1)


def test_exports_go_though_nothing_was_left_when_they_could_not_at_first():
    desk = Desk({"texts": Pile(1)}, stuck=True)
    with pytest.raises(Unavailable):
        desk.hear()
    assert desk.piles["texts"].rows == 0
    desk.stuck = False
    desk.hear()
    assert desk.withdrawals == 1


def test_exports_go_of_somebody_of_whom_nothing_was_kept_but_their_row():
    desk = Desk({"texts": Pile()})
    desk.hear()
    assert desk.withdrawals == 1


def test_brought_again_it_leaves_later_exports_alone_unless_something_was_left_after_all():
    desk = Desk({"texts": Pile(1)})
    desk.hear()
    desk.hear()
    assert desk.withdrawals == 1
    desk.piles["texts"].rows = 1
    desk.hear()
    assert desk.withdrawals == 2


def test_where_more_appears_all_the_time_it_is_tried_later():
    desk = Desk({"texts": Pile(PASSES + 5)})
    with pytest.raises(Unavailable):
        desk.hear()
    assert (desk.withdrawals, desk.over) == (0, set())
