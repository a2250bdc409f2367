"""What partners ask for and are told: leads one by one, webhooks, exports, proofs; and how a person is forgotten."""

import json
import uuid
from datetime import UTC, datetime, timedelta
from typing import Any, get_args

from tests.fakes.erasing import leave_traces
from tests.faults import process
from tests.faults.people import People, fresh_number
from tests.faults.planning import marketing, plan
from tests.faults.platform import Handle, deliver, invoke, request, tick
from twofold.adapters.dynamodb import ledger
from twofold.adapters.dynamodb.acquaintances import DynamoAcquaintances
from twofold.adapters.dynamodb.activity import shard_of
from twofold.adapters.dynamodb.deliveries import DynamoDeliveryBook
from twofold.adapters.dynamodb.erasures import DynamoErasureBook
from twofold.adapters.dynamodb.exports import OPEN, DynamoExportBook
from twofold.adapters.dynamodb.items import LeadItem, LinkItem, MessageItem, OperationItem, PromiseItem
from twofold.adapters.dynamodb.leads import DynamoLeadBook
from twofold.adapters.dynamodb.ledger import DynamoLedger
from twofold.adapters.dynamodb.subscriptions import DynamoSubscriptionBook
from twofold.adapters.dynamodb.transaction import Transaction
from twofold.adapters.dynamodb.webhook_health import DynamoHealthBook
from twofold.adapters.secrets import derive_key
from twofold.contracts import events
from twofold.contracts.events import CodePromised, Envelope, LeadErased
from twofold.contracts.exports import PERSONAL, Kind
from twofold.contracts.instants import now
from twofold.contracts.settings import RetentionSettings
from twofold.exports.model import STUCK, Export
from twofold.ledger.record import Origin, record
from twofold.messages.links.model import slug_of
from twofold.privacy.erase import EraseLead
from twofold.privacy.keep_no_longer import FIRST_DAY
from twofold.webhooks.deliveries.delivery import Delivery
from twofold.webhooks.sending.health import GIVES_UP, Health
from twofold.webhooks.subscriptions.model import Subscription
from twofold.webhooks.subscriptions.secret import draw_secret

MANY = 1_000
DAYS = {
    "quiet": RetentionSettings.variable("quiet_leads_days"),
    "evidence": RetentionSettings.variable("evidence_days"),
}
NOWHERE = "https://nobody.invalid/hook"
LATER = timedelta(seconds=1)


def ask(
    people: People, handle: Handle, method: str, path: str, body: Any = None, **query: str
) -> tuple[int, Any]:
    """Of a partner whose key may do everything; a change has a request key of its own."""
    headers = {"authorization": f"Bearer {people.key}", "idempotency_key": uuid.uuid4().hex}
    answer = request(handle, method, path, body, **headers, **query)
    return answer["statusCode"], json.loads(answer.get("body") or "null")


def subscribed(people: People, **changed: Any) -> str:
    people.attach()
    made = Subscription(
        subscription_id=f"whk_{uuid.uuid4().hex}",
        url=NOWHERE,
        events=("*",),
        secret=draw_secret(),
        created_at=now(),
        contact=True,
        **changed,
    )
    DynamoSubscriptionBook(people.connection).create(made)
    return made.subscription_id


def unsubscribed(people: People, subscription_id: str) -> None:
    people.attach()
    book = DynamoSubscriptionBook(people.connection)
    book.delete(book.find(subscription_id))


def told_by_a_webhook(people: People, handle: Handle) -> None:
    """What happened to a lead is put down, and a courier comes, to nobody: it comes again later."""
    named = subscribed(people)
    _, (event, *_) = people.lead(fresh_number())
    assert deliver(handle, events.write(event), tries=1)
    assert invoke(handle, {"courier": named}, tries=1)
    people.attach()
    delivery = DynamoDeliveryBook().find(named, event.id)
    assert delivery is not None
    assert delivery.attempts > 0
    unsubscribed(people, named)


def told_nothing_any_more(people: People, handle: Handle) -> None:
    """For days nothing arrived."""
    named = subscribed(people)
    _, (event, *_) = people.lead(fresh_number())
    assert deliver(handle, events.write(event), tries=1)
    people.attach()
    health, at = DynamoHealthBook(), now()
    lease = health.take(named, at, at + timedelta(minutes=1))
    assert lease is not None
    failing = Health(subscription_id=named, failures=3, failing_since=at - GIVES_UP, failed_at=at - LATER)
    health.release(lease, failing, unless_knocked=False)
    assert invoke(handle, {"courier": named}, tries=1)
    people.attach()
    assert DynamoSubscriptionBook(people.connection).find(named).state == "disabled"
    unsubscribed(people, named)


def told_again(people: People, handle: Handle) -> None:
    """All that happened to a lead, and all of a time."""
    named, phone = subscribed(people), fresh_number()
    people.lead(phone)
    asked = {"subscription_id": named, "asked_at": now().isoformat()}
    for part in ({"subject": people.lead_id(phone)}, {"until": (now() + LATER).isoformat()}):
        assert invoke(handle, {"replay": {**asked, **part}}, tries=1)
    unsubscribed(people, named)


def asked_for_a_webhook(people: People, handle: Handle) -> None:
    phone = fresh_number()
    _, (event, *_) = people.lead(phone)
    wanted = {"url": "https://crm.example/hook", "events": ["*"]}
    status, made = ask(people, handle, "POST", "/v1/webhooks", wanted)
    assert status == 201, made
    path = f"/v1/webhooks/{made['webhook_id']}"
    assert ask(people, handle, "PATCH", path, {"description": "List"})[0] == 200
    for deed in ("rotate", "test"):
        assert ask(people, handle, "POST", f"{path}/{deed}")[0] == 200
    for replayed in ({"event_ids": [event.id]}, {"subject": people.lead_id(phone)}):
        status, begun = ask(people, handle, "POST", f"{path}/replay", replayed)
        assert status == 202, begun
    assert ask(people, handle, "GET", f"{path}/deliveries/{event.id}")[0] == 200
    for looked_at in ("/v1/webhooks", path, f"{path}/deliveries"):
        assert ask(people, handle, "GET", looked_at)[0] == 200
    assert ask(people, handle, "DELETE", path)[0] == 204


def asked_for_an_export(people: People, handle: Handle) -> None:
    # Nobody writes what was asked for the last time, and no more than three are taken on.
    people.attach()
    OperationItem(name=OPEN).delete()
    status, opened = ask(people, handle, "POST", "/v1/exports", {"kind": "ledger", "format": "csv"})
    assert status in (201, 202), opened
    assert ask(people, handle, "GET", f"/v1/exports/{opened['export_id']}")[0] == 200


def asked_about_a_lead(people: People, handle: Handle) -> None:
    """Looked at from all sides, changed, proved, opted out, and forgotten."""
    phone = fresh_number()
    people.lead(phone)
    plan(people, marketing(people, phone))
    path = f"/v1/leads/{people.lead_id(phone)}"
    for side in ("", "/timeline", "/consents", "/export", "/evidence"):
        status, told = ask(people, handle, "GET", path + side)
        assert status == 200, told
    assert ask(people, handle, "PATCH", path, {"tags": {"add": ["vip"]}})[0] == 200
    assert ask(people, handle, "POST", f"{path}/opt-out", {"text": "No more"})[0] == 201
    assert ask(people, handle, "DELETE", path)[0] in (200, 202, 204)


def told_by_a_crm(people: People, handle: Handle) -> None:
    """HubSpot tells which contact is which lead, then what was changed of that contact."""
    phone = fresh_number()
    people.lead(phone)
    contact = int(phone.e164[1:])
    for name, value in (("twofold_id", people.lead_id(phone)), ("firstname", "Joanna")):
        told = [
            {
                "objectId": contact,
                "subscriptionType": "contact.propertyChange",
                "propertyName": name,
                "propertyValue": value,
                "occurredAt": int((now() + LATER).timestamp() * 1_000),
            }
        ]
        status, answer = ask(people, handle, "POST", "/v1/crm/hubspot", told)
        assert status == 200, answer


def exported(people: People, handle: Handle) -> None:
    """Everything that can be, by somebody who has time."""
    people.lead(fresh_number())
    for kind in get_args(Kind):
        job = opened(people, kind)
        assert invoke(handle, {"export": job.export_id}, tries=1)
        assert export_of(people, job).state == "finished"


def exported_by_another(people: People, handle: Handle) -> None:
    """Whoever has no time left hands it over."""
    people.lead(fresh_number())
    job, patient = opened(people, "ledger"), process.CONTEXT.get_remaining_time_in_millis
    process.CONTEXT.get_remaining_time_in_millis = lambda: 1
    try:
        assert invoke(handle, {"export": job.export_id}, tries=1)
    finally:
        process.CONTEXT.get_remaining_time_in_millis = patient
    assert export_of(people, job).state == "running"


def exported_in_vain(people: People, handle: Handle) -> None:
    """It was given up; what was put meanwhile goes."""
    for kind in ("leads", "ledger"):
        job = opened(people, kind)
        book = DynamoExportBook(people.connection)
        taken = job.taken(now())
        book.save(taken)
        book.save(taken.ended(now(), "It could not be written."))
        assert invoke(handle, {"export": job.export_id}, tries=1)


def opened(people: People, kind: Kind, at: datetime | None = None) -> Export:
    people.attach()
    at = at or now()
    job = Export(
        export_id=f"exp_{uuid.uuid4().hex}",
        kind=kind,
        format="csv",
        opened_at=at,
        moved_at=at,
        platform="google" if kind == "audience" else None,
    )
    DynamoExportBook(people.connection).open(job, MANY)
    return job


def export_of(people: People, job: Export) -> Export:
    people.attach()
    return DynamoExportBook(people.connection).find(job.export_id)


def forgotten(people: People, handle: Handle) -> None:
    """All that one can leave behind."""
    phone = fresh_number()
    people.lead(phone)
    lead_id, at = people.lead_id(phone), now()
    plan(people, marketing(people, phone))
    leave_traces(lead_id, at)
    _leave_more(people, lead_id)
    opened(people, "leads")
    _put_file(people)
    erase = EraseLead(
        leads=DynamoLeadBook(people.connection), book=DynamoErasureBook(people.connection), clock=now
    )
    erase(lead_id, source="operator")
    erased = next(e for e in DynamoLedger().subject(lead_id) if e.type == LeadErased.type)
    assert invoke(handle, json.loads(heard_by_bus(erased)), tries=1)


def _leave_more(people: People, lead_id: str) -> None:
    """A text with its link, what a CRM calls them, and a promise that has a place under a campaign's cap."""
    named, at = people.campaign.campaign_id, now()
    people.attach()
    DynamoAcquaintances().learn("hubspot", uuid.uuid4().hex, lead_id)
    key = derive_key(people.process.twin.stack.outputs["SecretNames"]["root"], "link")
    for message in MessageItem.by_lead.query(lead_id):
        LinkItem(
            slug_of(key, message.message_id),
            target="https://shop.example",
            message_id=message.message_id,
            lead_id=lead_id,
            campaign_id=named,
            made_at=at,
            last_at=at,
            ttl=int(at.timestamp()) + 86_400,
        ).save()
    (promise,) = (each for each in PromiseItem.scan() if each.code == lead_id)
    promise.charged = f"codes#{named}#0"
    promise.save()
    here = Origin(campaign_id=promise.campaign_id)
    transaction = Transaction(people.connection)
    told = record(CodePromised(challenge_id=""), subject=lead_id, version=77, at=at, origin=here)
    ledger.append(transaction, told)
    transaction.commit()


def _put_file(people: People) -> None:
    bucket = people.process.twin.stack.outputs["ExportBucketName"]
    place = f"{PERSONAL}/exp_{uuid.uuid4().hex}/part-00001.csv"
    people.process.twin.client("s3").put_object(Bucket=bucket, Key=place, Body=b"-")


def heard_by_bus(event: Envelope) -> str:
    """As a rule of the bus brings it."""
    return json.dumps(
        {"source": "twofold", "detail-type": event.type, "detail": json.loads(events.write(event))}
    )


def looked_after(people: People, handle: Handle) -> None:
    """A webhook that nobody serves, and an export that nobody writes."""
    named = subscribed(people)
    _, (event, *_) = people.lead(fresh_number())
    people.attach()
    at = now()
    assert DynamoDeliveryBook().put(Delivery.of(event, named, at - LATER, timedelta(days=1)))
    job = opened(people, "ledger", at - 2 * STUCK)
    tick(handle, times=1)
    unsubscribed(people, named)
    export_of(people, job)


def kept_no_longer(people: People, handle: Handle) -> None:
    """One lead has been quiet for too long; another left so long ago that no proof of theirs is needed any more."""
    for what, other in (("quiet", "evidence"), ("evidence", "quiet")):
        phone = fresh_number()
        people.lead(phone)
        _aged(people, people.lead_id(phone), left=what == "evidence")
        OperationItem(name=f"retention_{what}").delete()
        people.process.load("sweep_overdue")
        environment, _ = people.process._known["sweep_overdue"]
        environment |= {DAYS[what]: "3", DAYS[other]: "0"}
        tick(handle, times=1)


def _aged(people: People, lead_id: str, *, left: bool) -> None:
    """Since the first day that there can have been a lead."""
    people.attach()
    day = datetime.combine(FIRST_DAY, datetime.min.time(), UTC)
    aged = [
        LeadItem.active_on.set(f"{FIRST_DAY}"),
        LeadItem.active_shard.set(shard_of(f"{FIRST_DAY}", lead_id)),
    ]
    gone = [LeadItem.status.set("opted_out"), LeadItem.left_at.set(day)] if left else []
    LeadItem(lead_id).update(actions=[*aged, *gone])


STORIES = {
    "deliver_webhooks": [told_by_a_webhook, told_nothing_any_more, told_again],
    "serve_partners": [asked_for_a_webhook, asked_for_an_export, asked_about_a_lead, told_by_a_crm],
    "export_data": [exported, exported_by_another, exported_in_vain],
    "forget_leads": [forgotten],
    "sweep_overdue": [looked_after, kept_no_longer],
}
