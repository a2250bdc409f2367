"""What waits for a webhook is brought to it, tried again in time, and never lost."""

from datetime import timedelta

import pytest

from tests.fakes.clock import NOON
from tests.fakes.webhook_office import Office, answers, in_turn
from twofold.contracts.events import Envelope, WebhookDisabled
from twofold.webhooks.health import WIDEST
from twofold.webhooks.ports import Refused

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
