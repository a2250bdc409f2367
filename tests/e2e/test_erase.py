"""A person is erased on the deployed stack: no table, queue, file or log holds anything of them, and no file brings
them back.
"""

import re
import time
from typing import Any

import httpx

from tests.e2e.test_canary import _logs, _queues, _table
from tests.e2e.test_imports import ended
from tests.e2e.visitor import Visitor, digits
from tests.faults.people import fresh_number
from tests.stack import Stack
from twofold.contracts.routes.commerce import CART, ORDER
from twofold.contracts.routes.exports import EXPORT, OPEN_EXPORT
from twofold.contracts.routes.files import OPEN_IMPORT
from twofold.contracts.routes.leads import PATCH_LEAD
from twofold.contracts.routes.privacy import ERASE, EVIDENCE, SUBJECT
from twofold.contracts.tables import TABLES
from twofold.leads.phone import Phone
from twofold.verify.judge import judge

WITHIN = 90.0
"""Seconds until all is forgotten, on a busy machine."""

NAME = "Kanarka"


def test_after_an_erasure_nothing_is_left_of_a_person_and_no_file_brings_them_back(visitor: Visitor):
    stack, canary = visitor.stack, fresh_number()
    sign = re.compile(r"[\s-]?".join(canary.e164[3:]) + f"|{NAME}")
    lead_id = visitor.people.lead_id(canary)
    with httpx.Client(headers=visitor.key, timeout=60) as ask:
        live(visitor, ask, canary, lead_id)
        whole = judge(ask.get(EVIDENCE.at(stack.api, lead_id=lead_id)).content)
        assert whole.holds, whole.findings
        assert NAME in ask.get(SUBJECT.at(stack.api, lead_id=lead_id)).text
        assert {"carts", "challenges", "leads", "messages"} <= where(stack, sign)
        assert files(stack, sign), "an export names them"
        told = ask.delete(ERASE.at(stack.api, lead_id=lead_id))
        assert (told.status_code, told.json()["status"]) == (202, "erased")
        forgotten(stack, sign)
        assert not sign.search(_logs(stack))
        assert not sign.search(_queues(stack))
        erased = judge(ask.get(EVIDENCE.at(stack.api, lead_id=lead_id)).content)
        assert erased.holds, erased.findings
        assert [link["action"] for link in erased.links][-1] == "erased"
        came = bring(stack, ask, canary)
        assert (came["suppressed"], came["added"]) == (1, 0)
        assert where(stack, sign) | files(stack, sign) == set()
        assert visitor.look_up(canary).json()["leads"][0]["exists"] is False


def live(visitor: Visitor, ask: httpx.Client, canary: Phone, lead_id: str) -> None:
    """Sign-up, text, cart, order, a CRM's words, an answer by text, a file, an export."""
    api = visitor.stack.api
    challenge_id = visitor.sign_up(canary, attributes={"first_name": NAME}).json()["challenge_id"]
    assert visitor.confirm(challenge_id, digits(visitor.texts(canary, 1)[0])).status_code == 200
    visitor.texts(canary, 2)
    cart = {
        "cart_id": f"{lead_id[:8]}-1",
        "amount": 100,
        "currency": "EUR",
        "phone": canary.e164,
        "items": [],
    }
    done(ask.post(CART.at(api), json={**cart, "url": f"https://shop.example/{NAME}"}))
    order = {"order_id": f"{lead_id[:8]}-2", "amount": 100, "currency": "EUR", "phone": canary.e164}
    done(ask.post(ORDER.at(api), json={**order, "items": []}))
    done(ask.patch(PATCH_LEAD.at(api, lead_id=lead_id), json={"attributes": {"nickname": NAME}}))
    said = {"from": canary.e164, "text": f"It is me, {NAME}"}
    assert httpx.post(f"{visitor.stack.phone}/replies", json=said, timeout=60).status_code == 202
    bring(visitor.stack, ask, canary)
    made = ask.post(OPEN_EXPORT.at(api), json={"kind": "leads", "format": "jsonl"}).json()
    until = time.monotonic() + WITHIN
    while ask.get(EXPORT.at(api, export_id=made["export_id"])).json()["state"] != "finished":
        assert time.monotonic() < until, "the export is not finished"
        time.sleep(0.5)


def done(told: httpx.Response) -> None:
    assert told.status_code < 300, told.text


def bring(stack: Stack, ask: httpx.Client, canary: Phone) -> dict[str, Any]:
    """Somebody's file with the number in it; answers how that went."""
    opened = ask.post(OPEN_IMPORT.at(stack.api), json={"kind": "leads", "campaign_id": "buffet-20"}).json()
    lines = f"phone,first_name,consent_at,consent_text\n{canary.e164},{NAME},2026-03-01T10:00:00Z,{NAME}\n"
    httpx.put(opened["upload_url"], content=lines.encode(), headers=opened["upload_headers"], timeout=60)
    return ended(ask, stack, opened["import_id"])


def forgotten(stack: Stack, sign: re.Pattern[str]) -> None:
    until = time.monotonic() + WITHIN
    while left := where(stack, sign) | files(stack, sign):
        assert time.monotonic() < until, f"still in {left}"
        time.sleep(1)


def where(stack: Stack, sign: re.Pattern[str]) -> set[str]:
    return {table.name for table in TABLES if sign.search(_table(stack, table.name))}


def files(stack: Stack, sign: re.Pattern[str]) -> set[str]:
    """Of all buckets; a file that is gone by the time it is read is not there."""
    s3, found = stack.client("s3"), set()
    for bucket in s3.list_buckets()["Buckets"]:
        for file in s3.list_objects_v2(Bucket=bucket["Name"]).get("Contents", []):
            if sign.search(_read(s3, bucket["Name"], file["Key"])):
                found.add(f"{bucket['Name']}/{file['Key']}")
    return found


def _read(s3: Any, bucket: str, key: str) -> str:
    try:
        content: bytes = s3.get_object(Bucket=bucket, Key=key)["Body"].read()
    except s3.exceptions.NoSuchKey:
        return ""
    return content.decode("utf-8", "replace")
