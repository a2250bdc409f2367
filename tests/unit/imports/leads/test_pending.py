"""Who is pending gets nothing and is nobody's lead, until they say yes themselves."""

import pytest

from tests.fakes.made import a_plan
from tests.fakes.outcomes import code_of
from tests.fakes.samples import ANNA, BUFFET
from tests.unit.imports.leads.desk import PeopleDesk
from twofold.contracts.events import CodeIssued, LeadConfirmed
from twofold.orders.match import MatchLead
from twofold.orders.model import Buyer


@pytest.fixture
def pending(desk: PeopleDesk) -> PeopleDesk:
    desk.take_in(f"phone,first_name,attributes.city\n{ANNA},Anna,Kraków\n")
    assert desk.lead().status == "pending"
    return desk


def test_their_own_yes_confirms_them_for_the_first_time(pending: PeopleDesk):
    told = pending.world.confirmed()
    lead = pending.lead()
    assert not told.lead.returning
    assert (lead.status, lead.version, lead.scopes) == ("confirmed", 2, BUFFET.consents[-1].scopes)
    assert lead.codes == (code_of(told),)
    assert lead.origin
    assert lead.origin.asset_id == "ast_landing"
    assert lead.attributes == {"first_name": "Anna", "city": "Kraków"}
    kinds = [type(event.data) for event in pending.world.timeline()]
    assert kinds.count(LeadConfirmed) == kinds.count(CodeIssued) == 1
    assert "lead.returned.v1" not in {event.type for event in pending.world.timeline()}


def test_once_confirmed_they_get_their_code(pending: PeopleDesk):
    code = pending.world.code()
    pending.world.send_all()
    assert any(code in sms.text for sms in pending.world.gateway.sent)


@pytest.mark.parametrize("template", ["reminder", "thanks", "win_back", "cart"])
def test_no_text_that_they_did_not_ask_for_goes_to_them(pending: PeopleDesk, template: str):
    world = pending.world
    message = a_plan(world.lead_id(), world.clock(), (), template=template)
    assert world.texts.plan(message)
    assert world.go(message) == "not_confirmed"
    assert world.gateway.sent == []
    assert world.message(message).state == "blocked"


@pytest.mark.parametrize(
    "words", ["START", "YES", "Y", "UNSTOP", "JA", "ok", "not now", "leave me alone maybe"]
)
def test_no_word_of_theirs_but_a_sign_up_confirms_them(pending: PeopleDesk, words: str):
    pending.world.reply(ANNA, words)
    lead = pending.lead()
    assert (lead.status, lead.scopes, lead.version) == ("pending", (), 1)


def test_a_stop_counts_and_a_start_after_it_brings_back_nothing(pending: PeopleDesk):
    pending.world.reply(ANNA, "STOP")
    assert pending.lead().status == "opted_out"
    pending.world.clock.forward(minutes=1)
    pending.world.reply(ANNA, "START")
    assert (pending.lead().status, pending.lead().scopes) == ("opted_out", ())


def test_a_keyword_invites_them_and_their_answer_confirms(pending: PeopleDesk):
    pending.world.reply(ANNA, "BUFFET")
    assert pending.lead().status == "pending"
    pending.world.reply(ANNA, "Y")
    assert pending.lead().status == "confirmed"


def test_an_order_is_not_theirs(pending: PeopleDesk):
    match = MatchLead(leads=pending.world.books.leads, identify=pending.world.signups.identify)
    lead_id = pending.world.lead_id()
    assert match(Buyer(lead_id=lead_id, phone=ANNA), None) is None
    pending.world.confirmed()
    assert match(Buyer(lead_id=lead_id, phone=ANNA), None)


def test_a_receipt_changes_nothing_of_them(pending: PeopleDesk):
    world = pending.world
    message = a_plan(world.lead_id(), world.clock(), ())
    assert world.texts.plan(message)
    world.receipt(message, "failed", fault="gone")
    assert (pending.lead().status, pending.lead().hold, pending.lead().version) == ("pending", None, 1)
