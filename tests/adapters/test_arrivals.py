"""Leads that a file brings are stored with consent and event, many at once, or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pytest

from tests.fakes.arrivals import InMemoryArrivalBook
from tests.fakes.books import Books
from tests.fakes.samples import ANNA, BEN
from tests.fakes.tables import SETTINGS
from twofold.adapters.dynamodb.arrivals import MOST_STEPS, DynamoArrivalBook, batches
from twofold.adapters.dynamodb.connection import connect
from twofold.adapters.dynamodb.items import ConsentItem, LeadItem
from twofold.imports.leads.arrival import arrive
from twofold.imports.leads.entry import Entry, Proof
from twofold.imports.leads.ports import ArrivalBook
from twofold.imports.model import Import
from twofold.leads.change import LeadChange
from twofold.leads.consent import Evidence
from twofold.leads.model import Lead
from twofold.leads.phone import Phone

AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
JOB = Import(import_id="imp_1", campaign_id="buffet-20", opened_at=AT, kind="leads")
EVIDENCE = Evidence(
    address="198.51.100.7",
    user_agent="",
    page_url="https://old.example/join",
    locale="en",
    wording_version="",
    wording="Yes, text me.",
    ticked_at=datetime(2026, 3, 1, 9, 0, tzinfo=UTC),
    method="import",
)
PROOF = Proof(evidence=EVIDENCE, scopes=("marketing",))


@dataclass(slots=True)
class Shelf:
    """The book, and what it stored."""

    book: ArrivalBook
    books: Books

    def lead(self, lead_id: str) -> Lead:
        found = self.books.leads.lead(lead_id)
        assert found
        return found

    def arrive(self, *entries: Entry) -> set[str]:
        known = self.book.leads([entry.lead_id for entry in entries])
        return set(self.book.store(changes([known.get(e.lead_id) for e in entries], entries)))


def changes(known: Sequence[Lead | None], entries: Sequence[Entry]) -> list[LeadChange]:
    made = (arrive(lead, entry, JOB, "en", AT) for lead, entry in zip(known, entries, strict=True))
    return [change for change in made if change]


def entry(lead_id: str = "anna", phone: str = ANNA, **fields: object) -> Entry:
    told = Entry(
        lead_id=lead_id,
        phone=Phone(phone, "PL"),
        locale=None,
        attributes={"city": "Kraków"},
        tags=("vip",),
        proof=PROOF,
    )
    return replace(told, **fields)  # type: ignore[arg-type]


def many(count: int) -> list[Entry]:
    proofs = (PROOF, None)
    return [entry(f"lead-{n:04d}", f"+4860{n:07d}", proof=proofs[n % 2]) for n in range(count)]


@pytest.fixture
def shelf(books: Books) -> Shelf:
    memory = getattr(books.leads, "memory", None)
    return Shelf(InMemoryArrivalBook(memory) if memory else DynamoArrivalBook(connect(SETTINGS)), books)


def test_lead_consent_and_event_are_stored_together(shelf: Shelf):
    assert shelf.arrive(entry()) == set()
    lead = shelf.lead("anna")
    assert (lead.status, lead.version, lead.scopes, lead.phone) == (
        *("confirmed", 1, ("marketing",)),
        Phone(ANNA, "PL"),
    )
    assert (lead.locale, lead.attributes, lead.tags) == ("en", {"city": "Kraków"}, ("vip",))
    assert (lead.active_on, lead.active_days, lead.hold) == (None, 0, None)
    assert lead.origin
    assert (lead.origin.campaign_id, lead.origin.asset_id) == ("buffet-20", None)
    assert shelf.books.upkeep.chain("anna") == [("", lead.consent_digest)]
    (event,) = shelf.books.upkeep.timeline("anna")
    assert (event.type, event.origin, event.version) == ("lead.imported.v1", "import", 1)


def test_without_proof_there_is_no_consent(shelf: Shelf):
    shelf.arrive(entry(proof=None))
    lead = shelf.lead("anna")
    assert (lead.status, lead.scopes, lead.consent_seq, lead.consent_digest) == ("pending", (), 0, "")
    assert shelf.books.upkeep.chain("anna") == []
    assert shelf.books.leads.last_scopes("anna") == ()


def test_who_was_pending_is_confirmed_on_the_version_that_was_read(shelf: Shelf):
    shelf.arrive(entry(proof=None))
    shelf.arrive(entry())
    lead = shelf.lead("anna")
    assert (lead.status, lead.version, lead.scopes) == ("confirmed", 2, ("marketing",))
    assert shelf.books.leads.last_scopes("anna") == ("marketing",)
    assert len(shelf.books.upkeep.timeline("anna")) == 2


def test_more_than_one_transaction_can_have_are_stored_at_once(shelf: Shelf):
    entries = many(110)
    shelf.arrive(*entries)
    found = shelf.book.leads([each.lead_id for each in entries])
    assert len(found) == 110
    assert sum(lead.status == "confirmed" for lead in found.values()) == 55


def test_one_who_moved_holds_up_nobody_else(shelf: Shelf):
    entries = many(40)
    late = changes([None] * 40, entries)
    shelf.arrive(replace(entries[7], proof=None))
    assert shelf.book.store(late) == {"lead-0007"}
    assert len(shelf.book.leads([each.lead_id for each in entries])) == 40
    assert len(shelf.books.upkeep.timeline("lead-0007")) == 1


def test_stored_again_nothing_changes(shelf: Shelf):
    made = changes([None] * 40, many(40))
    shelf.book.store(made)
    assert shelf.book.store(made) == {change.lead.lead_id for change in made}
    assert len(shelf.books.upkeep.timeline("lead-0000")) == 1


def test_blanks_that_are_filled_in_touch_nothing_else(shelf: Shelf):
    shelf.arrive(entry())
    before = shelf.lead("anna")
    shelf.arrive(entry(attributes={"city": "Wien", "pet": "cat"}, tags=("new",)))
    after = shelf.lead("anna")
    assert after == replace(before, version=2, attributes={"city": "Kraków", "pet": "cat"})
    assert shelf.books.upkeep.timeline("anna")[-1].type == "lead.updated.v1"


def test_a_mark_that_nobody_has_a_number_of_stays_one(shelf: Shelf):
    shelf.arrive(entry("ben", BEN))
    shelf.books.upkeep.mark_lead("ben", "erased")
    assert shelf.arrive(entry("ben", BEN)) == set()
    assert shelf.lead("ben").status == "erased"


def test_a_transaction_has_as_many_as_it_can_and_no_more():
    made = changes([None] * 100, many(100))
    sizes = [sum(1 + len(c.events) + bool(c.consent) for c in batch) for batch in batches(made)]
    assert max(sizes) <= MOST_STEPS
    assert sum(sizes) == 250
    assert len(sizes) == 3


def test_long_words_part_a_transaction_too():
    long = Proof(evidence=replace(EVIDENCE, wording="x" * 300_000), scopes=("marketing",))
    made = changes([None] * 20, [entry(f"lead-{n}", proof=long) for n in range(20)])
    assert [len(batch) for batch in batches(made)] == [6, 6, 6, 2]


def test_the_rows_have_what_retention_and_exports_look_for(aws: object):
    book = DynamoArrivalBook(connect(SETTINGS))
    book.store(changes([None], [entry()]))
    item, link = LeadItem.get("anna"), ConsentItem.get("anna", "000001")
    assert item.first_confirmed_at == item.confirmed_at == AT
    assert not item.active_on
    assert not item.active_shard
    assert (link.action, link.evidence, link.salt is not None) == ("imported", EVIDENCE, True)
