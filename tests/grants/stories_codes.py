"""Codes in shops: delivered, drawn, promised, reserved, spent within limits, told of in carts and orders, lapsed."""

import json
import time
import uuid
from dataclasses import replace
from typing import Any

from tests.fakes.outcomes import code_of
from tests.fakes.shop_posts import sample
from tests.faults import process
from tests.faults.flows_answers import KEYWORD, brought, open_keyword
from tests.faults.flows_referrals import bring, confirmed, paying, referrer
from tests.faults.people import ASSET, People, fresh_number
from tests.faults.platform import Handle, insist, invoke, request, tick
from tests.faults.test_imports import told_by_s3, upload
from twofold.adapters.dynamodb.campaigns import DynamoCampaignBook
from twofold.adapters.dynamodb.pools import DynamoCodePools
from twofold.adapters.dynamodb.spread import DynamoParts
from twofold.campaigns.model import CodeLimits, CodePool
from twofold.campaigns.offer import CodeRules
from twofold.codes import limited
from twofold.contracts.payloads.codes import ReservationRequest
from twofold.contracts.payloads.imports import ImportRequest
from twofold.pools.model import SHARDS, SPOT_DIGITS, Coupon

ORDER = {"amount": 5_000, "currency": "EUR"}


def campaign_of(people: People, **changed: Any) -> People:
    """The same people under a campaign of their own."""
    people.attach()
    campaign = replace(people.campaign, campaign_id=f"grants-{uuid.uuid4().hex[:8]}", **changed)
    DynamoCampaignBook().put(campaign)
    return replace(people, campaign=campaign)


def fill(people: People, *codes: str) -> None:
    people.attach()
    named = people.campaign.campaign_id
    DynamoCodePools().put([Coupon.delivered(named, code) for code in codes])


def coupons(count: int) -> list[str]:
    return [f"GR{uuid.uuid4().hex[:10].upper()}" for _ in range(count)]


def ask(people: People, handle: Handle, method: str, path: str, body: Any = None) -> tuple[int, Any]:
    answer = request(handle, method, path, body, authorization=f"Bearer {people.key}")
    return answer["statusCode"], json.loads(answer.get("body") or "null")


def confirm(people: People, handle: Handle) -> dict[str, Any]:
    challenge, _ = people.challenge(fresh_number())
    digits = {"code": people.digits(challenge.challenge_id)}
    path = f"/v1/signups/{challenge.challenge_id}/confirmation"
    status, told = insist(lambda: request(handle, "POST", path, digits))
    assert status == 200
    return dict(told)


def out_of_a_pool(people: People, handle: Handle) -> None:
    """The first who confirms gets the coupon within the campaign's limit, the second a promise, the third nothing."""
    own = campaign_of(people, pool=CodePool(), limits=CodeLimits(codes=2))
    (coupon,) = coupons(1)
    fill(own, coupon)
    assert confirm(own, handle)["discount"]["code"] == coupon
    assert confirm(own, handle)["no_code"] == "promised"
    assert confirm(own, handle)["no_code"] == "used_up"


def joined_out_of_a_pool(people: People, handle: Handle) -> None:
    """The same by a keyword."""
    own = campaign_of(people, pool=CodePool(), limits=CodeLimits(codes=2))
    fill(own, *coupons(1))
    open_keyword(own)
    try:
        for _ in range(3):
            phone = fresh_number()
            for said in (KEYWORD, "Y"):
                assert invoke(handle, brought(own, phone, said))
    finally:
        open_keyword(people)


def rewarded_out_of_a_pool(people: People, handle: Handle) -> None:
    """The first friend earns the last coupon, the second finds the pool dry, the third the limit reached.

    In the campaign of the links' own asset, which stays as it was: friends by a link of another one earn nothing.
    """
    people.attach()
    room = CodeLimits(codes=_given(people) + 2)
    changed = replace(people.campaign, pool=CodePool(when_dry="generate"), limits=room)
    own = paying(replace(people, campaign=changed))
    try:
        _, slug = referrer(own)
        _drain(own)
        fill(own, *coupons(1))
        for _ in range(3):
            assert bring(confirmed(own, fresh_number(), slug))(handle)
    finally:
        people.attach()
        DynamoCampaignBook().put(people.campaign)


def _given(people: People) -> int:
    """How many codes the campaign's limit has counted so far."""
    limit = limited.codes(people.campaign.campaign_id, CodeLimits(codes=1))
    assert limit
    return sum(DynamoParts().taken(limit.rows()).values())


def _drain(people: People) -> None:
    pools = DynamoCodePools()
    while coupon := pools.draw(people.campaign.campaign_id, "0" * SPOT_DIGITS, SHARDS):
        pools.discard(coupon)


def spent_within_limits(people: People, handle: Handle) -> None:
    """Reserved, let go, spent, refused to another code of the campaign, taken back; then withdrawn."""
    rules = replace(people.campaign.offer, rules=CodeRules(once_per_lead=True))
    own = campaign_of(people, offer=rules, limits=CodeLimits(redemptions=1))
    first, second = (code_of(own.lead(fresh_number())[0]) for _ in range(2))
    assert ask(own, handle, "POST", f"/v1/codes/{first}/reservations", {"cart_id": "c"})[0] == 201
    assert ask(own, handle, "DELETE", f"/v1/codes/{first}/reservations/c")[0] == 204
    status, spent = ask(own, handle, "POST", f"/v1/codes/{first}/redemptions", {"order_id": "1", **ORDER})
    assert status == 201
    refused, _ = ask(own, handle, "POST", f"/v1/codes/{second}/redemptions", {"order_id": "2", **ORDER})
    assert refused == 409
    back = f"/v1/redemptions/{spent['redemption_id']}/rollback"
    assert ask(own, handle, "POST", back, {"reason": "returned"})[0] == 201
    assert ask(own, handle, "POST", f"/v1/codes/{second}/revocation", {"reason": "fraud"})[0] == 201
    assert ask(own, handle, "GET", f"/v1/codes/{first}")[0] == 200


def waited_for(people: People) -> People:
    """A campaign in which two were promised a code, and that has since been given a limit of one."""
    own = campaign_of(people, pool=CodePool())
    for _ in range(2):
        confirm(own, people.process.start("register_leads"))
    people.attach()
    limited = replace(own.campaign, limits=CodeLimits(codes=1))
    DynamoCampaignBook().put(limited)
    return replace(own, campaign=limited)


def delivered_and_given(people: People, handle: Handle) -> None:
    """A partner fills a dry pool, so promises are kept; gives a code of another; and announces a file."""
    own, named = campaign_of(people, pool=CodePool()), waited_for(people).campaign.campaign_id
    codes = coupons(2)
    status, told = ask(own, handle, "POST", f"/v1/campaigns/{named}/codes", {"codes": codes})
    assert status == 202, told
    assert told["added"] == len(codes)
    fill(own, *coupons(1))
    phone = fresh_number()
    people.lead(phone)
    gift, path = {"campaign_id": own.campaign.campaign_id}, f"/v1/leads/{people.lead_id(phone)}/codes"
    assert [ask(own, handle, "POST", path, gift)[0] for _ in range(2)] == [201, 200]
    status, opened = ask(own, handle, "POST", "/v1/imports", {"kind": "codes", "campaign_id": named})
    assert status == 201
    assert ask(own, handle, "GET", f"/v1/imports/{opened['import_id']}")[0] == 200


def read_from_a_file(people: People, handle: Handle) -> None:
    """A file of coupons fills a pool that somebody waits for."""
    asked = ImportRequest(kind="codes", campaign_id=waited_for(people).campaign.campaign_id)
    opened = people.process.wiring("serve_partners").open_import()(asked)
    upload(opened, "\n".join(["code", *coupons(2)]).encode())
    assert invoke(handle, told_by_s3(opened), tries=1)


def people_from_a_file(people: People, handle: Handle) -> None:
    """One with proof, one without, one whom we know, and one line of nobody; brought again, there is nothing to do."""
    known = fresh_number()
    people.lead(known)
    asked = ImportRequest(kind="leads", campaign_id=people.campaign.campaign_id)
    opened = people.process.wiring("serve_partners").open_import()(asked)
    proof = "2026-03-01T10:00:00Z,Yes,till"
    lines = [
        f"{fresh_number().e164},,{proof}",
        f"{fresh_number().e164},,,,",
        f"{known.e164},Wien,,,",
        "+4822,,,,",
    ]
    heading = "phone,attributes.city,consent_at,consent_text,consent_source"
    upload(opened, "\n".join([heading, *lines]).encode())
    assert invoke(handle, told_by_s3(opened), tries=1)
    assert invoke(handle, told_by_s3(opened), tries=1)


def read_on_by_another(people: People, handle: Handle) -> None:
    """Whoever has no time left hands the file over."""
    asked = ImportRequest(kind="leads", campaign_id=people.campaign.campaign_id)
    opened = people.process.wiring("serve_partners").open_import()(asked)
    upload(opened, f"phone\n{fresh_number().e164}\n".encode())
    patient = process.CONTEXT.get_remaining_time_in_millis
    process.CONTEXT.get_remaining_time_in_millis = lambda: 1
    try:
        assert invoke(handle, told_by_s3(opened), tries=1)
    finally:
        process.CONTEXT.get_remaining_time_in_millis = patient


def swept(people: People, handle: Handle) -> None:
    """A reservation lapses, promises are kept, and a pool is told to be low."""
    fill(waited_for(people), *coupons(2))
    fill(campaign_of(people, pool=CodePool(low_at=5)), *coupons(1))
    code = code_of(people.lead(fresh_number())[0])
    reserve = people.process.wiring("redeem_codes").reserve_code()
    assert reserve(code, ReservationRequest(cart_id="c", ttl_s=1))
    people.attach()
    time.sleep(1.1)
    tick(handle, times=1)


def ordered(people: People, handle: Handle) -> None:
    """A cart with a code, its order and its refund, told by key; a code in a cart by its page."""
    offer = replace(people.campaign.offer, rules=CodeRules(once_per_lead=True))
    own = campaign_of(people, offer=offer, limits=CodeLimits(redemptions=1))
    phone, order = fresh_number(), f"o-{uuid.uuid4().hex[:8]}"
    code = code_of(own.lead(phone)[0])
    cart = {"cart_id": f"c-{order}", "code": code, **ORDER}
    assert ask(own, handle, "POST", "/v1/carts", cart)[0] == 202
    shown = {"asset_id": ASSET, "cart_id": f"p-{order}", "code": code}
    assert request(handle, "POST", "/v1/cart-codes", shown)["statusCode"] == 202
    placed = {"order_id": order, "codes": [code], "cart_id": cart["cart_id"], "phone": phone.e164, **ORDER}
    status, told = ask(own, handle, "POST", "/v1/orders", placed)
    assert status == 202
    assert told["redemption_id"]
    other = code_of(own.lead(fresh_number())[0])
    refused = ask(own, handle, "POST", "/v1/orders", {"order_id": f"{order}-2", "codes": [other], **ORDER})
    assert refused[1]["code_reason"]
    refund = {"refund_id": "r", "reason": "returned"}
    assert ask(own, handle, "POST", f"/v1/orders/{order}/refunds", refund)[0] == 202


def told_by_shops(people: People, handle: Handle) -> None:
    """WooCommerce tells of an order; a customer of a Shopify shop, who is a lead, asks to be forgotten."""
    phone = fresh_number()
    people.lead(phone)
    redact = sample("shopify_customers_redact")
    customer = {**redact.body["customer"], "phone": phone.e164, "id": int(phone.e164[1:])}
    for posted in (
        redact.with_body({**redact.body, "customer": customer}),
        sample("woocommerce_order_created"),
    ):
        shop = posted.name.partition("_")[0]
        answer = handle(posted.signed(_secret(people, shop)).event())
        assert answer["statusCode"] == 200, answer["body"]


def _secret(people: People, shop: str) -> bytes:
    """What the deployment made up."""
    named = people.process.twin.stack.outputs["SecretNames"][shop]
    answer = people.process.twin.client("secretsmanager").get_secret_value(SecretId=named)
    return str(answer["SecretString"]).encode()


STORIES = {
    "register_leads": [out_of_a_pool],
    "receive_callbacks": [joined_out_of_a_pool],
    "reward_referrals": [rewarded_out_of_a_pool],
    "redeem_codes": [spent_within_limits],
    "serve_partners": [delivered_and_given],
    "import_files": [read_from_a_file, people_from_a_file, read_on_by_another],
    "record_orders": [ordered, told_by_shops],
    "sweep_overdue": [swept],
}
