"""Leads on their way through automations: they enter, a step is done, they leave. As Lambda hands each over."""

import json
import uuid
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

import msgspec

from tests.faults.audit import Audit
from tests.faults.flows import Flow, Point, Scene
from tests.faults.people import ASSET, People, fresh_number
from tests.faults.planning import by_day
from tests.faults.platform import Handle, invoke
from twofold.adapters.dynamodb.automations import DynamoAutomations
from twofold.adapters.dynamodb.enrolments import DynamoEnrolmentBook
from twofold.automations.definition.automation import Again, Automation, On
from twofold.automations.definition.steps import AnyStep, IssueCode, Notify, Send, Tag, Wait
from twofold.automations.enrolments.enrolment import Enrolment, due_of
from twofold.automations.enrolments.events import entered
from twofold.automations.saving.next_version import changed
from twofold.contracts import events
from twofold.contracts.events import CodeIssued, CodeRedeemed, Envelope, EventData
from twofold.contracts.instants import now
from twofold.leads.phone import Phone
from twofold.ledger.record import Origin, record

LAST = (Wait(days=14), Notify(id="last", whom="crm", note="Call them."))
"""There is always something to come, which its schedule waits for."""

SEND, CODE, TAG = Send(id="do", template="reminder"), IssueCode(id="do"), Tag(id="do", add=("tried",))


def automation(people: People, step: AnyStep) -> Automation:
    """One of the people's campaign, a week after whatever sets it off."""
    made = Automation(
        automation_id=f"proof-{uuid.uuid4().hex[:8]}",
        campaign_id=people.campaign.campaign_id,
        name="Proof",
        trigger=On(event="code.issued"),
        steps=(Wait(days=7), step, *LAST),
        exits=("redeemed", "code_over"),
        again=Again(rule="each"),
        holdout=0,
    )
    people.attach()
    DynamoAutomations(people.connection).save(made, changed(made, now()))
    return made


def _enter(people: People) -> Scene:
    people = people.under()
    made, phone = automation(people, SEND), fresh_number()
    _, told = people.lead(phone, zone=by_day())
    issued = next(event for event in told if isinstance(event.data, CodeIssued))

    def judge(done: bool, found: Audit, point: Point | None) -> None:
        assert done, "it ended among the dead letters"
        way = _way(people, phone)
        assert (way.state, way.step, way.revision) == ("running", "do", 1)
        assert found.count("automation.entered.v1", automation_id=made.automation_id) == 1
        _wakes(people, way)

    return Scene(phone, _bring({"detail": json.loads(events.write(issued))}), judge)


def _step(step: AnyStep, silent: int = 0) -> Callable[[People], Scene]:
    """A code that is given is told by `code.issued`, which is no news of the lead: a `silent` version."""

    def prepare(people: People) -> Scene:
        people = people.under()
        way = _due(people, automation(people, step), phone := fresh_number())

        def judge(done: bool, found: Audit, point: Point | None) -> None:
            assert done, "it ended among the dead letters"
            after = _way(people, phone)
            assert (after.state, after.done, after.revision) == ("running", ("do",), 2)
            assert found.count("automation.stepped.v1", step="do") == 1
            _made(step, found, after)
            _wakes(people, after)

        return Scene(phone, _bring({"due": msgspec.to_builtins(due_of(way))}), judge, silent)

    return prepare


def _made(step: AnyStep, found: Audit, after: Enrolment) -> None:
    """What the step is for is there, and once."""
    assert found.lead
    if step == SEND:
        (row,) = found.messages
        assert (row.state, row.template) == ("planned", "reminder")
        assert found.count("message.planned.v1", message_id=row.message_id) == 1
    if step == CODE:
        assert len(found.codes) == len(found.lead.codes) == 2
        assert after.code in found.lead.codes
    if step == TAG:
        assert tuple(found.lead.tags or ()) == ("tried",)


def _leave(people: People) -> Scene:
    people = people.under()
    way = _due(people, automation(people, SEND), phone := fresh_number())
    data = CodeRedeemed(code=way.code or "", redemption_id="r", order_id="o", amount=100, currency="EUR")
    told = _told(people, phone, data)

    def judge(done: bool, found: Audit, point: Point | None) -> None:
        assert done, "it ended among the dead letters"
        after = _way(people, phone)
        assert (after.state, after.exit, after.due_at) == ("ended", "redeemed", None)
        assert found.count("automation.exited.v1", reason="redeemed") == 1

    return Scene(phone, _bring({"detail": json.loads(events.write(told))}), judge)


def _due(people: People, of: Automation, phone: Phone) -> Enrolment:
    """Somebody whose step has been due for a minute."""
    confirmation, _ = people.lead(phone, zone=by_day())
    assert confirmation.discount
    at = now()
    way = Enrolment(
        lead_id=people.lead_id(phone),
        campaign_id=of.campaign_id,
        automation_id=of.automation_id,
        version=1,
        origin=_origin(people),
        entered_at=at - timedelta(days=7),
        since=at - timedelta(days=7),
        entered_by="proof",
        cause=confirmation.discount.code,
        code=confirmation.discount.code,
        step="do",
        due_at=at - timedelta(minutes=1),
    )
    people.attach()
    DynamoEnrolmentBook(people.connection).enter(way, entered(way))
    return way


def _way(people: People, phone: Phone) -> Enrolment:
    people.attach()
    (way,) = DynamoEnrolmentBook(people.connection).of_lead(people.lead_id(phone))
    return way


def _wakes(people: People, way: Enrolment) -> None:
    """What comes next has its schedule, and there is no other; gone afterwards."""
    found = _schedules(people, way)
    assert [each["Name"] for each in found] == [way.schedule]


def _schedules(people: People, way: Enrolment) -> Sequence[dict[str, Any]]:
    scheduler = people.process.twin.client("scheduler")
    found: list[dict[str, Any]] = scheduler.list_schedules(NamePrefix=way.enrolment_id)["Schedules"]
    for each in found:
        scheduler.delete_schedule(Name=each["Name"], GroupName=each["GroupName"])
    return found


def _bring(called: dict[str, Any]) -> Callable[[Handle], bool]:
    return lambda handle: invoke(handle, called)


def _told(people: People, phone: Phone, data: EventData) -> Envelope:
    return record(data, subject=people.lead_id(phone), version=2, at=now(), origin=_origin(people))


def _origin(people: People) -> Origin:
    return Origin(campaign_id=people.campaign.campaign_id, asset_id=ASSET)


FLOWS = (
    Flow("entering an automation", "run_automations", _enter, 62),
    Flow("step that sends", "run_automations", _step(SEND), 86),
    Flow("step that gives a code", "run_automations", _step(CODE, silent=1), 86),
    Flow("step that tags", "run_automations", _step(TAG), 86),
    Flow("end of an automation", "run_automations", _leave, 70),
)
