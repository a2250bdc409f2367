"""Do you know these people?"""

import pytest

from tests.fakes.samples import ANNA, BEN, CARA, order
from tests.fakes.world import World
from twofold.contracts.errors import InvalidRequest
from twofold.contracts.payloads.leads import LookedUp, LookupRequest


def test_answers_come_in_the_order_of_the_questions(world: World):
    anna, cara = world.confirmed(ANNA), world.confirmed(CARA)
    told = world.signups.look_up(LookupRequest(phones=[CARA, BEN, ANNA, CARA])).leads
    assert [lead.exists for lead in told] == [True, False, True, True]
    assert [lead.phone for lead in told] == [CARA, BEN, ANNA, CARA]
    ids = (cara.lead.lead_id, anna.lead.lead_id, cara.lead.lead_id)
    assert (told[0].lead_id, told[2].lead_id, told[3].lead_id) == ids


def test_a_known_lead_is_told_with_status_consents_and_codes(world: World):
    code = world.code()
    world.codes.redeem(code, order())
    (told,) = world.signups.look_up(LookupRequest(phones=[ANNA])).leads
    assert (told.status, told.consents) == ("confirmed", ["marketing", "cart_reminders"])
    assert isinstance(told.codes, list)
    assert [(c.code, c.state, c.campaign_id) for c in told.codes] == [(code, "redeemed", "buffet-20")]


def test_lead_ids_may_be_asked_instead_of_numbers(world: World):
    lead_id = world.confirmed().lead.lead_id
    known, unknown = world.signups.look_up(LookupRequest(lead_ids=[lead_id, "NOBODY"])).leads
    assert (known.exists, known.lead_id) == (True, lead_id)
    assert unknown == LookedUp(exists=False)


@pytest.mark.parametrize("phone", ["+48 601 234 567", "0048 601 234 567", "(0048) 601-234-567"])
def test_a_number_may_be_written_as_people_dial_it_from_abroad(world: World, phone: str):
    world.confirmed()
    (told,) = world.signups.look_up(LookupRequest(phones=[phone])).leads
    assert told.exists


def test_an_erased_lead_does_not_exist_any_more(world: World):
    world.confirmed()
    world.books.upkeep.mark_lead(world.lead_id(), "erased")
    assert world.signups.look_up(LookupRequest(phones=[ANNA])).leads == [LookedUp(exists=False, phone=ANNA)]


def test_a_number_left_but_not_confirmed_is_not_known(world: World):
    world.join()
    assert not world.signups.look_up(LookupRequest(phones=[ANNA])).leads[0].exists


@pytest.mark.parametrize("request_", [LookupRequest(), LookupRequest(phones=[ANNA], lead_ids=["x"])])
def test_either_numbers_or_ids_must_be_asked(world: World, request_: LookupRequest):
    with pytest.raises(InvalidRequest):
        world.signups.look_up(request_)


def test_a_number_that_cannot_be_read_is_named_by_its_place(world: World):
    with pytest.raises(InvalidRequest) as raised:
        world.signups.look_up(LookupRequest(phones=[ANNA, "601 234 567"]))
    assert raised.value.field == "phones[1]"
