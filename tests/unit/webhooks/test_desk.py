"""Webhooks are made, changed, tried and taken back by who may."""

from datetime import timedelta
from typing import Any
from unittest.mock import Mock

import pytest
from msgspec import UNSET

from tests.fakes.webhook_desk import Asking, Desk
from tests.fakes.webhook_office import answers, in_turn
from twofold.contracts.errors import Conflict, Forbidden, InvalidRequest, NotFound, PreconditionFailed
from twofold.contracts.payloads.webhooks import WebhookChange, WebhookRequest
from twofold.webhooks.ports import Answered, Outgoing
from twofold.webhooks.sending.health import GIVES_UP, Health
from twofold.webhooks.subscriptions.show import ShowWebhooks

NOBODY = Asking(scopes=("webhooks",))


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_the_secret_is_told_once(desk: Desk):
    made = desk.made()
    assert isinstance(made.secret, str)
    assert made.secret.startswith("whsec_")
    assert desk.show(made.webhook_id).secret is UNSET
    assert desk.show.all().webhooks[0].secret is UNSET


def test_of_headers_only_the_names_are_told(desk: Desk):
    made = desk.made(headers={"Authorization": "Bearer very-secret"})
    assert made.header_names == ("Authorization",)
    assert "very-secret" not in repr(made)


def test_an_address_is_judged_before_anything_is_kept(desk: Desk):
    with pytest.raises(InvalidRequest) as refused:
        desk.made(url="https://10.0.0.1/")
    assert refused.value.field == "url"
    assert not desk.office.subscriptions.all()


def test_who_may_not_read_leads_does_not_have_them_sent(desk: Desk):
    for fields in ({"contact": True}, {"mapping": {"system": "hubspot"}}):
        request = WebhookRequest(url="https://crm.example", events=("*",), **fields)
        with pytest.raises(Forbidden) as refused:
            desk.create(request, NOBODY)
        assert refused.value.code == "scope_missing"
    desk.create(WebhookRequest(url="https://crm.example", events=("*",)), NOBODY)


@pytest.mark.parametrize(
    "change",
    [
        WebhookChange(url="https://elsewhere.example"),
        WebhookChange(events=("lead.*",)),
        WebhookChange(headers={"X-To": "me"}),
        WebhookChange(contact=False, mapping=None),
        WebhookChange(contact=False, mapping=None, url="https://elsewhere.example"),
    ],
)
@pytest.mark.parametrize("tells", [{"contact": True}, {"mapping": {"system": "hubspot"}}])
def test_nor_sent_elsewhere_nor_taken_off_to_be_so(desk: Desk, change: WebhookChange, tells: dict[str, Any]):
    made = desk.made(**tells)
    with pytest.raises(Forbidden):
        desk.change(made.webhook_id, change, NOBODY)
    with pytest.raises(Forbidden):
        desk.rotate(made.webhook_id, NOBODY)
    assert desk.change(made.webhook_id, WebhookChange(state="paused"), NOBODY).state == "paused"


SECRET = {"Authorization": "Bearer very-secret"}


@pytest.mark.parametrize("url", ["https://elsewhere.example/hook", "https://crm.example.other.example/hook"])
def test_secret_headers_do_not_follow_to_another_host(desk: Desk, url: str):
    made = desk.made(headers=SECRET)
    moved = desk.change(made.webhook_id, WebhookChange(url=url), NOBODY)
    assert moved.header_names is UNSET
    desk.try_out(made.webhook_id)
    ((_, request),) = desk.office.endpoints.got
    assert "Authorization" not in request.headers


def test_but_stay_at_their_own_and_go_along_when_they_are_said_anew(desk: Desk):
    made = desk.made(headers=SECRET)
    there = desk.change(made.webhook_id, WebhookChange(url="https://CRM.example/other"), Asking())
    anew = WebhookChange(url="https://new.example/hook", headers=SECRET)
    moved = desk.change(made.webhook_id, anew, Asking())
    assert there.header_names == moved.header_names == ("Authorization",)


def test_the_same_request_again_makes_no_second_one(desk: Desk):
    request = WebhookRequest(url="https://crm.example", events=("*",))
    first, new = desk.create(request, Asking(), "a" * 64)
    again, anew = desk.create(request, Asking(), "a" * 64)
    assert (new, anew, again) == (True, False, first)
    other = WebhookRequest(url="https://other.example", events=("*",))
    with pytest.raises(Conflict) as refused:
        desk.create(other, Asking(), "a" * 64)
    assert refused.value.code == "idempotency_key_reused"


def test_also_when_somebody_has_changed_it_since(desk: Desk):
    request = WebhookRequest(url="https://crm.example", events=("*",), headers=SECRET)
    first, _ = desk.create(request, Asking(), "a" * 64)
    desk.change(first.webhook_id, WebhookChange(description="List", headers=None), Asking())
    again, anew = desk.create(request, Asking(), "a" * 64)
    assert (anew, again.version, again.description, again.secret) == (False, 2, "List", first.secret)
    desk.rotate(first.webhook_id, Asking())
    assert desk.create(request, Asking(), "a" * 64)[0].secret is UNSET


def test_who_hears_is_said_or_the_keys_or_the_mappings(desk: Desk):
    request = WebhookRequest(url="https://crm.example", events=("*",))
    assert desk.create(request, Asking(system="pipedrive"))[0].system == "pipedrive"
    assert desk.made(system="klaviyo").system == "klaviyo"
    assert desk.made(mapping={"system": "hubspot"}).system == "hubspot"
    with pytest.raises(InvalidRequest):
        desk.made(mapping={"system": "salesforce"})


def test_a_change_is_made_on_the_version_that_was_looked_at(desk: Desk):
    made = desk.made()
    after = desk.change(made.webhook_id, WebhookChange(description="List"), Asking(), expected=1)
    assert (after.version, after.description) == (2, "List")
    with pytest.raises(PreconditionFailed):
        desk.change(made.webhook_id, WebhookChange(description="Other"), Asking(), expected=1)
    with pytest.raises(PreconditionFailed):
        desk.delete(made.webhook_id, 1)
    desk.delete(made.webhook_id, 2)
    with pytest.raises(NotFound):
        desk.show(made.webhook_id)


def test_a_change_that_changes_nothing_is_none(desk: Desk):
    made = desk.made(description="List")
    same = WebhookChange(url="https://crm.example/hook", events=("*",), description="List")
    assert desk.change(made.webhook_id, same, Asking()).version == 1


def test_null_takes_away(desk: Desk):
    made = desk.made(description="List", headers={"X-A": "b"}, mapping={"system": "hubspot"})
    after = desk.change(
        made.webhook_id, WebhookChange(description=None, headers=None, mapping=None), Asking()
    )
    assert (after.description, after.header_names, after.mapping) == (UNSET, UNSET, UNSET)


def test_somebody_else_at_the_same_moment_does_no_harm(desk: Desk):
    made = desk.made()
    desk.office.subscriptions.moves = 3
    assert desk.change(made.webhook_id, WebhookChange(description="List"), Asking()).description == "List"
    desk.office.subscriptions.moves = 3
    assert desk.made(url="https://other.example").version == 1


def test_a_changed_address_is_judged_and_tried_at_once(desk: Desk):
    office, made = desk.office, desk.made()
    office.endpoints.behaviours["https://crm.example/hook"] = answers(500)
    told = office.happens()
    office.serve()
    with pytest.raises(InvalidRequest):
        desk.change(made.webhook_id, WebhookChange(url="https://169.254.169.254/"), Asking())
    desk.change(made.webhook_id, WebhookChange(url="https://new.example/hook"), Asking())
    office.serve()
    office.clock.forward(minutes=5)
    office.couriers.call(made.webhook_id)
    office.serve()
    assert office.endpoints.ids("https://new.example/hook") == [told.id]


def test_one_that_was_disabled_goes_on_with_what_waited(desk: Desk):
    office, made = desk.office, desk.made()
    office.endpoints.behaviours["https://crm.example/hook"] = answers(410)
    told = office.happens()
    office.serve()
    assert (desk.show(made.webhook_id).state, desk.show(made.webhook_id).reason) == ("disabled", "gone")
    office.endpoints.behaviours.clear()
    after = desk.change(made.webhook_id, WebhookChange(state="active"), Asking())
    assert (after.state, after.reason) == ("active", UNSET)
    office.clock.forward(seconds=6)
    office.serve()
    assert office.endpoints.ids("https://crm.example/hook") == [told.id, told.id]


def test_a_test_is_sent_at_once_and_answered_with_what_happened(desk: Desk):
    made = desk.made()
    url = "https://crm.example/hook"
    desk.office.endpoints.behaviours[url] = answers(422, b"who is 601234567?")
    tried = desk.try_out(made.webhook_id)
    assert (tried.arrived, tried.status, tried.answer) == (False, 422, "who is •••?")
    assert desk.office.endpoints.patience == [8.0]
    desk.office.endpoints.behaviours[url] = desk.office.endpoints.hang
    desk.office.clock.forward(seconds=1)
    assert desk.try_out(made.webhook_id).error == "timeout"
    page = desk.deliveries.page(made.webhook_id, after=None, limit=10, state=None)
    assert [(each.type, each.state) for each in page.deliveries] == [("webhook.test.v1", "failed")] * 2
    assert desk.show(made.webhook_id).health.failures == 0
    assert desk.office.deliveries.next_due(made.webhook_id) is None


def test_a_new_secret_is_told_and_the_old_one_signs_on(desk: Desk):
    made = desk.made()
    rotated = desk.rotate(made.webhook_id, Asking())
    assert rotated.secret not in (UNSET, made.secret)
    assert rotated.rotating_until == "2026-11-23T12:00:00Z"
    for _ in range(3):
        desk.rotate(made.webhook_id, Asking())
    with pytest.raises(Conflict) as refused:
        desk.rotate(made.webhook_id, Asking())
    assert refused.value.code == "too_many_secrets"
    desk.office.clock.forward(hours=24)
    desk.rotate(made.webhook_id, Asking())


@pytest.mark.parametrize(
    "mended",
    [
        WebhookChange(headers={"Authorization": "Bearer right"}),
        WebhookChange(mapping={"system": "hubspot", "fields": {}}),
        WebhookChange(url="https://new.example/hook"),
    ],
)
def test_what_somebody_has_put_right_is_tried_at_once(desk: Desk, mended: WebhookChange):
    office, made = desk.office, desk.made(headers={"Authorization": "Bearer wrong"})
    office.endpoints.behaviours["https://crm.example/hook"] = answers(401)
    office.happens()
    office.go_on(timedelta(minutes=1))
    assert desk.show(made.webhook_id).health.failures == 2
    office.endpoints.behaviours.clear()
    told = office.happens()
    after = desk.change(made.webhook_id, mended, Asking())
    assert after.health.failures == 0
    office.serve()
    assert office.told(office.subscriptions.find(made.webhook_id), told).state == "delivered"


def test_and_who_was_there_meanwhile_does_not_undo_it(desk: Desk):
    """What a courier has learnt of how it was before is worth nothing any more, a Retry-After of ten hours included."""
    office, made = desk.office, desk.made()
    old, new = "https://crm.example/hook", "https://new.example/hook"

    def put_right(request: Outgoing) -> Answered:
        desk.change(made.webhook_id, WebhookChange(url=new), Asking())
        assert office.courier()(made.webhook_id) == "busy"
        return answers(429, retry_after="36000")(request)

    office.endpoints.behaviours[old] = put_right
    office.happens()
    office.couriers.called = [made.webhook_id]
    assert office.courier()(made.webhook_id) == "arrived_0_missed_1"
    health = desk.show(made.webhook_id).health
    assert (health.resting_until, health.failures) == (UNSET, 0)
    later = office.happens()
    office.serve()
    assert office.endpoints.ids(new) == [later.id]


def test_nor_is_it_disabled_for_what_was_before(desk: Desk):
    office, made = desk.office, desk.made()

    def put_right(request: Outgoing) -> Answered:
        desk.change(made.webhook_id, WebhookChange(headers=SECRET), Asking())
        return answers(401)(request)

    office.endpoints.behaviours["https://crm.example/hook"] = in_turn(put_right, answers(200))
    office.health.known[made.webhook_id] = Health(
        subscription_id=made.webhook_id, failures=9, failing_since=office.clock() - GIVES_UP
    )
    told = office.happens()
    office.couriers.called = [made.webhook_id]
    office.go_on(timedelta(minutes=5))
    assert desk.show(made.webhook_id).state == "active"
    assert office.told(office.subscriptions.find(made.webhook_id), told).state == "delivered"


def test_one_that_is_deleted_leaves_nothing_whoever_comes_late(desk: Desk):
    office, made = desk.office, desk.made()
    desk.delete(made.webhook_id)
    assert office.courier()(made.webhook_id) == "gone"
    assert not office.health.all()


def test_all_are_shown_with_how_they_do_by_one_question(desk: Desk):
    sick, well = desk.made(), desk.made(url="https://well.example/hook")
    desk.office.endpoints.behaviours["https://crm.example/hook"] = answers(500)
    desk.office.happens()
    desk.office.serve()
    known = desk.office.health.all()
    book = Mock(spec_set=["all"], **{"all.return_value": known})
    told = ShowWebhooks(book=desk.office.subscriptions, health=book, clock=desk.office.clock).all()
    shown = {each.webhook_id: each.health.failures for each in told.webhooks}
    assert shown == {sick.webhook_id: 2, well.webhook_id: 0}


def test_a_delivery_shows_what_was_told_and_what_was_answered(desk: Desk):
    office, made = desk.office, desk.made()
    office.endpoints.behaviours["https://crm.example/hook"] = answers(200, b"thanks")
    told = office.happens()
    office.serve()
    shown = desk.deliveries(made.webhook_id, told.id)
    assert shown.event is not UNSET
    assert (shown.event["id"], shown.state, shown.tries[0].answer) == (told.id, "delivered", "thanks")
    with pytest.raises(NotFound):
        desk.deliveries(made.webhook_id, "01M81J9BZG3Z2Q83NMD60WEMHK")
