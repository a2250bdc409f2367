"""What waits for a webhook is brought to it, tried again in time, and never lost."""

import time
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from threading import Barrier, Lock

import pytest

from tests.fakes.clock import NOON
from tests.fakes.imports import Killed
from tests.fakes.webhook_office import Office, answers, in_turn
from tests.fakes.webhooks import InMemoryDeliveryBook
from twofold.contracts.events import Envelope, WebhookDisabled
from twofold.webhooks.deliveries.delivery import Delivery
from twofold.webhooks.ports import Answered, Outgoing, Refused
from twofold.webhooks.sending.health import WIDEST

DAYS = timedelta(days=1)


def test_what_happens_is_told_under_its_own_id(office: Office):
    crm = office.subscribe()
    told = office.happens()
    office.serve()
    assert office.endpoints.ids(crm.url) == [told.id]
    kept = office.told(crm, told)
    assert (kept.state, kept.due_at, [each.status for each in kept.tries]) == ("delivered", None, [200])


def test_an_event_that_comes_twice_is_told_once(office: Office):
    crm = office.subscribe()
    told = office.happens()
    office.serve()
    office.fan_out()(told, told.data)
    office.serve()
    assert office.endpoints.ids(crm.url) == [told.id]


def test_attempts_follow_the_schedule_to_its_end(office: Office):
    crm = office.subscribe()
    office.endpoints.behaviours[crm.url] = answers(500, b"no")
    told = office.happens()
    office.go_on(3 * DAYS)
    waits = [0, 5, 300, 1_800, 7_200, 18_000, 36_000, 36_000]
    expected = [NOON + timedelta(seconds=sum(waits[: n + 1])) for n in range(len(waits))]
    assert [at for at, _ in office.endpoints.got] == expected
    kept = office.told(crm, told)
    assert (kept.state, kept.attempts, len(kept.tries)) == ("failed", 8, 8)


def test_every_attempt_is_signed_anew(office: Office):
    crm = office.subscribe()
    office.endpoints.behaviours[crm.url] = answers(500)
    office.happens()
    office.go_on(timedelta(minutes=10))
    stamps = [int(request.headers["webhook-timestamp"]) for _, request in office.endpoints.got]
    assert stamps == [int(at.timestamp()) for at, _ in office.endpoints.got]
    assert len({request.headers["webhook-signature"] for _, request in office.endpoints.got}) == 3


def test_what_arrived_at_last_is_done_with(office: Office):
    crm = office.subscribe()
    office.endpoints.behaviours[crm.url] = in_turn(answers(503), answers(302), answers(204))
    told = office.happens()
    office.go_on(DAYS)
    assert [each.status for each in office.told(crm, told).tries] == [503, 302, 204]
    health = office.health.find(crm.subscription_id)
    assert (health.failures, health.failing_since, health.resting_until) == (0, None, None)


@pytest.mark.parametrize(
    ("status", "heard"), [(429, True), (503, True), (502, True), (504, True), (500, False)]
)
def test_retry_after_is_heard_where_it_means_something(office: Office, status: int, heard: bool):
    crm = office.subscribe()
    office.endpoints.behaviours[crm.url] = in_turn(answers(status, retry_after="120"), answers(200))
    office.happens()
    office.go_on(DAYS)
    first, second = (at for at, _ in office.endpoints.got)
    assert (second - first).total_seconds() == (120 if heard else 5)


def test_nobody_is_waited_for_longer_than_ten_hours(office: Office):
    crm = office.subscribe()
    office.endpoints.behaviours[crm.url] = in_turn(answers(429, retry_after="999999"), answers(200))
    office.happens()
    office.go_on(DAYS)
    first, second = (at for at, _ in office.endpoints.got)
    assert second - first == timedelta(hours=10)


def test_who_is_gone_is_told_nothing_more_and_it_is_said(office: Office):
    crm = office.subscribe()
    office.endpoints.behaviours[crm.url] = answers(410)
    told = office.happens()
    office.go_on(DAYS)
    assert len(office.endpoints.got) == 1
    after = office.subscriptions.find(crm.subscription_id)
    assert (after.state, after.reason, after.version) == ("disabled", "gone", 2)
    (said,) = office.subscriptions.events
    assert said.data == WebhookDisabled(reason="gone", host="crm.example")
    assert office.subscriptions.wanted == ()
    assert office.told(crm, told).state == "waiting"


def test_five_days_without_anything_arriving_disable_it(office: Office):
    crm = office.subscribe()
    office.endpoints.behaviours[crm.url] = answers(500)
    for _ in range(11):
        office.happens()
        office.go_on(DAYS / 2)
    after = office.subscriptions.find(crm.subscription_id)
    assert (after.state, after.reason) == ("disabled", "failing")
    last, _ = office.endpoints.got[-1]
    assert timedelta(days=5) <= last - NOON < timedelta(days=5, hours=12)


def test_one_that_arrives_in_five_days_keeps_it_going(office: Office):
    crm = office.subscribe()
    office.endpoints.behaviours[crm.url] = answers(500)
    for day in range(14):
        office.endpoints.behaviours[crm.url] = answers(200 if day in (4, 8, 12) else 500)
        office.happens()
        office.go_on(DAYS)
    assert office.subscriptions.find(crm.subscription_id).active


def test_what_never_arrives_does_not_keep_the_rest_from_arriving(office: Office):
    crm = office.subscribe()
    poison = office.happens()
    bad = poison.id
    office.endpoints.behaviours[crm.url] = lambda request: answers(
        500 if request.headers["webhook-id"] == bad else 200
    )(request)
    others = [office.happens() for _ in range(30)]
    office.go_on(timedelta(minutes=1))
    assert all(office.told(crm, each).state == "delivered" for each in others)
    assert office.told(crm, poison).state == "waiting"


def test_while_it_fails_one_request_alone_asks_whether_it_is_well_again(office: Office):
    crm = office.subscribe()
    office.endpoints.behaviours[crm.url] = answers(500)
    for _ in range(50):
        office.happens()
    office.go_on(timedelta(minutes=5))
    # At first as many as fit; then one after 5 s, and one after 5 minutes.
    assert len(office.endpoints.got) <= WIDEST + 2


def test_what_is_new_waits_half_an_hour_at_most(office: Office):
    crm = office.subscribe()
    office.endpoints.behaviours[crm.url] = answers(500)
    office.happens()
    office.go_on(timedelta(hours=9))
    office.endpoints.behaviours[crm.url] = answers(200)
    late = office.happens()
    office.go_on(timedelta(minutes=31))
    assert office.told(crm, late).state == "delivered"


def test_too_much_to_do_narrows_it_to_one_at_a_time(office: Office):
    crm = office.subscribe()
    office.endpoints.behaviours[crm.url] = in_turn(answers(429, retry_after="60"), answers(200))
    office.happens()
    office.serve()
    assert office.health.find(crm.subscription_id).width == 1
    for _ in range(20):
        office.happens()
    office.go_on(timedelta(minutes=3))
    assert office.health.find(crm.subscription_id).width == WIDEST


def test_a_refused_address_is_a_failure_and_says_why(office: Office):
    crm = office.subscribe()

    def refuse(_: object) -> None:
        raise Refused("The host leads to 10.0.0.1, which is private.")

    office.endpoints.behaviours[crm.url] = refuse  # type: ignore[assignment]
    told = office.happens()
    office.serve()
    assert office.told(crm, told).tries[0].error == "refused: The host leads to 10.0.0.1, which is private."


def test_hanging_is_cut_at_fifteen_seconds_and_the_visit_ends_in_its_time(office: Office):
    crm = office.subscribe()
    office.endpoints.behaviours[crm.url] = office.endpoints.hang
    told = office.happens()
    office.serve()
    assert office.endpoints.patience == [15.0, 15.0]
    assert [each.error for each in office.told(crm, told).tries] == ["timeout", "timeout"]
    assert office.clock() - NOON == timedelta(seconds=35)
    assert office.couriers.wakes == [(office.clock() + timedelta(minutes=5), crm.subscription_id)]


def test_a_webhook_that_is_no_more_is_told_nothing(office: Office):
    crm = office.subscribe()
    told = office.happens()
    office.subscriptions.delete(crm)
    office.go_on(DAYS)
    assert office.endpoints.got == []
    assert office.told(crm, told).state == "waiting"


def test_a_paused_one_is_told_nothing_until_it_goes_on(office: Office):
    crm = office.subscribe()
    told = office.happens()
    paused = crm.changed(office.clock(), state="paused")
    office.subscriptions.save(paused)
    office.go_on(DAYS)
    assert office.endpoints.got == []
    office.subscriptions.save(paused.changed(office.clock(), state="active"))
    office.couriers.call(crm.subscription_id)
    office.serve()
    assert office.told(crm, told).state == "delivered"


def test_there_is_one_courier_at_a_time_and_what_comes_meanwhile_is_brought_too(office: Office):
    crm = office.subscribe()
    late: list[Envelope] = []

    def meanwhile(request: object) -> object:
        if not late:
            late.append(office.happens())
            assert office.couriers.called == []
            assert office.courier()(crm.subscription_id) == "busy"
        return answers(200)(request)  # type: ignore[arg-type]

    office.endpoints.behaviours[crm.url] = meanwhile  # type: ignore[assignment]
    office.happens()
    office.serve()
    assert office.told(crm, late[0]).state == "delivered"
    assert len(office.endpoints.got) == 2


def test_a_sick_endpoint_keeps_nobody_elses_courier(office: Office):
    sick, well = office.subscribe("sick"), office.subscribe("well")
    office.endpoints.behaviours[sick.url] = answers(500)
    told = office.happens()
    assert office.couriers.called == [sick.subscription_id, well.subscription_id]
    office.serve()
    assert office.told(well, told).state == "delivered"


@pytest.mark.parametrize("status", [400, 413, 415, 422])
def test_one_that_is_turned_down_for_what_it_is_holds_up_nobody_else(office: Office, status: int):
    crm = office.subscribe()
    bad = office.happens(subject="spoilt")
    others = [office.happens(subject=f"lead_{n}") for n in range(20)]
    office.endpoints.behaviours[crm.url] = lambda request: answers(
        status if request.headers["webhook-id"] == bad.id else 200
    )(request)
    office.couriers.called = [crm.subscription_id]
    begun = office.clock()
    office.serve()
    assert all(office.told(crm, each).tries[0].at == begun for each in others)
    health = office.health.find(crm.subscription_id)
    assert (health.failures, health.width, health.rests(office.clock())) == (0, WIDEST, False)
    office.go_on(2 * DAYS)
    kept = office.told(crm, bad)
    assert (kept.state, kept.attempts) == ("failed", 8)
    assert office.subscriptions.find(crm.subscription_id).active


def test_five_days_of_turning_down_all_there_is_disable_it_too(office: Office):
    crm = office.subscribe()
    office.endpoints.behaviours[crm.url] = answers(400)
    for _ in range(11):
        office.happens()
        office.go_on(DAYS / 2)
    after = office.subscriptions.find(crm.subscription_id)
    assert (after.state, after.reason) == ("disabled", "failing")
    last, _ = office.endpoints.got[-1]
    assert timedelta(days=5) <= last - NOON < timedelta(days=5, hours=12)


def test_of_one_lead_never_two_events_are_on_their_way_and_the_oldest_goes_first(office: Office):
    crm, flying, most, lock = office.subscribe(), 0, 0, Lock()

    def slowly(_: Outgoing) -> Answered:
        nonlocal flying, most
        with lock:
            flying += 1
            most = max(most, flying)
        time.sleep(0.005)
        with lock:
            flying -= 1
        return Answered(status=200, headers={})

    office.endpoints.behaviours[crm.url] = slowly
    told = []
    for _ in range(6):
        told.append(office.event())
        office.clock.forward(seconds=1)
    for each in reversed(told):
        office.fan_out()(each, each.data)
        office.clock.forward(seconds=1)
    office.serve()
    assert most == 1
    assert office.endpoints.ids(crm.url) == [each.id for each in told]


def test_what_is_about_others_goes_beside_it(office: Office):
    crm, together = office.subscribe(), Barrier(WIDEST)

    def all_at_once(_: Outgoing) -> Answered:
        together.wait(timeout=5)
        return Answered(status=200, headers={})

    office.endpoints.behaviours[crm.url] = all_at_once
    told = [office.happens(subject=f"lead_{number}") for number in range(WIDEST)]
    office.serve()
    assert all(office.told(crm, each).state == "delivered" for each in told)


def test_an_error_that_nobody_foresaw_is_a_miss_like_others_and_raised_when_all_is_done(office: Office):
    crm = office.subscribe()
    bad = office.happens(subject="spoilt")
    others = [office.happens(subject=f"lead_{number}") for number in range(5)]

    def breaks(request: Outgoing) -> Answered:
        if request.headers["webhook-id"] == bad.id:
            raise KeyError("nobody thought of it")
        return Answered(status=200, headers={})

    office.endpoints.behaviours[crm.url] = breaks
    with pytest.raises(KeyError, match="nobody thought"):
        office.courier()(crm.subscription_id)
    assert all(office.told(crm, each).state == "delivered" for each in others)
    kept = office.told(crm, bad)
    assert (kept.state, kept.tries[0].error) == ("waiting", "internal")
    health = office.health.find(crm.subscription_id)
    assert (health.failures, health.leased_until) == (0, None)
    for _ in range(20):
        office.clock.forward(hours=5)
        with suppress(KeyError):
            office.courier()(crm.subscription_id)
    assert (office.told(crm, bad).state, office.told(crm, bad).attempts) == ("failed", 8)


def test_what_takes_every_courier_with_it_ends_with_its_schedule(office: Office):
    crm = office.subscribe()
    told = office.happens()

    def kills(_: Outgoing) -> Answered:
        raise Killed

    office.endpoints.behaviours[crm.url] = kills
    for _ in range(12):
        with suppress(Killed):
            office.courier()(crm.subscription_id)
        office.clock.forward(minutes=2)
    kept = office.told(crm, told)
    assert (len(office.endpoints.got), kept.state, kept.tries[-1].error) == (8, "failed", "internal")


class LateIndex(InMemoryDeliveryBook):
    """What was put down is found by its index only after a while."""

    looks: int = 0

    def due(self, subscription_id: str, at: datetime, limit: int) -> Sequence[Delivery]:
        self.looks += 1
        return InMemoryDeliveryBook.due(self, subscription_id, at, limit) if self.looks > 1 else ()

    def next_due(self, subscription_id: str) -> datetime | None:
        return InMemoryDeliveryBook.next_due(self, subscription_id) if self.looks > 1 else None


def test_what_the_index_shows_a_moment_late_is_brought_all_the_same():
    office = Office(deliveries=LateIndex())
    crm = office.subscribe()
    told = office.happens()
    assert office.courier()(crm.subscription_id) == "arrived_1_missed_0"
    assert office.told(crm, told).state == "delivered"


def test_what_cannot_be_said_at_all_is_no_fault_of_the_endpoint(office: Office):
    class Speechless:
        def requests(self, *_: object) -> tuple[()]:
            from twofold.contracts.errors import InvalidRequest

            raise InvalidRequest("No words.", field="mapping")

    office.wording = Speechless()
    crm = office.subscribe()
    told = office.happens()
    office.serve()
    kept = office.told(crm, told)
    assert (kept.state, kept.tries[0].error) == ("failed", "No words.")
    assert office.health.find(crm.subscription_id).failures == 0


def test_an_event_that_comes_again_when_its_telling_is_forgotten_is_too_old(office: Office):
    crm = office.subscribe()
    told = office.happens()
    office.serve()
    office.clock.forward(days=30)
    office.deliveries.rows.clear()
    assert office.fan_out()(told, told.data) == "too_old"
    office.serve()
    assert office.endpoints.ids(crm.url) == [told.id]
