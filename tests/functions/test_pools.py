"""Coupons from the delivery to the lead, over HTTP."""

import json
from dataclasses import replace
from typing import Any

from tests.fakes import sample_events
from tests.fakes.samples import ANNA, BEN, BUFFET, LANDING
from tests.fakes.stored import put_asset
from tests.functions.house import Answered, House
from twofold.adapters.dynamodb.campaigns import DynamoCampaignBook
from twofold.adapters.dynamodb.pools import DynamoCodePools
from twofold.campaigns.model import CodeLimits, CodePool
from twofold.pools.model import Coupon


def run(house: House, campaign_id: str, **campaign: Any) -> None:
    DynamoCampaignBook().put(replace(BUFFET, campaign_id=campaign_id, **campaign))
    put_asset(
        replace(LANDING, asset_id=f"ast_{campaign_id}", campaign_id=campaign_id, slug=None, keyword=None)
    )


def deliver(house: House, campaign_id: str, *codes: str) -> dict[str, Any]:
    headers, body = house.key("codes:write"), {"codes": list(codes)}
    event = sample_events.http("deliver_codes", headers=headers, body=body, campaign_id=campaign_id)
    return house.ask("serve_partners", event).json


def confirmed(house: House, campaign_id: str, phone: str = ANNA) -> Answered:
    body = json.loads(sample_events.read("http/sign_up")["body"])
    body |= {"phone": phone, "asset_id": f"ast_{campaign_id}"}
    told = house.ask("register_leads", sample_events.http("sign_up", body=body))
    house.send("signup.requested.v1")
    house.aws.calls.clear()
    return house.confirm(told.json["challenge_id"], house.text(phone)[:6])


def test_a_coupon_goes_from_the_delivery_to_the_lead(house: House):
    run(house, "pool-given", pool=CodePool())
    deliver(house, "pool-given", "Sommer-9X")
    told = confirmed(house, "pool-given").json
    assert told["discount"]["code"] == "Sommer-9X"
    assert told["discount"]["redeem_url"].endswith("/c/SOMMER9X")
    house.send("code.issued.v1")
    assert " Sommer-9X " in house.text()
    assert DynamoCodePools().count_up_to("pool-given", 1) == 0


def test_a_pool_costs_one_more_question_and_a_limit_none(house: House):
    run(house, "pool-plain")
    run(house, "pool-capped", limits=CodeLimits(codes=1_600))
    run(house, "pool-full", pool=CodePool(), limits=CodeLimits(codes=1_600))
    DynamoCodePools().put([Coupon.delivered("pool-full", f"F{number:04d}") for number in range(1_000)])
    asked = {}
    for number, campaign_id in enumerate(("pool-plain", "pool-capped", "pool-full")):
        assert "discount" in confirmed(house, campaign_id, f"+4860300000{number}").json
        named = [name.rpartition(".")[2] for name in house.aws.operations()]
        # Only campaigns and assets are read one by one, and they are kept for a while.
        asked[campaign_id] = [name for name in named if name != "GetItem"]
    assert asked["pool-plain"] == asked["pool-capped"]
    # Whoever begins above a shard's last coupon asks a second time, for its first.
    assert asked["pool-full"].count("Query") in (1, 2)
    assert [name for name in asked["pool-full"] if name != "Query"] == asked["pool-plain"]


def test_what_was_promised_comes_with_the_next_delivery(house: House):
    run(house, "pool-dry", pool=CodePool(low_at=5))
    assert confirmed(house, "pool-dry").json["no_code"] == "promised"
    assert {"code.promised.v1", "pool.low.v1"} <= {row["type"] for row in house.ledger()}
    deliver(house, "pool-dry", "Late-1")
    assert house.lead().codes == ("LATE1",)
    house.send("code.issued.v1")
    assert " Late-1 " in house.text()


def test_the_sweeper_keeps_what_nobody_else_did_and_tells_which_pools_run_low(house: House):
    run(house, "pool-swept", pool=CodePool(low_at=5))
    assert confirmed(house, "pool-swept", BEN).json["no_code"] == "promised"
    DynamoCodePools().put([Coupon.delivered("pool-swept", text) for text in ("S-1", "S-2", "S-3")])
    swept = house.boot("sweep_overdue")({})
    assert swept["kept"] == 1
    assert house.lead(BEN).codes[0] in {"S1", "S2", "S3"}
    again = house.boot("sweep_overdue")({})
    assert (again["kept"], again["told_low"]) == (0, 0), "it was told as it ran dry"
