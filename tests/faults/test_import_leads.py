"""A file of people comes into the store whole, and its counts are exact, though whoever reads it dies on the way."""

import random
from typing import Any

import pytest

from tests.faults.faults import Died
from tests.faults.people import People, fresh_number
from tests.faults.test_imports import Death, told_by_s3, upload
from tests.faults.wire import Wire
from twofold.adapters.dynamodb.arrivals import DynamoArrivalBook
from twofold.adapters.dynamodb.imports import DynamoImportBook
from twofold.adapters.dynamodb.ledger import DynamoLedger
from twofold.contracts.events import ImportFinished
from twofold.contracts.payloads.imports import ImportOpened, ImportRequest

BAD_EVERY, PENDING_EVERY = 500, 4
PROOF = '2026-03-01T10:00:00Z,"Yes, text me.",https://old.example/join'


def file_of(numbers: list[str]) -> bytes:
    lines = (_line(position, phone) for position, phone in enumerate(numbers))
    return "\r\n".join(["phone,consent_at,consent_text,consent_source", *lines]).encode()


def _line(position: int, phone: str) -> str:
    if position % BAD_EVERY == 0:
        return "+4822,,,"
    return f"{phone},,," if position % PENDING_EVERY == 1 else f"{phone},{PROOF}"


def announced(people: People) -> ImportOpened:
    people.attach()
    open_import = people.process.wiring("serve_partners").open_import()
    opened: ImportOpened = open_import(ImportRequest(kind="leads", campaign_id=people.campaign.campaign_id))
    return opened


def taken_in(people: People, wire: Wire, count: int, deaths: int, latest: int) -> None:
    """Each dies at a call before the `latest`, so that there is something left for the next."""
    numbers = [fresh_number().e164 for _ in range(count)]
    opened = announced(people)
    upload(opened, file_of(numbers))
    people.attach()
    read, died = people.process.start("import_files"), 0
    for death in range(deaths + 1):
        plan: Any = Death(random.randrange(12, latest), death % 2 == 0) if death < deaths else None
        with wire.watched(plan):
            try:
                read(told_by_s3(opened))
            except Died:
                died += 1
    print(f"{count} people, {died} deaths, {len(wire.calls)} calls in the last run")
    assert died == deaths
    insist(people, opened, numbers)


def insist(people: People, opened: ImportOpened, numbers: list[str]) -> None:
    people.attach()
    job, count = DynamoImportBook(people.connection).find(opened.import_id), len(numbers)
    bad, pending = -(-count // BAD_EVERY), count // PENDING_EVERY
    assert (job.state, job.lines, job.bad, job.known) == ("finished", count, bad, 0)
    assert (job.pending, job.confirmed, job.suppressed) == (pending, count - bad - pending, 0)
    lead_ids = [people.lead_id_of(phone) for phone in numbers]
    leads = DynamoArrivalBook(people.connection).leads(lead_ids)
    assert len(leads) == count - bad
    assert sum(lead.status == "confirmed" for lead in leads.values()) == job.confirmed
    assert {lead.version for lead in leads.values()} == {1}
    for lead_id in random.sample(sorted(leads), 20):
        (event,) = DynamoLedger().subject(lead_id)
        assert (event.type, event.origin) == ("lead.imported.v1", "import")
    (end,) = DynamoLedger().subject(opened.import_id)
    assert isinstance(end.data, ImportFinished)
    assert end.data.confirmed == job.confirmed


def test_1_000_people_come_in_whole_though_the_reader_dies_three_times(people: People, wire: Wire):
    taken_in(people, wire, 1_000, deaths=3, latest=20)


@pytest.mark.prove
def test_20_000_people_come_in_whole_though_the_reader_dies_five_times(people: People, wire: Wire):
    taken_in(people, wire, 20_000, deaths=5, latest=150)
