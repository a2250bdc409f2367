"""A life in which all happens that few lives of chance may miss, so that it is never left to chance."""

from collections.abc import Callable
from functools import partial

from tests.fakes.samples import BEN, CARA
from tests.unit.automations.engine.people import TOTAL
from tests.unit.automations.engine.test_any_life import OFTEN, SELDOM, AnyLife


def test_in_one_life_whatever_seldom_happens_does():
    TOTAL.clear()
    life = AnyLife()
    life.begin(valid_days=60)
    for deed in _deeds(life):
        deed()
        life.no_promise_is_broken()
        life.each_step_is_done_once_and_none_after_the_end()
    life.teardown()
    assert not [kind for kind in (*OFTEN, *SELDOM) if not TOTAL[kind]]


def _deeds(life: AnyLife) -> list[Callable[[], None]]:
    return [
        partial(life.join, CARA),
        partial(life.time_goes_by, 8 * 24),
        partial(life.a_schedule_fires_again, 0),
        partial(life.the_marketer_changes_her_mind, longer=True, move=True, on=True),
        partial(life.a_schedule_is_lost, 0),
        partial(life.whoever_does_a_step_is_not_alone, 16 * 24),
        partial(life.change_cart, BEN, 1),
        partial(life.a_schedule_is_lost, 0),
        partial(life.redeem, BEN),
        partial(life.a_schedule_fires_again, 1),
        partial(life.time_goes_by, 24),
    ]
