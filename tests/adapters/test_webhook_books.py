"""Webhooks, how they do and what they are told: each port in memory and in DynamoDB, judged by the same tests."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from tests.fakes.clock import NOON
from tests.fakes.tables import SETTINGS
from tests.fakes.webhook_office import KEEP, Office
from tests.fakes.webhooks import InMemoryDeliveryBook, InMemoryHealthBook, InMemorySubscriptionBook
from twofold.adapters.dynamodb.connection import connect
from twofold.adapters.dynamodb.deliveries import DynamoDeliveryBook
from twofold.adapters.dynamodb.ledger import DynamoLedger
from twofold.adapters.dynamodb.subscriptions import DynamoSubscriptionBook
from twofold.adapters.dynamodb.wanted_events import DynamoWantedEvents
from twofold.adapters.dynamodb.webhook_health import DynamoHealthBook
from twofold.contracts.errors import Conflict, NotFound
from twofold.contracts.events import WebhookDisabled
from twofold.webhooks.books import DeliveryBook, HealthBook, SubscriptionBook, SubscriptionMoved
from twofold.webhooks.deliveries.delivery import Delivery, Try
from twofold.webhooks.subscriptions.model import MOST, Subscription
from twofold.webhooks.subscriptions.patterns import fits

CRM = Subscription(
    subscription_id="whk_1",
    url="https://crm.example/hook",
    events=("lead.*", "code.redeemed.v1"),
    secret="whsec_one",
    created_at=NOON,
    contact=True,
    mapping={"system": "hubspot", "fields": {"phone": "mobilephone"}},
    headers={"Authorization": "Bearer secret"},
)
LATER = NOON + timedelta(minutes=1)


@dataclass(frozen=True)
class Shelf:
    subscriptions: SubscriptionBook
    health: HealthBook
    deliveries: DeliveryBook

    def wanted(self, kind: str) -> bool:
        """Whether the relay marks events of this type."""
        if isinstance(self.subscriptions, InMemorySubscriptionBook):
            return fits(self.subscriptions.wanted, kind)
        return DynamoWantedEvents()(kind)

    def ledger(self, subject: str) -> list[object]:
        if isinstance(self.subscriptions, InMemorySubscriptionBook):
            return [event.data for event in self.subscriptions.events if event.subject == subject]
        return [event.data for event in DynamoLedger().subject(subject)]


@pytest.fixture(params=["memory", "dynamodb"])
def shelf(request: pytest.FixtureRequest) -> Iterator[Shelf]:
    if request.param == "memory":
        yield Shelf(InMemorySubscriptionBook(), InMemoryHealthBook(), InMemoryDeliveryBook())
        return
    request.getfixturevalue("aws")
    yield Shelf(DynamoSubscriptionBook(connect(SETTINGS)), DynamoHealthBook(), DynamoDeliveryBook())


class TestSubscriptions:
    def test_it_is_found_as_it_was_made(self, shelf: Shelf):
        shelf.subscriptions.create(CRM)
        assert shelf.subscriptions.find("whk_1") == CRM
        assert list(shelf.subscriptions.all()) == [CRM]

    def test_who_is_not_there_is_not_found(self, shelf: Shelf):
        assert not shelf.subscriptions.all()
        with pytest.raises(NotFound):
            shelf.subscriptions.find("whk_1")

    def test_the_oldest_comes_first(self, shelf: Shelf):
        younger = replace(CRM, subscription_id="whk_0", created_at=LATER)
        for each in (younger, CRM):
            shelf.subscriptions.create(each)
        assert [each.subscription_id for each in shelf.subscriptions.all()] == ["whk_1", "whk_0"]

    def test_a_change_of_what_somebody_else_changed_is_not_made(self, shelf: Shelf):
        shelf.subscriptions.create(CRM)
        mine = CRM.changed(LATER, description="mine")
        theirs = CRM.changed(LATER, description="theirs")
        shelf.subscriptions.save(theirs)
        with pytest.raises(SubscriptionMoved):
            shelf.subscriptions.save(mine)
        with pytest.raises(SubscriptionMoved):
            shelf.subscriptions.delete(CRM)
        assert shelf.subscriptions.find("whk_1") == theirs

    def test_one_id_is_made_once(self, shelf: Shelf):
        shelf.subscriptions.create(CRM)
        with pytest.raises(SubscriptionMoved):
            shelf.subscriptions.create(replace(CRM, url="https://other.example"))

    def test_what_is_wanted_in_all_follows_each_change(self, shelf: Shelf):
        kinds = ("lead.confirmed.v1", "code.redeemed.v1", "code.issued.v1")

        def wanted() -> list[bool]:
            return [shelf.wanted(kind) for kind in kinds]

        assert wanted() == [False, False, False]
        shelf.subscriptions.create(CRM)
        assert wanted() == [True, True, False]
        shelf.subscriptions.create(replace(CRM, subscription_id="whk_2", events=("*",)))
        assert wanted() == [True, True, True]
        paused = replace(CRM, subscription_id="whk_2").changed(LATER, state="paused", events=("*",))
        shelf.subscriptions.save(paused)
        assert wanted() == [True, True, False]
        shelf.subscriptions.delete(CRM)
        assert wanted() == [False, False, False]

    def test_it_is_disabled_and_said_so_in_one_step(self, shelf: Shelf):
        shelf.subscriptions.create(CRM)
        after, event = CRM.disabled("gone", LATER)
        shelf.subscriptions.save(after, event)
        assert shelf.subscriptions.find("whk_1").state == "disabled"
        assert shelf.ledger("whk_1") == [WebhookDisabled(reason="gone", host="crm.example")]
        with pytest.raises(SubscriptionMoved):
            shelf.subscriptions.save(*CRM.disabled("failing", LATER + timedelta(seconds=1)))
        assert len(shelf.ledger("whk_1")) == 1

    def test_there_is_an_end_to_how_many(self, shelf: Shelf):
        for number in range(MOST):
            shelf.subscriptions.create(replace(CRM, subscription_id=f"whk_{number:03}"))
        with pytest.raises(Conflict, match=r".") as refused:
            shelf.subscriptions.create(replace(CRM, subscription_id="whk_more"))
        assert refused.value.code == "too_many_webhooks"

    def test_what_is_deleted_takes_its_health_along(self, shelf: Shelf):
        shelf.subscriptions.create(CRM)
        lease = shelf.health.take("whk_1", NOON, LATER)
        assert lease
        shelf.subscriptions.delete(CRM)
        assert not shelf.subscriptions.all()


class TestHealth:
    def test_one_of_two_is_its_courier(self, shelf: Shelf):
        assert shelf.health.take("whk_1", NOON, LATER)
        assert shelf.health.take("whk_1", NOON + timedelta(seconds=59), LATER) is None
        assert shelf.health.take("whk_2", NOON, LATER)

    def test_a_lease_that_is_over_is_anybodys(self, shelf: Shelf):
        old = shelf.health.take("whk_1", NOON, LATER)
        assert old
        new = shelf.health.take("whk_1", LATER, LATER + timedelta(minutes=1))
        assert new
        failing = shelf.health.find("whk_1").failed(NOON, NOON, timedelta(hours=1), "timeout", slower=False)
        shelf.health.note(old, failing)
        assert shelf.health.release(old, failing, unless_knocked=False) is None
        stands = shelf.health.find("whk_1")
        assert (stands.failures, stands.leased_until) == (0, new.until)

    def test_who_lets_go_leaves_how_it_does(self, shelf: Shelf):
        lease = shelf.health.take("whk_1", NOON, LATER)
        assert lease
        failing = shelf.health.find("whk_1").failed(NOON, NOON, timedelta(seconds=5), "timeout", slower=True)
        assert shelf.health.release(lease, failing, unless_knocked=True) is None
        assert shelf.health.find("whk_1") == replace(failing, leased_until=None)
        assert shelf.health.take("whk_1", NOON, LATER)

    def test_a_knock_is_heard_by_who_is_there_and_by_who_will_come(self, shelf: Shelf):
        assert not shelf.health.knock("whk_1", NOON)
        lease = shelf.health.take("whk_1", NOON, LATER)
        assert lease
        assert shelf.health.knock("whk_1", NOON)
        resting = shelf.health.find("whk_1").failed(NOON, NOON, timedelta(seconds=5), "timeout", slower=False)
        shelf.health.release(lease, resting, unless_knocked=False)
        assert shelf.health.knock("whk_1", NOON + timedelta(seconds=4))
        assert not shelf.health.knock("whk_1", NOON + timedelta(seconds=5))

    def test_who_was_knocked_for_stays(self, shelf: Shelf):
        lease = shelf.health.take("whk_1", NOON, LATER)
        assert lease
        health = shelf.health.find("whk_1")
        assert shelf.health.knock("whk_1", NOON)
        still = shelf.health.release(lease, health, unless_knocked=True)
        assert still
        assert shelf.health.knock("whk_1", NOON)
        again = shelf.health.release(still, health, unless_knocked=True)
        assert again
        assert shelf.health.release(again, health, unless_knocked=True) is None
        assert not shelf.health.knock("whk_1", NOON)

    def test_what_was_put_right_is_forgotten(self, shelf: Shelf):
        shelf.health.refresh("whk_1")
        lease = shelf.health.take("whk_1", NOON, LATER)
        assert lease
        failing = shelf.health.find("whk_1").failed(NOON, NOON, timedelta(hours=1), "timeout", slower=True)
        shelf.health.release(lease, failing, unless_knocked=False)
        shelf.health.refresh("whk_1")
        assert shelf.health.find("whk_1").failures == 0
        assert not shelf.health.knock("whk_1", NOON)

    def test_who_was_there_meanwhile_does_not_undo_what_was_put_right(self, shelf: Shelf):
        lease = shelf.health.take("whk_1", NOON, LATER)
        assert lease
        failing = shelf.health.find("whk_1").failed(
            NOON, NOON, timedelta(hours=10), "status_429", slower=True
        )
        shelf.health.note(lease, failing)
        shelf.health.refresh("whk_1")
        shelf.health.note(lease, failing)
        assert shelf.health.find("whk_1").failures == 0
        still = shelf.health.release(lease, failing, unless_knocked=False)
        assert still
        assert (still.until, still.refreshes) == (lease.until, lease.refreshes + 1)
        well = shelf.health.find("whk_1").arrived(NOON)
        assert shelf.health.release(still, well, unless_knocked=False) is None
        assert shelf.health.find("whk_1") == replace(well, leased_until=None)
        assert shelf.health.take("whk_1", NOON, LATER) == still

    def test_all_that_are_known_are_found_at_once(self, shelf: Shelf):
        assert not shelf.health.all()
        lease = shelf.health.take("whk_1", NOON, LATER)
        assert lease
        shelf.health.note(lease, shelf.health.find("whk_1").arrived(NOON))
        shelf.health.take("whk_2", NOON, LATER)
        known = shelf.health.all()
        assert known == {each: shelf.health.find(each) for each in ("whk_1", "whk_2")}
        assert known["whk_1"].arrived_at == NOON


class TestDeliveries:
    def _delivery(self, office: Office | None = None) -> Delivery:
        return Delivery.of((office or Office()).event(), "whk_1", NOON, KEEP)

    def test_it_is_put_down_once(self, shelf: Shelf):
        first = self._delivery()
        assert shelf.deliveries.put(first)
        assert shelf.deliveries.find("whk_1", first.event_id) == first
        assert not shelf.deliveries.put(replace(first, asked_at=LATER, due_at=LATER))
        assert shelf.deliveries.find("whk_1", first.event_id) == first
        assert shelf.deliveries.find("whk_2", first.event_id) is None

    def test_of_two_who_claim_it_one_does(self, shelf: Shelf):
        first = self._delivery()
        shelf.deliveries.put(first)
        assert shelf.deliveries.save(first.claimed(NOON))
        assert not shelf.deliveries.save(first.claimed(LATER))

    def test_what_waits_is_found_when_it_is_due_and_not_before(self, shelf: Shelf):
        office = Office()
        early, late = self._delivery(office), replace(self._delivery(office), due_at=LATER)
        for each in (late, early):
            shelf.deliveries.put(each)
        shelf.deliveries.put(replace(self._delivery(office), subscription_id="whk_2"))
        assert list(shelf.deliveries.due("whk_1", NOON, 25)) == [early]
        assert list(shelf.deliveries.due("whk_1", LATER, 25)) == [early, late]
        assert list(shelf.deliveries.due("whk_1", LATER, 1)) == [early]
        assert shelf.deliveries.next_due("whk_1") == NOON
        assert shelf.deliveries.next_due("whk_3") is None

    def test_what_arrived_or_failed_waits_no_more(self, shelf: Shelf):
        office = Office()
        arrived, failed = self._delivery(office), self._delivery(office)
        tried = Try(at=NOON, ms=12, status=200, answer="ok")
        for each in (arrived, failed):
            shelf.deliveries.put(each)
        done = arrived.claimed(NOON).arrived(tried)
        assert shelf.deliveries.save(replace(arrived.claimed(NOON)))
        assert shelf.deliveries.save(done)
        assert shelf.deliveries.save(failed.claimed(NOON))
        assert shelf.deliveries.save(failed.claimed(NOON).missed(replace(tried, status=500), None))
        assert shelf.deliveries.next_due("whk_1") is None
        assert shelf.deliveries.find("whk_1", arrived.event_id) == done

    def test_pages_turn_from_the_newest_to_the_oldest(self, shelf: Shelf):
        office, ids = Office(), []
        for _ in range(7):
            made = self._delivery(office)
            office.clock.forward(seconds=1)
            shelf.deliveries.put(made)
            ids.append(made.event_id)
        found, before = [], None
        while True:
            page, before = shelf.deliveries.page("whk_1", before, None, 3)
            assert len(page) <= 3
            found += [each.event_id for each in page]
            if before is None:
                break
        assert found == ids[::-1]

    def test_a_page_can_show_one_state_alone(self, shelf: Shelf):
        office = Office()
        for number in range(6):
            made = self._delivery(office)
            office.clock.forward(seconds=1)
            shelf.deliveries.put(replace(made, state="failed", due_at=None) if number % 2 else made)
        failed, _ = shelf.deliveries.page("whk_1", None, "failed", 10)
        assert [each.state for each in failed] == ["failed"] * 3
        first, more = shelf.deliveries.page("whk_1", None, "failed", 2)
        rest, _ = shelf.deliveries.page("whk_1", more, "failed", 2)
        assert [*first, *rest] == list(failed)
