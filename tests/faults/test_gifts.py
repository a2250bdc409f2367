"""Codes that partners give: whatever fails, and however many ask at once, each is given once."""

from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from tests.faults.crowd import rush
from tests.faults.faults import FAULTS
from tests.faults.flows import Flow
from tests.faults.flows_gifts import FLOWS, GIFT, fresh_coupons, pooled
from tests.faults.people import People, fresh_number
from tests.faults.test_every_call import WORST, WRITES, tried
from tests.faults.wire import Wire
from twofold.adapters.dynamodb.pools import DynamoCodePools
from twofold.codes.once import Done
from twofold.contracts.errors import Conflict
from twofold.contracts.payloads.pools import GiftRequest


@pytest.mark.parametrize("flow", [flow for flow in FLOWS if flow is not GIFT], ids=str)
def test_the_worst_that_can_happen_to_a_write_breaks_no_promise(flow: Flow, people: People, wire: Wire):
    worst = [replace(f, fits=lambda call: call.operation in WRITES) for f in FAULTS if f.name in WORST]
    assert tried(flow, people, wire, worst).points >= 6, "nothing was written"


@pytest.mark.prove
@pytest.mark.parametrize("flow", FLOWS, ids=str)
def test_nor_does_anything_that_can_happen_to_a_call(flow: Flow, people: People, wire: Wire):
    assert tried(flow, people, wire).points >= flow.points, "fewer points than there were"


def leads(people: People, many: int) -> list[str]:
    phones = [fresh_number() for _ in range(many)]
    for phone in phones:
        people.lead(phone)
    return [people.lead_id(phone) for phone in phones]


def gifts(people: People, lead_ids: list[str], request: GiftRequest) -> list[Any]:
    give = people.process.wiring("serve_partners").give_code()
    return rush([partial(give, lead_id, request) for lead_id in lead_ids])


@pytest.mark.parametrize("many", [10, pytest.param(30, marks=pytest.mark.prove)])
def test_however_many_ask_at_once_a_lead_is_given_one_code(many: int, people: People):
    (lead_id,), campaign_id = leads(people, 1), pooled(people, *fresh_coupons(many))
    answers = gifts(people, [lead_id] * many, GiftRequest(campaign_id=campaign_id))
    assert all(isinstance(answer, Done) for answer in answers), answers
    assert len({answer.answer.code for answer in answers}) == 1
    assert sum(answer.new for answer in answers) == 1
    people.attach()
    assert DynamoCodePools().count_up_to(campaign_id, 99) == many - 1


@pytest.mark.parametrize("many", [6, pytest.param(20, marks=pytest.mark.prove)])
def test_however_many_leads_are_to_have_a_named_coupon_one_gets_it(many: int, people: People):
    lead_ids, coupons = leads(people, many), fresh_coupons(2)
    request = GiftRequest(campaign_id=pooled(people, *coupons), code=coupons[0])
    answers = gifts(people, lead_ids, request)
    assert sum(isinstance(answer, Done) for answer in answers) == 1, answers
    refused = [answer for answer in answers if isinstance(answer, Conflict)]
    assert len(refused) == many - 1
    assert {answer.code for answer in refused} == {"code_taken"}


@pytest.mark.parametrize(("many", "coupons"), [(10, 6), pytest.param(40, 25, marks=pytest.mark.prove)])
def test_of_many_leads_that_are_given_one_of_fewer_coupons_at_once_as_many_get_one(
    many: int, coupons: int, people: People
):
    lead_ids, campaign_id = leads(people, many), pooled(people, *fresh_coupons(coupons))
    answers = gifts(people, lead_ids, GiftRequest(campaign_id=campaign_id))
    given = [answer.answer.code for answer in answers if isinstance(answer, Done)]
    assert len(set(given)) == len(given) == coupons
    refused = [answer.code for answer in answers if isinstance(answer, Conflict)]
    assert len(refused) == many - coupons
    assert set(refused) <= {"codes_used_up", "pool_dry"}
    people.attach()
    assert DynamoCodePools().count_up_to(campaign_id, 99) == 0
