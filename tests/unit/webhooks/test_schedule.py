"""When what did not arrive is tried again, and for how long a webhook rests."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.fakes.clock import NOON
from tests.fakes.webhook_office import Office, answers
from twofold.webhooks.sending.health import LONGEST_REST, WIDEST, Health
from twofold.webhooks.sending.retry_schedule import (
    DELAYS,
    JITTER,
    LONGEST_ASKED,
    asked_to_wait,
    draw_jitter,
    rest,
    until_next,
)

FACTORS = some.floats(1 - JITTER, 1 + JITTER)


@given(some.integers(1, 7), FACTORS)
def test_jitter_moves_an_attempt_by_a_tenth_at_most(attempts: int, factor: float):
    wait, usual = until_next(attempts, factor, None), DELAYS[attempts - 1]
    assert wait is not None
    assert abs(wait - usual) <= usual * JITTER + timedelta(microseconds=1)


def test_jitter_is_drawn_within_its_bounds_and_spreads():
    drawn = [draw_jitter() for _ in range(1_000)]
    assert 1 - JITTER <= min(drawn) < 1 - JITTER / 2
    assert 1 + JITTER / 2 < max(drawn) <= 1 + JITTER


def test_there_are_eight_attempts():
    assert until_next(7, 1.0, None) == timedelta(hours=10)
    assert until_next(8, 1.0, None) is None
    assert until_next(8, 1.0, timedelta(hours=1)) is None


@given(some.integers(0, 500), FACTORS)
def test_a_rest_is_never_longer_than_what_is_new_may_wait(failures: int, factor: float):
    assert timedelta(seconds=4) < rest(failures, factor, None) <= LONGEST_REST


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("120", 120),
        (" 7 ", 7),
        ("0", 0),
        ("Sun, 22 Nov 2026 12:02:00 GMT", 120),
        ("Sun, 22 Nov 2026 12:02:00", 120),
        ("Sun, 22 Nov 2026 11:00:00 GMT", 0),
        ("99999999999999", LONGEST_ASKED.total_seconds()),
    ],
)
def test_retry_after_is_seconds_or_a_date(said: str, seconds: float):
    wait = asked_to_wait(said, NOON)
    assert wait is not None
    assert wait.total_seconds() == seconds


@pytest.mark.parametrize("said", [None, "", "soon", "-5", "1.5", "١٢", "Sun, 99 Nov 2026 12:02:00 GMT"])
def test_what_means_nothing_asks_for_nothing(said: str | None):
    assert asked_to_wait(said, NOON) is None


@given(some.text(max_size=60))
def test_no_header_breaks_us(said: str):
    wait = asked_to_wait(said, NOON)
    assert wait is None or timedelta() <= wait <= LONGEST_ASKED


def test_several_that_fail_together_count_once():
    health = Health(subscription_id="whk_1")
    began = NOON
    for _ in range(WIDEST):
        health = health.failed(
            began, NOON + timedelta(seconds=1), timedelta(seconds=5), "status_500", slower=False
        )
    assert health.failures == 1
    later = NOON + timedelta(seconds=6)
    assert health.failed(later, later, timedelta(minutes=5), "status_500", slower=False).failures == 2


def test_it_fails_since_its_first_failure_and_arriving_once_ends_it():
    health = Health(subscription_id="whk_1").failed(NOON, NOON, timedelta(seconds=5), "timeout", slower=True)
    assert (health.failing_since, health.width, health.open()) == (NOON, 1, 1)
    again = health.failed(
        NOON + timedelta(days=4), NOON + timedelta(days=4), timedelta(), "timeout", slower=False
    )
    assert again.failing_since == NOON
    assert not again.gives_up(NOON + timedelta(days=5) - timedelta(seconds=1))
    assert again.gives_up(NOON + timedelta(days=5))
    well = again.arrived(NOON + timedelta(days=5))
    assert (well.failures, well.failing_since, well.error, well.width) == (0, None, None, 2)


def test_a_jittered_attempt_is_neither_forgotten_nor_too_early(office: Office):
    office.jitter = lambda: 1.1
    crm = office.subscribe()
    office.endpoints.behaviours[crm.url] = answers(500)
    office.happens()
    office.go_on(timedelta(days=3))
    gaps = [
        (later - earlier).total_seconds()
        for (earlier, _), (later, _) in zip(office.endpoints.got, office.endpoints.got[1:], strict=False)
    ]
    assert gaps == pytest.approx([delay.total_seconds() * 1.1 for delay in DELAYS])
