"""Leads on their way through automations: they enter, are led through their steps, leave; and what looks after that."""

import uuid
from datetime import timedelta
from typing import Any

import msgspec

from tests.faults.audit import audit
from tests.faults.people import ASSET, People, fresh_number
from tests.faults.planning import by_day, help_answer, marketing, plan
from tests.faults.platform import Handle, deliver, tick
from tests.grants.stories_codes import campaign_of, coupons, fill
from twofold.adapters.dynamodb.automations import DynamoAutomations
from twofold.adapters.dynamodb.enrolments import DynamoEnrolmentBook
from twofold.adapters.dynamodb.items import AssetLinkItem
from twofold.adapters.secrets import derive_key
from twofold.automations.definition.automation import Again, Automation, Daily, On, Trigger
from twofold.automations.definition.conditions import Condition
from twofold.automations.definition.steps import IssueCode, Send, Stop, Tag, Wait
from twofold.automations.enrolments.enrolment import Enrolment, due_of
from twofold.automations.enrolments.events import entered
from twofold.campaigns.model import CodeLimits, CodePool
from twofold.campaigns.offer import ReferralOffer
from twofold.contracts import events
from twofold.contracts.events import (
    CampaignChanged,
    CartUpdated,
    Envelope,
    EventData,
    LeadOptedOut,
    MessageReceived,
)
from twofold.contracts.instants import now
from twofold.leads.phone import Phone
from twofold.leads.referral_link import ReferralLinks
from twofold.ledger.record import Origin, record

NAMED = "grants"
CART = On(event=CartUpdated.type)


def saved(people: People, trigger: Trigger = CART, **fields: Any) -> Automation:
    """An automation of the people's campaign, whose whole way is gone within a day."""
    made = Automation(
        automation_id=NAMED,
        campaign_id=people.campaign.campaign_id,
        name="Grants",
        trigger=trigger,
        steps=(
            Tag(id="tag", add=("grants",)),
            IssueCode(id="code"),
            Send(id="send", template="come_back"),
            Send(id="ask", template="ask_why"),
            Wait(days=1),
            Stop(id="stop"),
        ),
        conditions=(
            Condition(fact="messages.templates", not_=("nothing-like-it",)),
            Condition(fact="messages.last_30_days", at_most=30),
        ),
        exits=("ordered", "redeemed"),
        again=Again(rule="each"),
        holdout=0,
        daily_most=10,
    )
    people.attach()
    automation = msgspec.structs.replace(made, **fields)
    DynamoAutomations(people.connection).save(automation, _told(people, CampaignChanged(changed=(NAMED,))))
    return automation


def walked_through(people: People, handle: Handle) -> None:
    """A cart lets leads in, and their steps are done; they say why they decline, and leave.

    The first gets the last coupon, the second finds the pool dry, and for the third the limit is reached.
    """
    own = campaign_of(people, pool=CodePool(when_dry="generate"), limits=CodeLimits(codes=2))
    fill(own, *coupons(1))
    saved(own)
    for _ in range(2):
        phone, walked = _walk(own, handle)
        assert (walked.done, walked.step) == (("tag", "code", "send", "ask"), "stop")
        _say_why(own, handle, phone)
        _tell(own, handle, phone, LeadOptedOut(source="reply"))
        (ended,) = _of(own, phone)
        assert ended.exit == "opted_out"
    assert _walk(own, handle)[1].exit == "no_code"


def on_an_older_version(people: People, handle: Handle) -> None:
    """Who entered before the automation was reworded goes on as it was."""
    own = campaign_of(people)
    saved(own)
    phone = _lead(own)
    before = _enrolled(own, phone, hours=1)
    saved(own, version=2, name="Grants, reworded")
    handle({"due": msgspec.to_builtins(due_of(before))})
    (after,) = _of(own, phone)
    assert (after.done[:1], after.version) == (("tag",), 1)


def _walk(people: People, handle: Handle) -> tuple[Phone, Enrolment]:
    """A new lead, and how far they have come."""
    phone = _lead(people)
    cart = CartUpdated(cart_id=uuid.uuid4().hex, amount=100, currency="EUR", lines=1, source="api")
    _tell(people, handle, phone, cart)
    (before,) = _of(people, phone)
    handle({"due": msgspec.to_builtins(due_of(before))})
    (after,) = _of(people, phone)
    return phone, after


def _say_why(people: People, handle: Handle, phone: Phone) -> None:
    """Any text will do for their answer."""
    answer = help_answer(people, phone)
    plan(people, answer)
    _tell(people, handle, phone, MessageReceived(message_id=answer.message_id, intent="other"))


def wanted_still(people: People, handle: Handle) -> None:
    """A text of an automation goes, with the lead's own link for friends, while its enrolment runs."""
    own = campaign_of(people, referral=ReferralOffer())
    saved(own)
    phone = _lead(own)
    _link(own, phone)
    enrolment = _enrolled(own, phone, hours=-1)
    saved(own, version=2, name="Grants, reworded")
    words: dict[str, Any] = {"template": "thanks_friends", "fields": {}, "scope": "marketing"}
    message = marketing(own, phone, **words, enrolment=f"{enrolment.key}|{enrolment.run}", holdout=0)
    assert deliver(handle, events.write(plan(own, message)), tries=1)
    found = audit(own.process, own.lead_id(phone), phone.e164)
    (sent,) = [row for row in found.messages if row.template == "thanks_friends"]
    assert sent.state == "accepted", sent.rule


def looked_after(people: People, handle: Handle) -> None:
    """A step whose schedule never fired is handed over, and a daily segment is looked for."""
    own = campaign_of(people)
    saved(own, Daily(quiet_days=0))
    phone = _lead(own)
    _enrolled(own, phone, hours=1)
    tick(handle, times=1)


def _lead(people: People) -> Phone:
    """One where it is day, who has had a text."""
    phone = fresh_number()
    people.lead(phone, zone=by_day())
    plan(people, help_answer(people, phone))
    return phone


def _link(people: People, phone: Phone) -> None:
    """Their own, as a confirmation makes it with the deployment's key."""
    root = people.process.twin.stack.outputs["SecretNames"]["root"]
    origin = Origin(campaign_id=people.campaign.campaign_id, asset_id=ASSET)
    link = ReferralLinks(derive_key(root, "referral"))(people.lead_id(phone), origin)
    assert link
    AssetLinkItem(slug=link.slug, leads_to=link.asset_id, referrer=link.referrer).save()


def _enrolled(people: People, phone: Phone, *, hours: int) -> Enrolment:
    """In the campaign's automation about a cart, with a step that has been due for so many hours."""
    people.attach()
    at = now()
    enrolment = Enrolment(
        lead_id=people.lead_id(phone),
        campaign_id=people.campaign.campaign_id,
        automation_id=NAMED,
        version=1,
        origin=_origin(people),
        entered_at=at,
        since=at,
        entered_by="grants",
        cart_id=uuid.uuid4().hex,
        step="tag",
        due_at=at - timedelta(hours=hours),
    )
    DynamoEnrolmentBook(people.connection).enter(enrolment, entered(enrolment))
    return enrolment


def _of(people: People, phone: Phone) -> list[Enrolment]:
    people.attach()
    return list(DynamoEnrolmentBook(people.connection).of_lead(people.lead_id(phone)))


def _tell(people: People, handle: Handle, phone: Phone, data: EventData) -> None:
    told = _told(people, data, people.lead_id(phone))
    handle({"detail": msgspec.json.decode(events.write(told))})


def _told(people: People, data: EventData, subject: str | None = None) -> Envelope:
    named = people.campaign.campaign_id
    return record(
        data, subject=subject or named, version=1, at=now(), origin=_origin(people), cause=uuid.uuid4().hex
    )


def _origin(people: People) -> Origin:
    return Origin(campaign_id=people.campaign.campaign_id, asset_id=None)


STORIES = {
    "run_automations": [walked_through, on_an_older_version],
    "send_messages": [wanted_still],
    "sweep_overdue": [looked_after],
}
