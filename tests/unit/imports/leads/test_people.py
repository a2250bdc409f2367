"""People in a file become leads: with proof of their consent confirmed, without it pending."""

from datetime import UTC, datetime

import pytest

from tests.fakes.samples import ANNA, BEN, BUFFET, CARA
from tests.unit.imports.leads.desk import HEADING, PROVEN, WORDS, PeopleDesk
from twofold.contracts.errors import NotFound
from twofold.contracts.events import ImportFinished, LeadImported, LeadUpdated
from twofold.contracts.payloads.imports import ImportProgress
from twofold.contracts.payloads.leads import MOST_ATTRIBUTES
from twofold.contracts.payloads.pools import LineFault
from twofold.leads.consent import Consent

MIXED = f"{HEADING}{PROVEN}{BEN},Ben,,,,\n{ANNA},Anna again,,,,\n+4822123,,,,,\n,,,,,\n"


def chain(desk: PeopleDesk, phone: str = ANNA) -> list[Consent]:
    found: list[Consent] = desk.world.books.leads.memory.consents.get(desk.world.lead_id(phone), [])  # type: ignore[attr-defined]
    return found


def test_what_came_of_each_line_is_told(desk: PeopleDesk):
    told = desk.take_in(MIXED)
    assert (told.state, told.lines, told.added, told.known, told.bad) == ("finished", 5, 2, 0, 3)
    assert (told.confirmed, told.pending, told.updated, told.suppressed) == (1, 1, 0, 0)
    assert told.faults == (
        LineFault(line=4, reason="duplicate", column="phone"),
        LineFault(line=5, reason="not_a_number", column="phone"),
        LineFault(line=6, reason="empty", column="phone"),
    )
    assert told.bytes == told.size == len(MIXED)


def test_who_comes_with_proof_is_confirmed_and_the_proof_is_kept_word_for_word(desk: PeopleDesk):
    desk.take_in(HEADING + PROVEN)
    lead, (link,) = desk.lead(), chain(desk)
    assert (lead.status, lead.scopes, lead.version) == ("confirmed", ("marketing",), 1)
    assert (lead.phone and lead.phone.e164, lead.phone and lead.phone.country) == (ANNA, "PL")
    assert (lead.attributes, lead.locale) == ({"first_name": "Anna"}, BUFFET.locale)
    assert (lead.consent_seq, lead.consent_digest) == (1, link.digest)
    assert (link.action, link.at, link.scopes) == ("imported", desk.world.clock(), ("marketing",))
    evidence = link.evidence
    assert (evidence.wording, evidence.address) == (WORDS, "198.51.100.7")
    assert (evidence.page_url, evidence.method) == ("https://old.example/join", "import")
    assert evidence.ticked_at == datetime(2026, 3, 1, 9, 0, tzinfo=UTC)


def test_who_comes_without_is_pending_and_has_agreed_to_nothing(desk: PeopleDesk):
    desk.take_in(f"phone\n{ANNA}\n")
    lead = desk.lead()
    assert (lead.status, lead.scopes, lead.consent_seq) == ("pending", (), 0)
    assert not chain(desk)


def test_each_new_lead_is_told_of_as_imported(desk: PeopleDesk):
    desk.take_in(MIXED)
    told = [event for event in desk.events() if isinstance(event.data, LeadImported)]
    assert [(event.data.status, event.origin, event.version) for event in told] == [  # type: ignore[attr-defined]
        ("confirmed", "import", 1),
        ("pending", "import", 1),
    ]
    assert {(event.campaign_id, event.asset_id) for event in told} == {(BUFFET.campaign_id, None)}


def test_the_end_is_told_once_with_what_became_of_them(desk: PeopleDesk):
    import_id = desk.open(MIXED)
    assert [desk.run(import_id), desk.run(import_id)] == ["finished", "seen"]
    (event,) = desk.jobs.events
    assert isinstance(event.data, ImportFinished)
    assert (event.data.added, event.data.confirmed, event.data.pending, event.data.bad) == (2, 1, 1, 3)
    assert event.origin == "live"


def test_a_lead_is_filled_in_as_far_as_there_is_room(desk: PeopleDesk):
    def told_of(names: str) -> ImportProgress:
        heading = ",".join(f"attributes.{names}{number}" for number in range(20))
        return desk.take_in(f"phone,{heading}\n{ANNA},{','.join(names * 20)}\n")

    assert [told_of(names).updated for names in "abc"] == [0, 1, 1]
    attributes = desk.lead().attributes or {}
    assert len(attributes) == MOST_ATTRIBUTES
    assert "".join(attributes.values()) == "a" * 20 + "b" * 20 + "c" * 10
    again = told_of("c")
    assert (again.updated, again.known) == (0, 1)


def test_the_same_file_again_changes_nothing(desk: PeopleDesk):
    desk.take_in(MIXED)
    before, events = desk.lead(), len(desk.events())
    told = desk.take_in(MIXED)
    assert (told.added, told.known, told.updated, told.bad) == (0, 2, 0, 3)
    assert (desk.lead(), len(desk.events())) == (before, events)


def test_of_a_lead_that_is_known_only_blanks_are_filled_in(desk: PeopleDesk):
    desk.take_in(HEADING + PROVEN)
    before = desk.lead()
    told = desk.take_in(f"phone,first_name,attributes.city,locale\n{ANNA},Anne,Kraków,pl\n")
    lead, event = desk.lead(), desk.events()[-1]
    assert (told.known, told.updated, told.added) == (1, 1, 0)
    assert lead.attributes == {"first_name": "Anna", "city": "Kraków"}
    assert (lead.locale, lead.status, lead.scopes, lead.version) == (
        before.locale,
        "confirmed",
        ("marketing",),
        2,
    )
    assert isinstance(event.data, LeadUpdated)
    assert (event.origin, event.data.changed, event.data.fields) == ("import", ("attributes",), ("city",))
    assert len(chain(desk)) == 1


def test_proof_that_comes_later_confirms_who_was_pending(desk: PeopleDesk):
    desk.take_in(f"phone,tags\n{ANNA},vip\n")
    told = desk.take_in(HEADING + PROVEN)
    lead = desk.lead()
    assert (told.added, told.confirmed, told.known) == (1, 1, 0)
    assert (lead.status, lead.version, lead.tags, len(chain(desk))) == ("confirmed", 2, ("vip",), 1)


@pytest.mark.parametrize("status", ["opted_out", "erased"])
@pytest.mark.parametrize("line", [PROVEN, f"{ANNA},Anna,,,,\n"], ids=["with proof", "without"])
def test_whoever_left_or_was_erased_stays_as_they_are(desk: PeopleDesk, status: str, line: str):
    desk.world.confirmed()
    desk.world.books.upkeep.mark_lead(desk.world.lead_id(), status)
    before, events = desk.lead(), len(desk.events())
    told = desk.take_in(HEADING + line)
    assert (told.lines, told.suppressed, told.added, told.known, told.bad) == (1, 1, 0, 0, 0)
    assert (desk.lead(), len(desk.events())) == (before, events)


def test_whoever_leaves_while_the_file_is_read_is_left_alone(desk: PeopleDesk):
    class Leaving(type(desk.book)):  # type: ignore[misc]
        def store(self, changes):
            desk.world.signups.opt_out(desk.world.lead_id(), source="reply", text="STOP", message_id=None)
            return super().store(changes)

    desk.book = Leaving(desk.book.memory)  # type: ignore[attr-defined]
    desk.take_in(HEADING + PROVEN)
    lead = desk.lead()
    assert (lead.status, lead.scopes, lead.phone) == ("opted_out", (), None)
    assert [link.action for link in chain(desk)] == ["withdrawn"]


def test_who_joined_by_themselves_keeps_what_they_agreed_to(desk: PeopleDesk):
    desk.world.confirmed()
    before = desk.lead()
    desk.take_in(HEADING + PROVEN)
    lead = desk.lead()
    assert (lead.scopes, lead.consent_digest, lead.codes) == (
        before.scopes,
        before.consent_digest,
        before.codes,
    )


def test_a_number_may_be_written_as_at_home_or_with_its_country(desk: PeopleDesk):
    home = ANNA.removeprefix("+48")
    told = desk.take_in(f"mobile;country\n{home};\n{BEN};DE\n0171 1234567;de\n")
    assert (told.pending, told.bad) == (3, 0)
    assert [desk.lead(phone).status for phone in (ANNA, BEN, CARA)] == ["pending"] * 3


def test_the_file_goes_as_soon_as_it_is_read_and_what_was_wrong_stays_without_a_number(desk: PeopleDesk):
    told = desk.take_in(MIXED)
    assert desk.uploads.files == {}
    assert desk.uploads.faulty["imp_0"] == (
        b"line,column,reason\r\n4,phone,duplicate\r\n5,phone,not_a_number\r\n6,phone,empty\r\n"
    )
    assert told.faults_url == "https://uploads.example/faults/imp_0.csv"
    assert told.faults_until == "2026-11-22T12:15:00Z"


def test_after_a_week_nobody_is_led_to_a_file_that_is_no_more(desk: PeopleDesk):
    import_id = desk.open(MIXED)
    desk.run(import_id)
    desk.world.clock.forward(days=7)
    assert not isinstance(desk.show(import_id).faults_url, str)


def test_a_file_without_faults_has_no_file_of_them(desk: PeopleDesk):
    told = desk.take_in(HEADING + PROVEN)
    assert not desk.uploads.faulty
    assert not isinstance(told.faults_url, str)


def test_a_file_that_fails_goes_too(desk: PeopleDesk):
    told = desk.take_in(b"PK\x03\x04")
    assert (told.state, desk.uploads.files) == ("failed", {})


def test_a_file_that_came_again_after_the_end_goes_again(desk: PeopleDesk):
    import_id = desk.open(HEADING + PROVEN)
    desk.run(import_id)
    desk.uploads.files[import_id] = b"phone\n" + BEN.encode()
    assert desk.run(import_id) == "seen"
    assert desk.uploads.files == {}
    assert desk.world.books.leads.lead(desk.world.lead_id(BEN)) is None


def test_a_campaign_that_there_is_not_gets_nobody(desk: PeopleDesk):
    with pytest.raises(NotFound):
        desk.open("phone\n", campaign_id="gone")


def test_a_known_wording_brings_its_scopes_and_its_words_in_the_lead_s_language(desk: PeopleDesk):
    wording = BUFFET.consents[-1]
    desk.take_in(
        "phone,locale,consent_at,consent_version,consent_source\n"
        f"{ANNA},de,2026-11-02T10:00:00Z,{wording.version},till of Vienna\n"
    )
    (link,) = chain(desk)
    assert (link.scopes, link.evidence.wording) == (wording.scopes, wording.text["de"])
    assert (link.evidence.wording_version, link.evidence.locale) == (wording.version, "de")


def test_the_line_s_own_scopes_count(desk: PeopleDesk):
    desk.take_in(
        f"phone,consent_at,consent_text,consent_source,scopes\n{ANNA},2026-03-01T10:00Z,Ok,till,ads marketing\n"
    )
    assert desk.lead().scopes == ("ads", "marketing")


def test_lines_as_others_export_them_are_read(desk: PeopleDesk):
    shopify = (
        "First Name,Last Name,Email,Accepts SMS Marketing,Default Address Country Code,Default Address Zip,Phone,Tags\n"
        f'Anna,Nowak,a@example.org,no,PL,30-001,\'{ANNA},"vip, dinner"\n'
    )
    told = desk.take_in("\ufeff" + shopify)
    lead = desk.lead()
    assert (told.pending, lead.tags) == (1, ("vip", "dinner"))
    assert lead.attributes == {"first_name": "Anna", "last_name": "Nowak", "postcode": "30-001"}
    assert told.faults == (LineFault(line=2, reason="not_given", column="consent_status"),)


def test_a_proof_may_go_over_lines(desk: PeopleDesk):
    words = 'Yes.\nText me,\n"please".'
    quoted = words.replace('"', '""').replace("\n", "\r\n")
    desk.take_in(
        f'phone,consent_at,consent_source,consent_text\r\n{ANNA},2026-03-01T10:00Z,till,"{quoted}"\r\n{BEN},,,\r\n'
    )
    assert chain(desk)[0].evidence.wording == words
    assert desk.lead(BEN).status == "pending"
