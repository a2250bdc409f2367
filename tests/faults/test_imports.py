"""A file of coupons comes into the store whole, and its counts are exact, though whoever reads it dies on the way."""

import random
import uuid
from dataclasses import dataclass, replace
from typing import Any

import pytest
import urllib3

from tests.fakes import sample_events
from tests.faults.faults import Died
from tests.faults.people import People
from tests.faults.wire import Call, Do, Wire
from twofold.adapters.dynamodb.campaigns import DynamoCampaignBook
from twofold.adapters.dynamodb.imports import DynamoImportBook
from twofold.adapters.dynamodb.ledger import DynamoLedger
from twofold.adapters.dynamodb.pools import DynamoCodePools
from twofold.campaigns.model import CodePool
from twofold.contracts.events import ImportFinished
from twofold.contracts.payloads.imports import ImportOpened, ImportRequest
from twofold.pools.model import Coupon

BAD_EVERY = 500
KNOWN = 30
"""Coupons of the file that lie in the pool before."""


@dataclass
class Death:
    """Comes at a call, before it is done or just after."""

    at: int
    after: bool

    def __call__(self, position: int, call: Call, arguments: dict[str, Any], do: Do) -> Any:
        if position >= self.at:
            if self.after:
                do()
            raise Died
        return do()


def file_of(lines: int) -> bytes:
    every = ("=bad" if number % BAD_EVERY == 0 else f"SG-{number:07d}" for number in range(lines))
    return "\r\n".join(["code", *every]).encode()


def announced(people: People) -> tuple[str, ImportOpened]:
    """By the function's own role, as a partner would have it."""
    campaign_id = f"import-{uuid.uuid4().hex[:8]}"
    people.attach()
    DynamoCampaignBook().put(replace(people.campaign, campaign_id=campaign_id, pool=CodePool()))
    open_import = people.process.wiring("serve_partners").open_import()
    return campaign_id, open_import(ImportRequest(kind="codes", campaign_id=campaign_id))


def upload(opened: ImportOpened, content: bytes) -> None:
    answer = urllib3.request("PUT", opened.upload_url, body=content, headers=opened.upload_headers)
    assert answer.status == 200, answer.data


def told_by_s3(opened: ImportOpened) -> dict[str, Any]:
    event = sample_events.read("uploads/object_created")
    event["Records"][0]["s3"]["object"]["key"] = f"imports/{opened.import_id}.csv"
    return event


def taken_in(people: People, wire: Wire, lines: int, deaths: int) -> None:
    """Read to its end by one after another; what is there then is what the file says."""
    campaign_id, opened = announced(people)
    upload(opened, file_of(lines))
    people.attach()
    known = [Coupon.delivered(campaign_id, f"SG-{number:07d}") for number in range(1, KNOWN + 1)]
    DynamoCodePools().put(known)
    read, died = people.process.start("import_files"), 0
    for death in range(deaths + 1):
        plan = Death(random.randrange(5, lines // 100), death % 2 == 0) if death < deaths else None
        with wire.watched(plan):
            try:
                read(told_by_s3(opened))
            except Died:
                died += 1
    print(f"{lines} lines, {died} deaths, {len(wire.calls)} calls in the last run")
    assert died == deaths
    insist(people, campaign_id, opened, lines)


def insist(people: People, campaign_id: str, opened: ImportOpened, lines: int) -> None:
    people.attach()
    job, bad = DynamoImportBook(people.connection).find(opened.import_id), -(-lines // BAD_EVERY)
    assert (job.state, job.lines, job.bad, job.known) == ("finished", lines, bad, KNOWN)
    assert job.added == lines - bad - KNOWN
    assert [fault.line for fault in job.faults[:2]] == [2, BAD_EVERY + 2]
    assert DynamoCodePools().count_up_to(campaign_id, lines + 1) == lines - bad
    (event,) = DynamoLedger().subject(opened.import_id)
    assert isinstance(event.data, ImportFinished)
    assert event.data.added == job.added


def test_2_000_lines_come_in_whole_though_the_reader_dies_three_times(people: People, wire: Wire):
    taken_in(people, wire, 2_000, deaths=3)


@pytest.mark.prove
def test_20_000_lines_come_in_whole_though_the_reader_dies_eight_times(people: People, wire: Wire):
    taken_in(people, wire, 20_000, deaths=8)
