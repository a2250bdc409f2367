"""A webhook is told again of what happened: under the same ids, once for each time that it was asked."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest

from tests.fakes.clock import NOON, SetClock
from tests.fakes.imports import Fuse, Guarded, Killed
from tests.fakes.webhook_desk import Desk, ListLedger
from tests.fakes.webhook_office import LEAD
from twofold.contracts.errors import InvalidRequest, NotFound
from twofold.contracts.events import CodeExpired, Envelope, LeadOptedOut
from twofold.contracts.payloads.deliveries import ReplayRequest
from twofold.contracts.payloads.webhooks import Webhook
from twofold.ledger.ports import LedgerRow
from twofold.ledger.record import first_id
from twofold.webhooks.replay.continue_replay import AT_ONCE, Replay


@dataclass
class SlowLedger(ListLedger):
    """Each reading of it takes as long as one invocation reads on."""

    clock: SetClock = field(default_factory=SetClock)

    def since(self, after: str, until: datetime, limit: int) -> list[LedgerRow]:
        self.clock.forward(seconds=41)
        return ListLedger.since(self, after, until, limit)


URL = "https://crm.example/hook"
SPENT = CodeExpired(code="BUF", expired_at="2026-11-22T12:00:00Z")


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def made(desk: Desk) -> Webhook:
    return desk.made(events=("code.*",), system="hubspot")


def _happened(desk: Desk, times: int) -> list[Envelope]:
    """Told once already, one a second."""
    for _ in range(times):
        desk.ledger.events.append(desk.office.happens(SPENT))
        desk.office.clock.forward(seconds=1)
    desk.office.serve()
    return list(desk.ledger.events)


def _all(**more: object) -> ReplayRequest:
    return ReplayRequest(since=NOON - timedelta(days=1), until=NOON + timedelta(days=1), **more)  # type: ignore[arg-type]


def _go(desk: Desk) -> None:
    while desk.office.couriers.replays:
        replay = desk.office.couriers.replays.pop(0)
        assert isinstance(replay, Replay)
        desk.continue_replay(replay)
    desk.office.serve()


def test_single_events_are_told_again_under_their_ids(desk: Desk, made: Webhook):
    first, second = _happened(desk, 2)
    begun = desk.replay(made.webhook_id, ReplayRequest(event_ids=(first.id, first.id, "0" * 26)))
    desk.office.serve()
    assert (begun.events, begun.unknown) == (1, ("0" * 26,))
    got = desk.office.endpoints.ids(URL)
    assert ({*got[:2]}, got[2:]) == ({first.id, second.id}, [first.id])
    shown = desk.deliveries(made.webhook_id, first.id)
    assert (shown.replays, shown.attempts, len(shown.tries)) == (1, 1, 2)


def test_what_the_patterns_do_not_fit_or_it_told_itself_is_not_told_again(desk: Desk, made: Webhook):
    echo = desk.office.event(LeadOptedOut(source="partner", told_by="hubspot"))
    other = desk.office.event(LeadOptedOut(source="reply"))
    desk.ledger.events += [echo, other]
    begun = desk.replay(made.webhook_id, ReplayRequest(event_ids=(echo.id, other.id)))
    assert (begun.events, begun.unknown) == (0, (echo.id, other.id))


def test_a_time_is_gone_through_in_order(desk: Desk, made: Webhook):
    told = _happened(desk, 5)
    inside = ReplayRequest(since=NOON + timedelta(seconds=1), until=NOON + timedelta(seconds=4))
    desk.replay(made.webhook_id, inside)
    _go(desk)
    assert set(desk.office.endpoints.ids(URL)[5:]) == {event.id for event in told[1:4]}


def test_a_subject_is_gone_through_to_its_end(desk: Desk, made: Webhook):
    told = _happened(desk, 3)
    desk.ledger.events.append(desk.office.event(SPENT, subject="somebody else"))
    desk.replay(made.webhook_id, ReplayRequest(subject=LEAD))
    _go(desk)
    assert sorted(desk.office.endpoints.ids(URL)[3:]) == sorted(event.id for event in told)


def test_what_takes_longer_than_one_invocation_goes_on_in_the_next(desk: Desk, made: Webhook):
    office = desk.office
    desk.ledger.events = [office.event(SPENT) for _ in range(2 * AT_ONCE + 10)]
    office.clock.forward(minutes=1)
    until = office.clock()
    replay = Replay(subscription_id=made.webhook_id, asked_at=until, until=until, after=first_id(NOON))
    object.__setattr__(desk.continue_replay, "ledger", SlowLedger(desk.ledger.events, clock=office.clock))
    desk.continue_replay(replay)
    assert len(office.couriers.replays) == 1
    _go(desk)
    assert sorted(office.endpoints.ids(URL)) == sorted(event.id for event in desk.ledger.events)


def test_whoever_dies_begins_again_and_nothing_is_told_a_third_time(desk: Desk, made: Webhook):
    told = _happened(desk, 4)
    desk.office.clock.forward(minutes=1)
    desk.replay(made.webhook_id, _all())
    (replay,) = desk.office.couriers.replays
    assert isinstance(replay, Replay)
    for at in range(1, 12):
        deliveries = desk.continue_replay.redeliver.deliveries
        object.__setattr__(desk.continue_replay.redeliver, "deliveries", Guarded(deliveries, Fuse(at)))
        try:
            desk.continue_replay(replay)
        except Killed:
            desk.office.serve()
        object.__setattr__(desk.continue_replay.redeliver, "deliveries", deliveries)
    _go(desk)
    assert sorted(desk.office.endpoints.ids(URL)) == sorted([event.id for event in told] * 2)


@pytest.mark.parametrize(
    ("request_", "field"),
    [
        (ReplayRequest(), "event_ids"),
        (ReplayRequest(event_ids=("0" * 26,), subject=LEAD), "event_ids"),
        (ReplayRequest(since=NOON), "to"),
        (ReplayRequest(until=NOON), "from"),
        (ReplayRequest(since=NOON, until=NOON), "to"),
        (ReplayRequest(since=NOON, until=NOON + timedelta(days=32)), "to"),
    ],
)
def test_what_says_too_little_or_too_much_is_refused(
    desk: Desk, made: Webhook, request_: ReplayRequest, field: str
):
    with pytest.raises(InvalidRequest) as refused:
        desk.replay(made.webhook_id, request_)
    assert refused.value.field == field


def test_who_is_no_more_is_told_nothing_again(desk: Desk, made: Webhook):
    desk.replay(made.webhook_id, _all())
    (replay,) = desk.office.couriers.replays
    desk.delete(made.webhook_id)
    with pytest.raises(NotFound):
        desk.replay(made.webhook_id, _all())
    assert isinstance(replay, Replay)
    with pytest.raises(NotFound):
        desk.continue_replay(replay)


@pytest.mark.parametrize("years", [-2_000, -60, 1, 5_000])
def test_a_time_in_which_nothing_can_have_happened_is_not_gone_through(desk: Desk, made: Webhook, years: int):
    since = NOON.replace(year=NOON.year + years)
    begun = desk.replay(made.webhook_id, ReplayRequest(since=since, until=since + timedelta(days=1)))
    assert begun.webhook_id == made.webhook_id
    assert desk.office.couriers.replays == []


def test_what_is_still_to_come_is_not_waited_for(desk: Desk, made: Webhook):
    soon = ReplayRequest(since=NOON - timedelta(days=1), until=NOON + timedelta(days=1))
    desk.replay(made.webhook_id, soon)
    (replay,) = desk.office.couriers.replays
    assert isinstance(replay, Replay)
    assert replay.until == NOON
