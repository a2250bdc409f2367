"""Who looks for codes without a key is told only so often that there is none."""

from dataclasses import replace

import pytest

from tests.fakes.limits import InMemoryCounter
from tests.unit.codes.desk import Desk
from twofold.codes.guessing import GuardCodes
from twofold.contracts.errors import NotFound, TooMany
from twofold.contracts.settings import LimitSettings
from twofold.visits.visitor import Visitor

GUEST = Visitor(address="203.0.113.7")


class Page:
    def __init__(self, desk: Desk, **limits: object) -> None:
        made = LimitSettings(missed_codes_10min=3, **limits)  # type: ignore[arg-type]
        self.desk = desk
        self.guard = GuardCodes(counter=InMemoryCounter(desk.memory), limits=made, clock=desk.clock)

    def look(self, code: str, visitor: Visitor = GUEST) -> str:
        return self.guard(lambda: self.desk.check(code), visitor).code

    def miss(self, times: int) -> None:
        for _ in range(times):
            with pytest.raises(NotFound):
                self.look("NEVER")


@pytest.fixture
def page(desk: Desk) -> Page:
    return Page(desk)


def test_whoever_knows_a_code_may_look_as_often_as_they_like(page: Page):
    code = page.desk.code()
    assert [page.look(code) for _ in range(10)] == [code] * 10


def test_a_network_that_misses_too_often_learns_no_more_of_codes_that_there_are_either(page: Page):
    page.miss(3)
    for code in ("NEVER", page.desk.code()):
        with pytest.raises(TooMany) as raised:
            page.look(code, replace(GUEST, address="203.0.113.99"))
        assert 0 < raised.value.retry_after <= 600


def test_a_few_slips_keep_nobody_from_their_code(page: Page):
    page.miss(2)
    assert page.look(page.desk.code())


def test_other_networks_and_the_next_window_are_free(page: Page):
    page.miss(3)
    code = page.desk.code()
    assert page.look(code, Visitor(address="198.51.100.7")) == code
    page.desk.clock.forward(seconds=600)
    assert page.look(code) == code


def test_a_trusted_network_is_not_counted(desk: Desk):
    page = Page(desk, trusted_networks=("203.0.113.0/24",))
    page.miss(5)
    assert page.look(desk.code())
