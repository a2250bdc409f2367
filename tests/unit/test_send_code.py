"""The discount code's text: at least once, always the same code."""

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

import msgspec
import pytest

from tests.fakes.samples import ANNA, BUFFET, order
from tests.fakes.texts import PRICE
from tests.fakes.use_cases import SITE
from tests.fakes.world import World
from twofold.campaigns.offer import CodeRules
from twofold.contracts.errors import OutcomeUnknown, Unavailable
from twofold.contracts.events import Envelope, MessageBlocked
from twofold.messages.money.prices import CENT
from twofold.messages.ports import SendingPaused, SmsRejected


def issued(world: World) -> Envelope:
    world.confirmed()
    return next(event for event in world.timeline() if event.type == "code.issued.v1")


def rules(world: World) -> list[str]:
    return [event.data.rule for event in world.timeline() if isinstance(event.data, MessageBlocked)]


def blocked(world: World) -> str:
    (message_id,) = (e.data.message_id for e in world.timeline() if isinstance(e.data, MessageBlocked))
    return message_id


def test_the_code_is_sent_with_its_offer_its_expiry_and_its_page(world: World):
    event = issued(world)
    assert world.send(event) == "accepted"
    (sms,) = world.gateway.sent
    code = event.data.code  # type: ignore[attr-defined]
    assert sms.to.e164 == ANNA
    found = re.search(rf"{SITE}/\w{{9}}(?= )", sms.text)
    assert found, "its link is a short one"
    assert sms.text == (
        f"{BUFFET.brand}: {BUFFET.offer.title}. Code {code} till 2026-12-22: {found[0]} STOP to stop"
    )
    assert world.click(found[0]).startswith(f"{SITE}/c/{code}?utm_source=twofold&utm_medium=sms")


def test_the_text_is_priced_and_dies_with_the_provider_before_it_is_of_no_use(world: World):
    world.send(issued(world))
    (sms,) = world.gateway.sent
    assert (sms.message_class, sms.price, sms.lifetime) == ("requested", PRICE * CENT, 4 * 3600)
    assert world.message(sms.message_id).state == "accepted"


def test_the_same_event_again_sends_nothing_once_it_was_accepted(world: World):
    event = issued(world)
    world.send(event)
    assert world.send(event) == "seen"
    assert world.gateway.calls == 1


@pytest.mark.parametrize("fault", [OutcomeUnknown("no answer"), Unavailable("throttled"), MemoryError()])
def test_whatever_keeps_it_from_arriving_it_is_sent_again_with_the_same_code(world: World, fault: Exception):
    event = issued(world)
    world.gateway.faults = [fault]
    with pytest.raises(type(fault)):
        world.send(event)
    world.clock.forward(minutes=10)
    assert world.send(event) == "accepted"
    assert event.data.code in world.gateway.sent[0].text  # type: ignore[attr-defined]


def test_what_the_provider_will_never_take_is_not_tried_again(world: World):
    event = issued(world)
    world.gateway.faults = [SmsRejected("no such number", code="InvalidParameter")]
    assert world.send(event) == "failed"
    assert world.send(event) == "seen"


def test_the_kill_switch_only_delays_it(world: World):
    event = issued(world)
    world.books.upkeep.pause(paused=True)
    with pytest.raises(SendingPaused):
        world.send(event)
    world.books.upkeep.pause(paused=False)
    assert world.send(event) == "accepted"


def test_a_day_later_nobody_wants_it_any_more(world: World):
    event = issued(world)
    world.clock.forward(days=1)
    assert world.send(event) == "accepted"
    world.gateway.sent.clear()
    world = World()
    event = issued(world)
    world.clock.forward(days=1, milliseconds=1)
    assert world.send(event) == "too_old"
    assert (world.gateway.calls, rules(world)) == (0, ["too_old"])


@pytest.mark.parametrize("status", ["opted_out", "erased"])
def test_who_said_stop_meanwhile_gets_no_text(world: World, status: str):
    event = issued(world)
    world.books.upkeep.mark_lead(world.lead_id(), status)
    assert world.send(event) == "not_confirmed"
    assert (world.gateway.calls, rules(world)) == (0, ["not_confirmed"])
    assert world.message(blocked(world)).why == "The lead does not want texts any more."


@pytest.mark.parametrize("fate", ["redeemed", "revoked", "expired"])
def test_a_code_that_is_no_good_any_more_is_not_sent(world: World, fate: str):
    if fate == "expired":
        ends_at = world.clock() + timedelta(days=1)
        short = replace(BUFFET, offer=replace(BUFFET.offer, rules=CodeRules(ends_at=ends_at)))
        world.books.upkeep.put_campaign(short)
    event = issued(world)
    code = event.data.code  # type: ignore[attr-defined]
    if fate == "redeemed":
        world.codes.redeem(code, order())
    if fate == "revoked":
        world.books.upkeep.revoke(code)
    if fate == "expired":
        world.clock.forward(days=1)
    assert world.send(event) == "code_not_valid"
    assert world.gateway.calls == 0


def test_a_code_that_was_cleaned_up_is_not_sent(world: World):
    event = issued(world)
    world.books.codes.memory.codes.clear()  # type: ignore[attr-defined]
    assert world.send(event) == "code_gone"


def test_a_lead_gets_their_code_though_the_challenge_was_cleaned_up(world: World):
    event = issued(world)
    world.books.codes.memory.challenges.clear()  # type: ignore[attr-defined]
    assert world.send(event) == "accepted"


def endless(world: World, code: str) -> None:
    """A campaign whose codes never expire, with this template."""
    offer = replace(BUFFET.offer, valid_days=None)
    templates = {locale: {**named, "code": code} for locale, named in BUFFET.templates.items()}
    world.books.upkeep.put_campaign(replace(BUFFET, offer=offer, templates=templates))


def test_a_code_that_never_expires_is_told_with_other_words_for_the_date(world: World):
    endless(world, "{code} is good {expires|for ever}.")
    world.send(issued(world))
    assert world.gateway.sent[0].text.endswith(" is good for ever.")


def test_a_code_that_never_expires_is_not_told_with_a_gap_for_the_date(world: World):
    endless(world, "{code} is good till {expires}.")
    assert world.send(issued(world)) == "field_missing"
    assert world.message(blocked(world)).why == (
        "There is nothing to put in for {expires}, and a text with a gap is not sent."
    )


def test_a_lead_that_comes_back_is_told_its_code_again(world: World):
    code = world.code()
    world.send_all()
    world.clock.forward(minutes=20)
    world.confirmed()
    assert world.send_all().count("accepted") == 2
    assert [code in sms.text for sms in world.gateway.sent].count(True) == 2


def test_a_code_that_a_partner_gave_is_the_partner_s_to_tell(world: World):
    event = issued(world)
    given = msgspec.structs.replace(
        event, data=msgspec.structs.replace(event.data, cause="partner", challenge_id="")
    )
    assert world.send(given) == "told_by_partner"
    assert world.gateway.calls == 0


def test_a_promised_code_is_not_sent_to_somebody_who_has_no_number_any_more(world: World):
    event = issued(world)
    promised = msgspec.structs.replace(event, data=msgspec.structs.replace(event.data, cause="promise"))
    memory: Any = world.books.leads
    memory.memory.leads[world.lead_id()] = replace(world.lead(), phone=None, status="erased")
    assert world.send(promised) == "code_gone"
    assert world.gateway.calls == 0
