"""A number that confirms although we know it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tests.fakes.outcomes import code_of
from tests.fakes.samples import ANNA, BUFFET, SPA_LANDING
from tests.fakes.world import World
from twofold.contracts.events import CodeIssued, LeadConfirmed, LeadReturned
from twofold.leads.consent import Evidence


def last(world: World, kind: type) -> object:
    return [event.data for event in world.timeline() if isinstance(event.data, kind)][-1]


def test_a_lead_that_comes_back_is_welcomed_back_with_its_own_code(world: World):
    first = world.confirmed()
    world.clock.forward(days=1)
    second = world.confirmed()
    assert second.lead.returning
    assert second.discount == first.discount
    returned = last(world, LeadReturned)
    assert isinstance(returned, LeadReturned)
    assert (returned.was, returned.code) == ("confirmed", code_of(first))


def test_who_had_opted_out_and_ticks_the_box_again_is_confirmed_again(world: World):
    first = world.confirmed()
    world.books.upkeep.mark_lead(world.lead_id(), "opted_out")
    second = world.confirmed()
    lead = world.books.leads.lead(world.lead_id())
    assert lead
    assert (lead.status, lead.scopes) == ("confirmed", BUFFET.consents[-1].scopes)
    assert second.lead.returning
    assert code_of(second) == code_of(first)
    assert getattr(last(world, LeadReturned), "was", None) == "opted_out"


def test_who_was_erased_is_nobody_we_know_and_still_gets_one_code(world: World):
    first = world.confirmed()
    world.books.upkeep.mark_lead(world.lead_id(), "erased")
    second = world.confirmed()
    assert not second.lead.returning
    assert code_of(second) == code_of(first)
    assert isinstance(last(world, LeadConfirmed), LeadConfirmed)
    assert [e.type for e in world.timeline()].count("lead.returned.v1") == 0


def test_who_was_erased_and_confirms_again_gets_the_text_with_the_code(world: World):
    code = world.code()
    world.send_all()
    world.books.upkeep.mark_lead(world.lead_id(), "erased")
    world.clock.forward(minutes=20)
    world.confirmed()
    before = len(world.gateway.sent)
    world.send_all()
    assert [code in sms.text for sms in world.gateway.sent[before:]].count(True) == 1


def test_two_challenges_of_one_number_make_one_lead_with_one_code(world: World):
    first, second = world.join(), world.join()
    one, other = world.guess(second), world.guess(first)
    assert one.discount == other.discount
    assert (one.lead.returning, other.lead.returning) == (False, True)
    lead = world.books.leads.lead(world.lead_id())
    assert lead
    assert (lead.version, lead.codes) == (2, (code_of(one),))


def test_each_consent_carries_the_digest_of_the_one_before(world: World):
    for _ in range(3):
        world.confirmed()
    chain = world.books.upkeep.chain(world.lead_id())
    assert [previous for previous, _ in chain] == ["", chain[0][1], chain[1][1]]
    assert len({own for _, own in chain}) == 3


@pytest.mark.parametrize(
    "change",
    [
        {"seq": 2},
        {"action": "withdrawn"},
        {"scopes": ()},
        {"previous": "x"},
        {"challenge_id": "x"},
        {"lead_id": "x"},
    ],
)
def test_a_consent_that_was_tampered_with_has_another_digest(world: World, change: dict[str, Any]):
    world.confirmed()
    (consent,) = world.books.leads.memory.consents[world.lead_id()]  # type: ignore[attr-defined]
    assert replace(consent, **change).digest != consent.digest
    worded = replace(consent.evidence, wording=consent.evidence.wording + " And more.")
    assert replace(consent, evidence=worded).digest != consent.digest


@pytest.mark.parametrize("name", sorted(Evidence.__dataclass_fields__))
def test_no_circumstance_of_a_consent_can_be_changed_unseen(world: World, name: str):
    world.confirmed()
    (consent,) = world.books.leads.memory.consents[world.lead_id()]  # type: ignore[attr-defined]
    values = {"ticked_at": consent.at + timedelta(seconds=1), "utm": {"utm_source": "x"}}
    changed = replace(consent.evidence, **{name: values.get(name, "x")})
    assert replace(consent, evidence=changed).digest != consent.digest


def test_another_campaign_gives_a_code_of_its_own(world: World):
    first = world.confirmed()
    second = world.confirmed(ANNA, SPA_LANDING.asset_id)
    assert second.lead.returning
    assert code_of(second).startswith("SPA")
    lead = world.books.leads.lead(world.lead_id())
    assert lead
    assert lead.codes == (code_of(first), code_of(second))
    assert isinstance(last(world, CodeIssued), CodeIssued)


def test_a_confirmation_leads_to_one_text_with_the_code_even_in_another_campaign(world: World):
    world.confirmed()
    world.send_all()
    world.clock.forward(minutes=20)
    code = code_of(world.confirmed(ANNA, SPA_LANDING.asset_id))
    world.send_all()
    assert [code in sms.text for sms in world.gateway.sent].count(True) == 1
