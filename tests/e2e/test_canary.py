"""A number goes through everything, right and wrong, and is found afterwards only where it must be."""

import json
import re
import time
from typing import Any

import httpx

from infra.local.demo.bus import Tap
from tests.e2e.visitor import Visitor, digits
from tests.fakes.packing import said
from tests.faults.people import fresh_number
from tests.stack import Stack
from twofold.contracts import events
from twofold.contracts.tables import TABLES
from twofold.leads.phone import Phone

MAY_HOLD_IT = {"challenges", "leads"}


def test_a_number_is_in_no_log_event_dead_letter_or_table_that_needs_none(visitor: Visitor):
    stack, canary = visitor.stack, fresh_number()
    sign = re.compile(r"[\s-]?".join(canary.e164[3:]))
    with Tap({"client": stack.aws, "outputs": stack.outputs}) as tap:
        code = _whole_life(visitor, canary)
        time.sleep(2)
        heard = "\n".join(events.write(event) for event in tap.drain().values())
    assert code in heard, "the bus was listened to"
    assert not sign.search(heard)
    logs = _logs(stack)
    assert len(logs) > 5
    assert "register_leads" in logs
    assert not sign.search(logs)
    assert not sign.search(_queues(stack))
    found = {table.name for table in TABLES if sign.search(_table(stack, table.name))}
    assert found == MAY_HOLD_IT


def _whole_life(visitor: Visitor, canary: Phone) -> str:
    """Answers with the discount code."""
    visitor.sign_up(canary, phone=f"{canary.e164} 999")
    visitor.sign_up(canary, consent={"version": canary.e164, "accepted": True})
    challenge_id = visitor.sign_up(canary, attributes={"first_name": "Ada"}).json()["challenge_id"]
    visitor.confirm(challenge_id, canary.e164)
    visitor.confirm(challenge_id, "000000")
    confirmed = visitor.confirm(challenge_id, digits(visitor.texts(canary, 1)[0])).json()
    code = str(confirmed["discount"]["code"])
    visitor.texts(canary, 2)
    visitor.look_up(canary)
    visitor.client.post(
        f"{visitor.stack.api}/v1/leads/lookup", json={"phones": [canary.e164, "x" * 9]}, headers=visitor.key
    )
    visitor.check(canary.e164)
    visitor.redeem(code, "order-1")
    return code


def _logs(stack: Stack) -> str:
    logs = stack.client("logs")
    groups = [
        g["logGroupName"]
        for p in logs.get_paginator("describe_log_groups").paginate()
        for g in p["logGroups"]
    ]
    pages = (p for g in groups for p in logs.get_paginator("filter_log_events").paginate(logGroupName=g))
    return "\n".join(event["message"] for page in pages for event in page["events"])


def _queues(stack: Stack) -> str:
    """Everything that waits anywhere, dead letters above all; looked at, not taken."""
    return httpx.get(f"{stack.aws['endpoint_url']}/_ministack/sqs/messages").text


def _table(stack: Stack, name: str) -> str:
    rows: list[Any] = stack.table(name).scan()["Items"]
    return json.dumps(rows, default=said)
