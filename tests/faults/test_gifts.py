"""Codes that partners give: whatever fails, and however many ask at once, each is given once."""

from functools import partial
from typing import Any

import pytest

from tests.faults.crowd import rush
from tests.faults.faults import FAULTS
from tests.faults.flows import Flow
from tests.faults.flows_gifts import FLOWS, GIFT, fresh_coupons, pooled
from tests.faults.people import People, fresh_number
from tests.faults.test_every_call import WORST, tried
from tests.faults.wire import Wire
from twofold.adapters.dynamodb.pools import DynamoCodePools
from twofold.codes.once import Done
from twofold.contracts.errors import Conflict
from twofold.contracts.payloads import GiftRequest


@pytest.mark.parametrize("flow", [flow for flow in FLOWS if flow is not GIFT], ids=str)
def test_the_worst_that_can_happen_to_a_call_breaks_no_promise(flow: Flow, people: People, wire: Wire):
    worst = [fault for fault in FAULTS if fault.name in WORST]
    assert tried(flow, people, wire, worst).points >= flow.points * 6 // 14, "fewer points than there were"


@pytest.mark.prove
@pytest.mark.parametrize("flow", FLOWS, ids=str)
def test_nor_does_anything_that_can_happen_to_one(flow: Flow, people: People, wire: Wire):
    assert tried(flow, people, wire).points >= flow.points, "fewer points than there were"


def leads(people: People, many: int) -> list[str]:
    phones = [fresh_number() for _ in range(many)]
    for phone in phones:
        people.lead(phone)
    return [people.lead_id(phone) for phone in phones]


def gifts(people: People, lead_ids: list[str], request: GiftRequest) -> list[Any]:
    give = people.process.wiring("serve_partners").give_code()
    return rush([partial(give, lead_id, request) for lead_id in lead_ids])


def test_however_many_ask_at_once_a_lead_is_given_one_code(people: People):
    (lead_id,), campaign_id = leads(people, 1), pooled(people, *fresh_coupons(30))
    answers = gifts(people, [lead_id] * 30, GiftRequest(campaign_id=campaign_id))
    assert all(isinstance(answer, Done) for answer in answers), answers
    assert len({answer.answer.code for answer in answers}) == 1
    assert sum(answer.new for answer in answers) == 1
    people.attach()
    assert DynamoCodePools().count_up_to(campaign_id, 99) == 29


def test_however_many_leads_are_to_have_a_named_coupon_one_gets_it(people: People):
    lead_ids, coupons = leads(people, 20), fresh_coupons(2)
    request = GiftRequest(campaign_id=pooled(people, *coupons), code=coupons[0])
    answers = gifts(people, lead_ids, request)
    assert sum(isinstance(answer, Done) for answer in answers) == 1, answers
    refused = [answer for answer in answers if isinstance(answer, Conflict)]
    assert len(refused) == 19
    assert {answer.code for answer in refused} == {"code_taken"}


def test_of_40_leads_that_are_given_one_of_25_coupons_at_once_25_get_one(people: People):
    lead_ids, campaign_id = leads(people, 40), pooled(people, *fresh_coupons(25))
    answers = gifts(people, lead_ids, GiftRequest(campaign_id=campaign_id))
    given = [answer.answer.code for answer in answers if isinstance(answer, Done)]
    assert len(set(given)) == len(given) == 25
    refused = [answer.code for answer in answers if isinstance(answer, Conflict)]
    assert len(refused) == 15
    assert set(refused) <= {"codes_used_up", "pool_dry"}
    people.attach()
    assert DynamoCodePools().count_up_to(campaign_id, 99) == 0
