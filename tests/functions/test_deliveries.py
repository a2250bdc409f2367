"""Coupons that a partner delivers over HTTP."""

from typing import Any

import pytest

from tests.fakes import sample_events
from tests.fakes.samples import BUFFET
from tests.functions.house import Answered, House
from twofold.adapters.dynamodb.pools import DynamoCodePools

CODES = ["SG-7K2M-9PQX", "SG-4F8W-T3ZD", "SG-6H5N-R2VC"]


def deliver(house: House, *codes: str, campaign_id: str = "buffet-20") -> Answered:
    body = {"codes": list(codes or CODES)}
    event = sample_events.http(
        "deliver_codes", headers=house.key("codes:write"), body=body, campaign_id=campaign_id
    )
    return house.ask("serve_partners", event)


def test_what_is_delivered_lies_in_the_campaign_s_pool(house: House):
    told = deliver(house)
    assert told.status == 202
    assert told.json == {"campaign_id": "buffet-20", "added": 3, "known": 0, "bad": 0, "faults": []}
    coupon = DynamoCodePools().find("buffet-20", "SG7K2M9PQX")
    assert coupon
    assert coupon.written == "SG-7K2M-9PQX"


def test_the_same_delivery_again_adds_nothing(house: House):
    assert deliver(house).json["added"] == 3
    assert (deliver(house).json["added"], deliver(house).json["known"]) == (0, 3)
    assert DynamoCodePools().count_up_to("buffet-20", 10) == 3


def test_what_is_somebody_s_code_already_is_known(house: House):
    assert deliver(house, house.code()).json["known"] == 1


def test_what_can_be_no_code_is_told_by_its_place(house: House):
    told = deliver(house, "A1", "", "a-1", "=1+1", "x" * 65, "B#1", "A2").json
    assert (told["added"], told["known"], told["bad"]) == (2, 0, 5)
    assert [(fault["line"], fault["reason"]) for fault in told["faults"]] == [
        (2, "empty"),
        (3, "duplicate"),
        (4, "strange_characters"),
        (5, "too_long"),
        (6, "strange_characters"),
    ]


def test_a_thousand_are_taken_at_once_and_no_more(house: House):
    told = deliver(house, *(f"C{number:04d}" for number in range(1_000)))
    assert (told.status, told.json["added"]) == (202, 1_000)
    assert DynamoCodePools().count_up_to(BUFFET.campaign_id, 2_000) == 1_000
    assert deliver(house, *(f"C{number:04d}" for number in range(1_001))).status == 422


@pytest.mark.parametrize("body", [{}, {"codes": []}, {"codes": [1]}, {"codes": "A1"}])
def test_a_delivery_that_is_none_is_refused_by_its_field(house: House, body: dict[str, Any]):
    event = sample_events.http("deliver_codes", headers=house.key(), body=body)
    told = house.ask("serve_partners", event)
    assert told.status == 422
    assert told.json["errors"][0]["field"].startswith("codes")


def test_a_campaign_that_there_is_not_takes_none(house: House):
    told = deliver(house, campaign_id="gone")
    assert (told.status, told.json["code"]) == (404, "campaign_not_found")


def test_only_who_may_write_codes_delivers(house: House):
    event = sample_events.http("deliver_codes", headers=house.key("codes:read"))
    assert house.ask("serve_partners", event).status == 403
