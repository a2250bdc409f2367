"""Whoever dies at any moment, whoever comes next makes good: everything is told, and nothing is stuck."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import pytest

from tests.fakes.imports import Fuse, Guarded, Killed
from tests.fakes.webhook_office import Office, answers, in_turn
from tests.fakes.webhooks import InMemoryDeliveryBook
from twofold.contracts.events import Envelope, EventData
from twofold.webhooks.deliveries.delivery import Delivery
from twofold.webhooks.deliveries.fan_out import FanOut
from twofold.webhooks.sending.call_couriers import CallCouriers
from twofold.webhooks.subscriptions.model import Subscription

MOST_CALLS = 200


_PORTS = ("subscriptions", "deliveries", "health", "couriers", "endpoints")


def _survived(office: Office, fuse: Fuse, do: Callable[[], Any]) -> bool:
    """Whether it came to its end, though every port goes through the fuse."""
    ports = {name: getattr(office, name) for name in _PORTS}
    for name, port in ports.items():
        setattr(office, name, Guarded(port, fuse))
    try:
        do()
    except Killed:
        return False
    else:
        return True
    finally:
        for name, port in ports.items():
            setattr(office, name, port)


def _fan_out(office: Office, told: Envelope) -> None:
    office.fan_out()(told, told.data)


def _serve(office: Office, subscription: Subscription) -> None:
    office.courier()(subscription.subscription_id)


def _sweep(office: Office) -> CallCouriers:
    return CallCouriers(
        subscriptions=office.subscriptions,
        deliveries=office.deliveries,
        health=office.health,
        couriers=office.couriers,
        clock=office.clock,
    )


def _made_good(office: Office) -> None:
    """As the platform would: what called comes again, and the sweeper every five minutes."""
    for _ in range(12):
        office.go_on(timedelta(minutes=5))
        _sweep(office)()
    office.serve()


def _settled(office: Office, told: list[Envelope], subscriptions: list[Subscription]) -> None:
    for each in subscriptions:
        arrived = set(office.endpoints.ids(each.url))
        assert arrived == {event.id for event in told}, each.subscription_id
        assert all(office.told(each, event).state == "delivered" for event in told)
        leased = office.health.find(each.subscription_id).leased_until
        assert leased is None or leased <= office.clock(), "nobody else could come"


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_fan_out_can_die_at_every_call(after: bool):
    points = 0
    for at in range(1, MOST_CALLS):
        office = Office()
        subscriptions = [office.subscribe(name) for name in ("one", "two", "three")]
        told = office.event()
        whole = _survived(office, Fuse(at, after), partial(_fan_out, office, told))
        office.fan_out()(told, told.data)  # the queue hands it over again
        _made_good(office)
        _settled(office, [told], subscriptions)
        if whole:
            break
        points += 1
    assert points >= 7


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_a_courier_can_die_at_every_call(after: bool):
    points = 0
    for at in range(1, MOST_CALLS):
        office = Office()
        crm = office.subscribe()
        office.endpoints.behaviours[crm.url] = in_turn(answers(200), answers(500), answers(200))
        told = [office.happens() for _ in range(3)]
        office.couriers.called.clear()
        whole = _survived(office, Fuse(at, after), partial(_serve, office, crm))
        _made_good(office)
        _settled(office, told, [crm])
        if whole:
            break
        points += 1
    assert points >= 15


class StaleBook(InMemoryDeliveryBook):
    """Its index is late: it shows what was due as it stood at first, again and again."""

    old: Sequence[Delivery] = ()

    def due(self, subscription_id: str, at: datetime, limit: int) -> Sequence[Delivery]:
        self.old = self.old or InMemoryDeliveryBook.due(self, subscription_id, at, limit)
        return self.old


class UnclaimedBook(StaleBook):
    """The planted bug: it saves without looking whether anybody was faster."""

    def save(self, after: Delivery) -> bool:
        self.rows[after.subscription_id, after.event_id] = after
        return True


@pytest.mark.parametrize(("book", "times"), [(StaleBook, 1), (UnclaimedBook, 2)])
def test_what_somebody_has_claimed_is_not_begun_again_from_an_old_reading(book: type[StaleBook], times: int):
    office = Office(deliveries=book())
    crm = office.subscribe()
    office.happens()
    office.serve()
    office.couriers.call(crm.subscription_id)
    office.serve()
    assert len(office.endpoints.got) == times


class CarelessFanOut(FanOut):
    """The planted bug: it calls couriers first, and puts down what they are to bring after."""

    def __call__(self, event: Envelope, _: EventData) -> str:
        for each in self.subscriptions.all():
            self.couriers.call(each.subscription_id)
            self.deliveries.put(Delivery.of(event, each.subscription_id, self.clock(), self.keep))
        return "careless"


@dataclass
class AtOnce:
    """Couriers who are there before whoever called them goes on."""

    office: Office

    def call(self, subscription_id: str) -> None:
        self.office.courier()(subscription_id)

    def replay(self, replay: object) -> None:
        raise AssertionError(replay)


def test_calling_couriers_before_there_is_something_to_bring_is_found_out():
    office = Office()
    crm, told = office.subscribe(), office.event()
    at_once = AtOnce(office)
    proper = office.fan_out()
    for fan_out, arrived in ((CarelessFanOut, []), (FanOut, [told.id])):
        office.deliveries.rows.clear()
        fields = {
            name: getattr(proper, name) for name in ("subscriptions", "deliveries", "health", "keep", "clock")
        }
        fan_out(**fields, couriers=at_once)(told, told.data)
        assert office.endpoints.ids(crm.url) == arrived
