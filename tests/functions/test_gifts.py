"""Codes that a partner gives to a lead over HTTP."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tests.fakes import sample_events
from tests.fakes.samples import ANNA, BEN, BUFFET, SITE
from tests.functions.house import Answered, House
from twofold.adapters.dynamodb.campaigns import DynamoCampaignBook
from twofold.adapters.dynamodb.items import LeadItem
from twofold.adapters.dynamodb.pools import DynamoCodePools
from twofold.campaigns.model import Campaign, CodeLimits, CodePool
from twofold.contracts import events
from twofold.contracts.events import CodeIssued
from twofold.contracts.instants import now
from twofold.pools.model import Coupon


@pytest.fixture
def gifts(house: House) -> House:
    """Anna is a lead, with the code of her sign-up."""
    house.confirmed(ANNA)
    return house


def campaign(name: str, **fields: Any) -> Campaign:
    made = replace(BUFFET, campaign_id=name, **fields)
    DynamoCampaignBook().put(made)
    return made


def give(house: House, lead_id: str | None = None, **body: Any) -> Answered:
    body = {"campaign_id": "buffet-20", **body}
    event = sample_events.http(
        "give_code", headers=house.key("codes:write"), body=body, lead_id=lead_id or house.lead_id()
    )
    return house.ask("serve_partners", event)


def told(house: House) -> list[CodeIssued]:
    """What the ledger says of codes that partners gave."""
    rows = [events.read(row["event"]).data for row in house.ledger() if row["type"] == "code.issued.v1"]
    return [data for data in rows if isinstance(data, CodeIssued) and data.cause == "partner"]


def test_a_lead_gets_a_code_of_the_campaign_beside_the_one_they_have(gifts: House):
    (own,) = gifts.lead().codes
    answered = give(gifts)
    assert answered.status == 201
    code = answered.json["code"]
    assert answered.json["redeem_url"] == f"{SITE}/c/{code}"
    assert answered.json["lead_id"] == gifts.lead_id()
    assert list(gifts.lead().codes) == [own, code]
    (issued,) = told(gifts)
    assert (issued.code, issued.challenge_id) == (code, "")


def test_who_asks_again_is_told_the_one_that_was_given(gifts: House):
    first, again = give(gifts), give(gifts)
    assert (again.status, again.json) == (200, first.json)
    assert len(told(gifts)) == 1


def test_no_text_tells_of_it(gifts: House):
    give(gifts)
    before = len(gifts.aws.texts)
    gifts.send("code.issued.v1")
    sent = [text for _, text in gifts.aws.texts[before:]]
    assert not [text for text in sent if told(gifts)[0].code in text]


def test_a_code_that_is_named_is_the_one_and_people_see_it_as_it_is_written(gifts: House):
    answered = give(gifts, code="Vip-2026 x")
    assert (answered.status, answered.json["code"]) == (201, "Vip-2026 x")
    assert answered.json["redeem_url"].endswith("/c/VIP2026X")
    assert "VIP2026X" in gifts.lead().codes


def test_a_coupon_of_the_pool_can_be_named_and_leaves_it_with_its_own_end(gifts: House):
    end = now() + timedelta(hours=5)
    DynamoCodePools().put([Coupon.delivered("buffet-20", "SG-1", expires_at=end)])
    answered = give(gifts, code="sg1")
    assert (answered.status, answered.json["code"]) == (201, "SG-1")
    assert answered.json["expires_at"] == end.strftime("%Y-%m-%dT%H:%M:%SZ")
    assert DynamoCodePools().find("buffet-20", "SG1") is None


def test_a_coupon_that_is_over_is_not_given(gifts: House):
    over = now() - timedelta(hours=5)
    DynamoCodePools().put([Coupon.delivered("buffet-20", "SG-2", expires_at=over)])
    answered = give(gifts, code="SG-2")
    assert (answered.status, answered.json["code"]) == (409, "code_expired")


def test_somebody_else_s_code_is_not_given(gifts: House):
    gifts.confirmed(BEN)
    answered = give(gifts, code=gifts.lead(BEN).codes[0])
    assert (answered.status, answered.json["code"]) == (409, "code_taken")
    assert told(gifts) == []


def test_another_code_than_the_one_that_was_given_is_refused(gifts: House):
    assert give(gifts, code="VIP1").status == 201
    assert give(gifts, code="vip-1").status == 200
    answered = give(gifts, code="VIP2")
    assert (answered.status, answered.json["code"]) == (409, "given_before")


@pytest.mark.parametrize("code", ["=1+1", " ", "x" * 65, "lead#buffet-20#signup", "żółw"])
def test_what_can_be_no_code_is_refused_by_its_field(gifts: House, code: str):
    answered = give(gifts, code=code)
    assert (answered.status, answered.json["errors"][0]["field"]) == (422, "code")


def test_a_campaign_with_a_pool_gives_of_it_and_says_when_it_is_dry(gifts: House):
    campaign("pooled", pool=CodePool(when_dry="promise"))
    assert give(gifts, campaign_id="pooled").json["code"] == "pool_dry"
    DynamoCodePools().put([Coupon.delivered("pooled", "SG-9")])
    assert give(gifts, campaign_id="pooled").json["code"] == "SG-9"


def test_gifts_count_under_the_campaign_s_cap_of_codes_named_ones_too(gifts: House):
    gifts.confirmed(BEN)
    campaign("capped", limits=CodeLimits(codes=1))
    assert give(gifts, campaign_id="capped", code="ONLY-1").status == 201
    answered = give(gifts, gifts.lead_id(BEN), campaign_id="capped", code="ONLY-2")
    assert (answered.status, answered.json["code"]) == (409, "codes_used_up")


def test_a_lead_who_opted_out_can_be_given_one(gifts: House):
    LeadItem(lead_id=gifts.lead_id()).update([LeadItem.status.set("opted_out"), LeadItem.version.add(1)])
    assert give(gifts).status == 201


def test_nobody_gives_to_whom_we_do_not_know(gifts: House):
    answered = give(gifts, "NOBODY")
    assert (answered.status, answered.json["code"]) == (404, "lead_not_found")


def test_a_campaign_that_there_is_not_gives_none(gifts: House):
    assert give(gifts, campaign_id="gone").json["code"] == "campaign_not_found"
