"""What partners bring: coupons that they deliver, and codes that they give to a lead."""

import uuid
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from tests.faults.audit import Audit
from tests.faults.flows import Flow, Point, Scene
from tests.faults.people import People, fresh_number
from tests.faults.platform import Handle, insist, request
from twofold.adapters.dynamodb.campaigns import DynamoCampaignBook
from twofold.adapters.dynamodb.pools import DynamoCodePools
from twofold.campaigns.model import CodeLimits, CodePool
from twofold.contracts.events import CodeIssued
from twofold.pools.model import Coupon


def fresh_coupons(many: int) -> list[str]:
    """A code is somebody's in every campaign, so each scene has its own."""
    mark = uuid.uuid4().hex[:8].upper()
    return [f"SG-{mark}-{number}" for number in range(many)]


def pooled(people: People, *coupons: str, pool: CodePool = CodePool()) -> str:
    """The id of a campaign that gives these coupons, at most as many as there are."""
    campaign_id = f"pooled-{uuid.uuid4().hex[:8]}"
    people.attach()
    limits = CodeLimits(codes=max(1, len(coupons)))
    DynamoCampaignBook().put(replace(people.campaign, campaign_id=campaign_id, pool=pool, limits=limits))
    if coupons:
        DynamoCodePools().put([Coupon.delivered(campaign_id, text) for text in coupons])
    return campaign_id


def _give(people: People, *, named: bool) -> Scene:
    phone, coupons = fresh_number(), fresh_coupons(3)
    people.lead(phone)
    campaign_id = pooled(people, *coupons)
    body = {"campaign_id": campaign_id, **({"code": coupons[1]} if named else {})}

    def judge(answer: tuple[int, Any], found: Audit, point: Point | None) -> None:
        status, gift = answer
        assert status in (200, 201)
        assert gift["code"] in (coupons[1:2] if named else coupons)
        assert len(found.codes) == 2, "the code of the sign-up, and the one that was given"
        given = [e.data for e in found.events if isinstance(e.data, CodeIssued) and e.data.cause == "partner"]
        assert [data.code for data in given] == [gift["code"].replace("-", "")]
        people.attach()
        assert DynamoCodePools().count_up_to(campaign_id, 9) == 2, "one of them left the pool"

    # That the lead has one code more is told by the event of the code.
    return Scene(phone, _post(people, f"/v1/leads/{people.lead_id(phone)}/codes", body), judge, silent=1)


def _deliver(people: People) -> Scene:
    campaign_id, coupons = pooled(people, pool=CodePool(when_dry="generate")), fresh_coupons(3)

    def judge(answer: tuple[int, Any], found: Audit, point: Point | None) -> None:
        status, told = answer
        assert (status, told["bad"]) == (202, 0)
        assert told["added"] + told["known"] == len(coupons)
        people.attach()
        assert DynamoCodePools().count_up_to(campaign_id, 9) == len(coupons)

    return Scene(
        fresh_number(), _post(people, f"/v1/campaigns/{campaign_id}/codes", {"codes": coupons}), judge
    )


def _post(people: People, path: str, body: dict[str, Any]) -> Callable[[Handle], tuple[int, Any]]:
    key = f"Bearer {people.key}"
    return lambda handle: insist(lambda: request(handle, "POST", path, body, authorization=key))


GIFT = Flow("gift", "serve_partners", lambda people: _give(people, named=False), 96)
"""It makes more calls the further from a coupon it begins to look."""

FLOWS = (
    GIFT,
    Flow("gift of a named coupon", "serve_partners", lambda people: _give(people, named=True), 108),
    Flow("delivery", "serve_partners", _deliver, 108),
)
