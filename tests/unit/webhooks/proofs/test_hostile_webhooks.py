"""Hundreds of hostile addresses, given to a webhook when it is made or changed, or found with it when it is told."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest

from tests.fakes.canary import Canary, caged
from tests.fakes.hostile import leads_to, table
from tests.fakes.webhook_office import Office
from twofold.adapters.safe_http.caller import SafeHttp
from twofold.contracts.errors import InvalidRequest
from twofold.contracts.ids import draw_id
from twofold.contracts.payloads.webhooks import WebhookChange, WebhookRequest
from twofold.webhooks.subscriptions.change import ChangeWebhook
from twofold.webhooks.subscriptions.create import CreateWebhook
from twofold.webhooks.subscriptions.secret import draw_secret

HOSTILE = table()


@dataclass(frozen=True, slots=True)
class Admin:
    scopes: tuple[str, ...] = ("leads:read", "webhooks:write")
    system: str | None = None


class NoMappings:
    def check(self, mapping: object, system: str | None) -> str:
        raise AssertionError("nobody asked for one")


@pytest.fixture
def canary() -> Iterator[Canary]:
    with caged() as bird:
        for name, addresses in leads_to().items():
            bird.network.leads(name, addresses)
        yield bird


def test_no_webhook_is_made_with_one(office: Office, canary: Canary):
    create = CreateWebhook(
        book=office.subscriptions,
        addresses=SafeHttp(allow_loopback=False),
        mappings=NoMappings(),
        draw_id=draw_id,
        draw_secret=draw_secret,
        clock=office.clock,
    )
    for url, reason in HOSTILE.items():
        with pytest.raises(InvalidRequest) as raised:
            create(WebhookRequest(url=url, events=("*",)), Admin())
        assert raised.value.field == "url", reason
    assert office.subscriptions.rows == {}
    assert (canary.connections, canary.network.dialled) == (0, [])


def test_no_webhook_is_changed_to_one(office: Office, canary: Canary):
    change = ChangeWebhook(
        book=office.subscriptions,
        health=office.health,
        addresses=SafeHttp(allow_loopback=False),
        mappings=NoMappings(),
        couriers=office.couriers,
        clock=office.clock,
    )
    crm = office.subscribe()
    for url, reason in HOSTILE.items():
        with pytest.raises(InvalidRequest) as raised:
            change(crm.subscription_id, WebhookChange(url=url), Admin())
        assert raised.value.field == "url", reason
    assert office.subscriptions.find(crm.subscription_id) == crm
    assert (canary.connections, canary.network.dialled) == (0, [])


def test_no_courier_goes_to_one_that_stands_in_the_book_all_the_same(office: Office, canary: Canary):
    innocent = office.subscribe()
    office.endpoints = SafeHttp(allow_loopback=False)  # type: ignore[assignment]
    stored = {f"whk_{number}": url for number, url in enumerate(HOSTILE)}
    for webhook_id, url in stored.items():
        office.subscriptions.rows[webhook_id] = replace(innocent, subscription_id=webhook_id, url=url)
    del office.subscriptions.rows[innocent.subscription_id]
    event = office.happens()
    office.serve()
    for webhook_id, url in stored.items():
        told = office.deliveries.find(webhook_id, event.id)
        assert told, url
        assert told.tries, url
        assert all((each.error or "").startswith("refused: ") for each in told.tries), HOSTILE[url]
        assert told.state == "waiting", "its owner may put it right, and nothing is lost until then"
    assert (canary.connections, canary.network.dialled) == (0, [])
