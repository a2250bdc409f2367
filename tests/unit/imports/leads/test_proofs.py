"""Less than when, which words and where is no proof: who has no more is pending, and the file of faults says why."""

import pytest

from tests.fakes.samples import ANNA, BUFFET
from tests.unit.imports.leads.desk import WORDS, PeopleDesk
from twofold.contracts.payloads.pools import LineFault

WHOLE = {"consent_at": "2026-03-01T10:00:00Z", "consent_text": WORDS, "consent_source": "till"}


def take_in(desk: PeopleDesk, **cells: str):
    named = {"phone": ANNA, **WHOLE, **cells}
    return desk.take_in(f"{';'.join(named)}\n{';'.join(named.values())}\n")


@pytest.mark.parametrize(
    ("cells", "column", "reason"),
    [
        ({"consent_at": ""}, "consent_at", "missing"),
        ({"consent_at": "2026-03-01"}, "consent_at", "bad_moment"),
        ({"consent_at": "2026-03-01 10:00:00"}, "consent_at", "bad_moment"),
        ({"consent_at": "01.03.2026 10:00"}, "consent_at", "bad_moment"),
        ({"consent_at": "2026-02-30T10:00:00Z"}, "consent_at", "bad_moment"),
        ({"consent_at": "0001-01-01T00:00:00+14:00"}, "consent_at", "bad_moment"),
        ({"consent_at": "yesterday"}, "consent_at", "bad_moment"),
        ({"consent_at": "2026-11-22T12:00:00.001Z"}, "consent_at", "in_the_future"),
        ({"consent_at": "2026-11-22T12:00:00-01:00"}, "consent_at", "in_the_future"),
        ({"consent_text": ""}, "consent_text", "missing"),
        ({"consent_text": "", "consent_version": "1999-1"}, "consent_text", "missing"),
        ({"consent_version": BUFFET.consents[-1].version}, "consent_text", "not_of_this_version"),
        ({"consent_source": ""}, "consent_source", "missing"),
        ({"sms_consent": "UNSUBSCRIBED"}, "consent_status", "not_given"),
        ({"sms_consent": "false"}, "consent_status", "not_given"),
        ({"consent_scopes": "märketing"}, "consent_scopes", "strange_characters"),
        ({"consent_scopes": "marketing add"}, "consent_scopes", "unknown_scope"),
    ],
)
def test_what_proves_nothing_confirms_nobody(
    desk: PeopleDesk, cells: dict[str, str], column: str, reason: str
):
    told = take_in(desk, **cells)
    assert (told.confirmed, told.pending, told.bad) == (0, 1, 0)
    assert told.faults == (LineFault(line=2, reason=reason, column=column),)
    lead = desk.lead()
    assert (lead.status, lead.scopes, lead.consent_seq) == ("pending", (), 0)
    assert not desk.world.books.leads.last_scopes(lead.lead_id)


@pytest.mark.parametrize(
    "moment",
    [
        "2026-03-01T10:00:00Z",
        "2026-03-01 10:00 UTC",
        "2026-03-01T11:00:00.000+01:00",
        "2026-03-01 05:00:00 -0500",
        "2026-11-22T12:00:00Z",
    ],
)
def test_a_moment_is_an_instant_with_its_offset(desk: PeopleDesk, moment: str):
    assert take_in(desk, consent_at=moment).confirmed == 1


@pytest.mark.parametrize("word", ["yes", "TRUE", "Subscribed", "1", ""])
def test_a_yes_alone_does_no_harm(desk: PeopleDesk, word: str):
    assert take_in(desk, sms_consent=word).confirmed == 1


def test_a_yes_alone_proves_nothing(desk: PeopleDesk):
    told = desk.take_in(f"phone,sms consent\n{ANNA},yes\n")
    assert (told.confirmed, told.pending) == (0, 1)
    assert told.faults == (LineFault(line=2, reason="missing", column="consent_at"),)


def test_words_of_their_own_may_have_a_version_of_their_own(desk: PeopleDesk):
    assert take_in(desk, consent_version="old-7").confirmed == 1
    assert desk.lead().scopes == ("marketing",)


def test_the_words_of_a_version_may_stand_there_too(desk: PeopleDesk):
    wording = BUFFET.consents[-1]
    assert take_in(desk, consent_version=wording.version, consent_text=wording.text["en"]).confirmed == 1
    assert desk.lead().scopes == wording.scopes
