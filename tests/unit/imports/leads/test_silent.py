"""An import leads to no message: nobody hears of it who sends, or plans, or finds whom to send to."""

from datetime import timedelta

from tests.fakes.engine import Engine
from tests.fakes.orders import order_books
from tests.fakes.samples import ANNA, BEN, BUFFET, CARA
from tests.unit.imports.leads.desk import HEADING, PROOF, PeopleDesk
from twofold.automations.presets import presets
from twofold.automations.simulate.lead_then import LeadThen
from twofold.automations.simulate.timeline import Timeline
from twofold.contracts import events
from twofold.contracts.events import CATALOGUE, Envelope, pattern

FILE = f"{HEADING}{ANNA},Anna,{PROOF}\n{BEN},Ben,,,,\n{CARA},Cara,{PROOF}\n"


def hears(event: Envelope) -> bool:
    """Whether a rule for all live events there are would let it through."""
    wanted = pattern(*CATALOGUE.values())
    return event.type in wanted["detail_type"] and event.origin in wanted["detail"]["origin"]


def imported(desk: PeopleDesk) -> None:
    desk.take_in(FILE)
    desk.take_in(f"phone,attributes.city\n{ANNA},Kraków\n")
    assert [desk.lead(phone).status for phone in (ANNA, BEN, CARA)] == ["confirmed", "pending", "confirmed"]


def test_no_rule_lets_through_what_an_import_tells_of_leads(desk: PeopleDesk):
    imported(desk)
    told = desk.events()
    assert len(told) == 4
    assert not [event for event in told if hears(event)]


def test_even_brought_to_them_nobody_who_sends_makes_a_text_of_it(desk: PeopleDesk):
    imported(desk)
    for event in (*desk.events(), *desk.jobs.events):
        assert desk.world.send(events.read(events.write(event))) == "not_ours"
    assert desk.world.gateway.sent == []
    assert not desk.world.books.leads.memory.messages  # type: ignore[attr-defined]


def test_no_automation_is_set_off_and_no_day_finds_them(desk: PeopleDesk):
    memory = desk.world.books.leads.memory  # type: ignore[attr-defined]
    engine = Engine(books=desk.world.books, carts=order_books(memory).carts, clock=desk.world.clock)
    for automation in presets(BUFFET.campaign_id):
        engine.save(automation)
    imported(desk)
    for event in (*desk.events(), *desk.jobs.events):
        engine.hear(event)
    for _ in range(120):
        desk.world.clock.forward(days=1)
        assert engine.seek() == 0
    day = desk.world.clock().date()
    active = (desk.world.books.activity.last_active_on(day - timedelta(days=n)) for n in range(130))
    assert not [lead_id for found in active for lead_id in found]
    assert not memory.enrolments
    assert not memory.messages


def test_whoever_looks_back_takes_nobody_for_a_lead_before_the_file_came(desk: PeopleDesk):
    imported(desk)
    automation = presets(BUFFET.campaign_id)[0]
    look_back = LeadThen(scopes_of=lambda event: (), rest=timedelta(days=7))
    at = desk.world.clock()
    for phone, status, scopes in ((ANNA, "confirmed", ("marketing",)), (BEN, "pending", ())):
        timeline = Timeline.read(desk.lead(phone), desk.world.timeline(phone), automation)
        then = look_back(timeline, at)
        assert then
        assert (then.status, then.scopes, then.active_on) == (status, scopes, None)
        assert look_back(timeline, at - timedelta(seconds=1)) is None
