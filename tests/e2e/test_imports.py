"""A file goes through the deployed stack: announced, uploaded, read by who S3 calls, told of."""

import time
import uuid
from dataclasses import replace
from typing import Any

import httpx

from tests.e2e.visitor import Visitor
from tests.faults.people import People, fresh_number
from tests.stack import Stack
from twofold.adapters.dynamodb.campaigns import DynamoCampaignBook
from twofold.campaigns.model import CodePool
from twofold.contracts.routes.codes import DELIVER_CODES
from twofold.contracts.routes.files import IMPORT, OPEN_IMPORT

WITHIN = 60.0
"""Seconds until it must be over, on a busy machine."""


def ended(ask: httpx.Client, stack: Stack, import_id: str) -> dict[str, Any]:
    began = time.monotonic()
    while True:
        told: dict[str, Any] = ask.get(IMPORT.at(stack.api, import_id=import_id)).json()
        if told["state"] in ("finished", "failed"):
            return told
        assert time.monotonic() - began < WITHIN, told
        time.sleep(0.3)


def test_a_partner_s_file_is_read_as_soon_as_it_is_there(stack: Stack, people: People):
    campaign_id = f"import-{uuid.uuid4().hex[:8]}"
    people.attach()
    DynamoCampaignBook().put(replace(people.campaign, campaign_id=campaign_id, pool=CodePool()))
    with httpx.Client(headers={"Authorization": f"Bearer {people.key}"}, timeout=60) as ask:
        first = ask.post(DELIVER_CODES.at(stack.api, campaign_id=campaign_id), json={"codes": ["SG-1"]})
        assert (first.status_code, first.json()["added"]) == (202, 1)
        asked = {"kind": "codes", "campaign_id": campaign_id}
        opened = ask.post(OPEN_IMPORT.at(stack.api), json=asked).json()
        lines = b"code;expires_at\r\n" + b"".join(b"SG-%d;2099-12-31\r\n" % number for number in range(1_200))
        put = httpx.put(
            opened["upload_url"], content=lines + b"=1;\r\n", headers=opened["upload_headers"], timeout=60
        )
        assert put.status_code == 200, put.text
        told = ended(ask, stack, opened["import_id"])
        assert (told["state"], told["lines"]) == ("finished", 1_201)
        assert (told["added"], told["known"], told["bad"]) == (1_199, 1, 1)
        assert told["faults"] == [{"line": 1_202, "reason": "strange_characters"}]


def test_a_list_of_people_becomes_leads_and_not_one_of_them_gets_a_text(
    stack: Stack, people: People, visitor: Visitor
):
    proven, unproven, joining = fresh_number(), fresh_number(), fresh_number()
    lines = [
        "phone,consent_at,consent_text,consent_source",
        f'{proven.e164},2026-03-01T10:00:00Z,"Yes, text me.",https://old.example/join',
        f"{unproven.e164},,,",
        "+4822,,,",
    ]
    with httpx.Client(headers=visitor.key, timeout=60) as ask:
        asked = {"kind": "leads", "campaign_id": people.campaign.campaign_id}
        opened = ask.post(OPEN_IMPORT.at(stack.api), json=asked).json()
        content = "\n".join(lines).encode()
        put = httpx.put(opened["upload_url"], content=content, headers=opened["upload_headers"], timeout=60)
        assert put.status_code == 200, put.text
        told = ended(ask, stack, opened["import_id"])
    assert (told["state"], told["confirmed"], told["pending"], told["bad"]) == ("finished", 1, 1, 1)
    assert httpx.get(told["faults_url"]).text == "line,column,reason\r\n4,phone,not_a_number\r\n"
    statuses = [visitor.look_up(phone).json()["leads"][0]["status"] for phone in (proven, unproven)]
    assert statuses == ["confirmed", "pending"]
    # What was told after them has been heard and sent, so theirs would have been, too.
    visitor.sign_up(joining)
    assert len(visitor.texts(joining, 1)) == 1
    assert [visitor.texts(phone, 0) for phone in (proven, unproven)] == [[], []]


def test_what_was_uploaded_is_gone_as_soon_as_it_is_read(stack: Stack, people: People, visitor: Visitor):
    with httpx.Client(headers=visitor.key, timeout=60) as ask:
        asked = {"kind": "leads", "campaign_id": people.campaign.campaign_id}
        opened = ask.post(OPEN_IMPORT.at(stack.api), json=asked).json()
        content = f"phone\n{fresh_number().e164}\n".encode()
        httpx.put(opened["upload_url"], content=content, headers=opened["upload_headers"], timeout=60)
        assert ended(ask, stack, opened["import_id"])["state"] == "finished"
    bucket, began = stack.outputs["UploadBucketName"], time.monotonic()
    while True:
        found = stack.client("s3").list_objects_v2(Bucket=bucket, Prefix=f"imports/{opened['import_id']}")
        if not found["KeyCount"]:
            return
        assert time.monotonic() - began < WITHIN, found
        time.sleep(0.3)
