"""What time makes of codes is written down, once, soon after."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from tests.unit.codes.desk import Desk
from twofold.codes.lapse import PATIENCE, LapseCodes
from twofold.contracts.events import CodeExpired, CodeReleased


def test_nothing_is_told_before_its_time(desk: Desk):
    code = desk.code()
    desk.reserve(code, ttl_s=60)
    desk.clock.forward(seconds=59)
    assert desk.use.lapse() == 0
    assert desk.stored(code).state == "reserved"


def test_a_hold_that_is_over_is_let_go_of(desk: Desk):
    code = desk.code()
    desk.reserve(code, ttl_s=60)
    desk.clock.forward(seconds=60)
    assert desk.use.lapse() == 1
    assert desk.events()[-1].data == CodeReleased(code=code, cart_id="cart-1", why="lapse")
    assert (desk.stored(code).state, desk.stored(code).hold) == ("issued", None)
    assert desk.use.lapse() == 0


def test_a_code_whose_time_is_over_expires(desk: Desk):
    code = desk.code()
    desk.clock.forward(days=30)
    assert desk.use.lapse() == 1
    assert desk.stored(code).state == "expired"
    (event,) = desk.events()
    assert event.data == CodeExpired(code=code, expired_at="2026-12-22T12:00:00.000Z")
    assert desk.use.lapse() == 0


def test_a_code_that_ends_while_it_is_held_tells_both(desk: Desk):
    code = desk.code(days=1)
    desk.clock.forward(hours=23)
    desk.reserve(code, ttl_s=86_400)
    desk.clock.forward(hours=2)
    assert desk.use.lapse() == 1
    assert desk.told() == ["code.reserved 2", "code.expired 3", "code.released 3"]


def test_what_is_spent_or_withdrawn_never_expires(desk: Desk):
    spent, withdrawn = desk.code(), desk.code()
    desk.redeem(spent)
    desk.revoke(withdrawn)
    desk.clock.forward(days=30)
    assert desk.use.lapse() == 0
    assert desk.check(spent).state == "redeemed"


def test_a_code_with_uses_left_expires_with_what_was_spent_of_it(desk: Desk):
    code = desk.code(uses=2)
    spent = desk.redeem(code)
    desk.clock.forward(days=30)
    assert desk.use.lapse() == 1
    assert desk.redeem(code) == spent
    assert desk.roll_back(spent.redemption_id) == "rolled_back"
    assert desk.stored(code).state == "expired"
    assert desk.told() == ["code.redeemed 2", "code.expired 3", "code.rolled_back 4"]


def test_a_spent_code_that_comes_back_after_its_time_expires_with_that(desk: Desk):
    code = desk.code()
    spent = desk.redeem(code)
    desk.clock.forward(days=300)
    assert desk.roll_back(spent.redemption_id) == "rolled_back"
    assert desk.told() == ["code.redeemed 2", "code.expired 3", "code.rolled_back 3"]
    assert (desk.stored(code).state, desk.use.lapse()) == ("expired", 0)


def test_a_part_that_comes_back_after_its_time_leaves_the_code_spent(desk: Desk):
    code = desk.code()
    spent = desk.redeem(code)
    desk.clock.forward(days=300)
    assert desk.roll_back(spent.redemption_id, 1) == "redeemed"
    assert desk.stored(code).state == "redeemed"


def test_a_code_that_never_ends_is_never_due(desk: Desk):
    code = desk.code(days=None)
    desk.clock.forward(days=1_000)
    assert desk.use.lapse() == 0
    assert desk.check(code).valid


def test_three_days_of_standing_still_are_made_good(desk: Desk):
    desk.code()
    desk.clock.forward(days=33)
    assert desk.use.lapse() == 1


@dataclass
class Racing:
    """Somebody is quicker than the sweeper each time."""

    desk: Desk
    codes: list[str]

    def due(self, at: datetime) -> Iterator[str]:
        return iter(self.codes)

    def find(self, code: str) -> object:
        found = self.desk.books.codes.find(code)
        self.desk.memory.codes[code] = replace(found, version=found.version + 1)
        return found

    def change(self, change: object) -> None:
        self.desk.books.codes.change(change)  # type: ignore[arg-type]


def test_whoever_is_quicker_wins_and_the_rest_is_done_all_the_same(desk: Desk):
    codes = [desk.code(), desk.code()]
    desk.clock.forward(days=30)
    racing = Racing(desk, codes)
    assert LapseCodes(due=racing, book=racing, clock=desk.clock)() == 0  # type: ignore[arg-type]
    assert desk.told() == []
    assert desk.use.lapse() == 2


def test_a_code_that_is_gone_stops_nobody(desk: Desk):
    code = desk.code()
    desk.clock.forward(days=30)
    due = Racing(desk, ["GONE", code])
    assert LapseCodes(due=due, book=desk.books.codes, clock=desk.clock)() == 1


def test_a_run_ends_in_time_and_the_next_goes_on(desk: Desk):
    for _ in range(5):
        desk.code()
    desk.clock.forward(days=30)
    moments = iter(desk.clock() + n * PATIENCE / 4 for n in range(100))
    run = LapseCodes(due=desk.books.codes, book=desk.books.codes, clock=lambda: next(moments))
    assert 0 < run() < 5
    desk.clock.forward(minutes=5)
    desk.use.lapse()
    assert len(desk.told()) == 5


def test_an_expiry_is_judged_by_the_time_and_not_by_what_was_written_down(desk: Desk):
    code = desk.code()
    desk.clock.at += timedelta(days=30)
    assert (desk.check(code).state, desk.stored(code).state) == ("expired", "issued")
