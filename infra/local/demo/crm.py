"""The CRM: it is told of what happens, edits a lead, is not told its own news, and has somebody forgotten."""

import time
from typing import Any

from infra.local.demo.scene import Scene, wait_for
from infra.local.receive import Receiver, listening
from twofold.contracts.events import CodeRedeemed, LeadErased, LeadUpdated
from twofold.contracts.routes.codes import REDEEM
from twofold.contracts.routes.leads import LEAD, PATCH_LEAD
from twofold.contracts.routes.privacy import ERASE
from twofold.contracts.routes.webhooks import CREATE_WEBHOOK, DELETE_WEBHOOK

HEARD_AFTER = 10
"""Seconds until what happens is told to a webhook that was just made (docs/webhooks.md)."""


def both_ways(guest: Scene) -> None:
    """A webhook for as long as the chapter lasts; what comes is verified before it is believed."""
    told: list[dict[str, Any]] = []
    with listening(told.append) as receiver:
        webhook_id = _subscribe(guest, receiver)
        try:
            _told_of_a_purchase(guest, told)
            _edits(guest, told)
            _forgets(guest, told)
        finally:
            address = guest.stack["api"] + DELETE_WEBHOOK.path.format(webhook_id=webhook_id)
            guest.client.request(DELETE_WEBHOOK.method, address, headers=_key(guest))


def _subscribe(guest: Scene, receiver: Receiver) -> str:
    made = guest.call(
        "webhook",
        "The CRM wants to know as it happens: it subscribes once, and gets a secret to verify what comes.",
        CREATE_WEBHOOK.method,
        guest.stack["api"] + CREATE_WEBHOOK.path,
        body={"url": receiver.url, "events": ["code.*", "lead.*"], "contact": True},
        keyed=True,
        status=201,
        show=("webhook_id", "events", "state"),
    )
    receiver.secret = made["secret"]
    time.sleep(HEARD_AFTER)
    return str(made["webhook_id"])


def _told_of_a_purchase(guest: Scene, told: list[dict[str, Any]]) -> None:
    guest.call(
        "redeem_guest",
        "The guest from the poster spends their code …",
        REDEEM.method,
        guest.stack["api"] + REDEEM.path.format(code=guest.known["discount"]),
        body={"order_id": f"till-2-{guest.phone[-4:]}", "amount": 6400, "currency": "PLN"},
        keyed=True,
        status=201,
        show=("redemption_id", "discount_amount"),
    )
    event = _await(told, CodeRedeemed.type)
    guest.promise(bool(event), "The CRM should be told that the code was redeemed")
    contact = event["data"]["contact"]
    said = f"… and the CRM is told: {event['type']}, by {contact['phone']}, signed, with the event's own id."
    guest.teller.step("webhook_told", said, events=[_line(event)])
    guest.promise(contact["phone"] == guest.phone, "The contact should be the guest's")


def _edits(guest: Scene, told: list[dict[str, Any]]) -> None:
    lead_id = guest.known["lead"]
    guest.call(
        "edit_lead",
        "The CRM knows their name and moves them on. What changed is told to everybody who asked for it.",
        PATCH_LEAD.method,
        guest.stack["api"] + PATCH_LEAD.path.format(lead_id=lead_id),
        body={"attributes": {"first_name": "Kasia"}, "stage": "customer"},
        keyed=True,
        status=200,
        show=("applied",),
    )
    event = _await(told, LeadUpdated.type)
    guest.promise(bool(event), "Others should be told that the lead changed")
    guest.teller.step(
        "webhook_updated", "Names of what changed, and the contact as it is now:", events=[_line(event)]
    )


def _forgets(guest: Scene, told: list[dict[str, Any]]) -> None:
    lead_id = guest.known["lead"]
    guest.call(
        "erase_lead",
        "At last the guest asks to be forgotten. A mark stays, by which we know never to text them again.",
        ERASE.method,
        guest.stack["api"] + ERASE.path.format(lead_id=lead_id),
        keyed=True,
        status=202,
    )
    event = _await(told, LeadErased.type)
    guest.promise(bool(event), "The CRM should be told that the lead was erased")
    guest.promise("contact" not in event["data"], "Of somebody who was erased nothing is told")
    guest.call(
        "lead_erased",
        "Whoever asks for them finds nobody.",
        LEAD.method,
        guest.stack["api"] + LEAD.path.format(lead_id=lead_id),
        keyed=True,
        status=404,
        show=("code", "detail"),
    )


def _await(told: list[dict[str, Any]], kind: str) -> dict[str, Any]:
    def found() -> list[dict[str, Any]]:
        return [event for event in told if event["type"] == kind]

    return next(iter(wait_for(found, bool)), {})


def _line(event: dict[str, Any]) -> dict[str, Any]:
    about = ", ".join(
        f"{name} {value}" for name, value in event["data"].items() if value and name != "contact"
    )
    return {"time": event["time"][11:23], "type": event["type"], "about": about, "id": event["id"]}


def _key(scene: Scene) -> dict[str, str]:
    return {"Authorization": f"Bearer {scene.stack['keys']['all']}"}
