"""A code's end, for calendars: read back by rules of RFC 5545, and by nothing of ours."""

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.code_pages import CODE, bad, scene, status
from tests.fakes.samples import BUFFET
from twofold.campaigns.words.speak import LANGUAGES, ours
from twofold.contracts.errors import Gone, NotFound
from twofold.contracts.payloads.codes import CodeStatus, CodeTerms
from twofold.entrypoints import icalendar
from twofold.entrypoints.code_calendar import CodeCalendar
from twofold.entrypoints.code_scene import CodeScene

SITE = "https://go.example"
UNTIL = "2026-12-23T12:00:00Z"
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
ONE_PLACE = CodeTerms(minimum=4_000, currency="EUR", places=("vienna-1",))


def entry(told: CodeStatus, wished: str | None = "en", **changes) -> str:
    def scenes(code: str, wished: str | None) -> CodeScene:
        assert code == CODE
        return scene(told, wished, **changes)

    made = CodeCalendar(scenes=scenes, site=SITE, clock=lambda: NOW)  # type: ignore[arg-type]
    return made(CODE, wished)


def read(calendar: str) -> dict[str, list[str]]:
    """The values by their names, unfolded and unescaped."""
    assert calendar.endswith("\r\n")
    lines = calendar[:-2].split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    assert not any("\n" in line or "\r" in line for line in lines)
    found: dict[str, list[str]] = {}
    for line in calendar[:-2].replace("\r\n ", "").split("\r\n"):
        name, _, value = line.partition(":")
        found.setdefault(name.partition(";")[0], []).append(plain(value))
    return found


def plain(value: str) -> str:
    signs, told = iter(value), ""
    for sign in signs:
        told += {"n": "\n", "N": "\n"}.get(after := next(signs), after) if sign == "\\" else sign
    return told


def test_the_entry_is_the_whole_last_day_and_rings_on_the_morning_before():
    found = read(entry(status(expires_at=UNTIL)))
    assert "DTSTART;VALUE=DATE:20261222\r\nDTEND;VALUE=DATE:20261223\r\n" in entry(status(expires_at=UNTIL))
    assert found["TRIGGER"] == ["-PT15H"]
    assert found["SUMMARY"] == ["Last chance: 20 % off your first buffet · Saffron Garden"]
    assert found["URL"] == [f"{SITE}/c/{CODE}"]
    assert found["DTSTAMP"] == ["20261122T090000Z"]


def test_what_the_format_asks_for_is_there_in_its_order():
    lines = entry(status(expires_at=UNTIL)).split("\r\n")
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    blocks = [line for line in lines if line.startswith(("BEGIN", "END"))]
    assert blocks == [
        *("BEGIN:VCALENDAR", "BEGIN:VEVENT", "BEGIN:VALARM"),
        *("END:VALARM", "END:VEVENT", "END:VCALENDAR"),
    ]
    found = read(entry(status(expires_at=UNTIL)))
    assert {"PRODID", "UID", "ACTION"} <= set(found)
    assert len(found["DESCRIPTION"]) == 2


def test_the_same_code_is_the_same_entry_whenever_and_in_whatever_language():
    one, other = entry(status(expires_at=UNTIL)), entry(status(expires_at="2027-01-01T00:00:00Z"), "de")
    assert read(one)["UID"] == read(other)["UID"] == [f"{CODE}@go.example"]


@pytest.mark.parametrize("locale", LANGUAGES)
def test_the_entry_speaks_the_customer_s_language(locale: str):
    (title,) = read(entry(status(expires_at=UNTIL), locale))["SUMMARY"]
    assert title.startswith(ours(locale)["calendar_title"].replace("{offer}", BUFFET.title(locale)))


def test_the_terms_go_along_and_a_single_place_is_where_to_go():
    found = read(
        entry(status(expires_at=UNTIL, terms=ONE_PLACE), places={"vienna-1": "Market Square 4; left"})
    )
    assert found["LOCATION"] == ["Market Square 4; left"]
    assert found["DESCRIPTION"][0].split("\n") == [
        CODE,
        "On orders of 40.00 EUR or more",
        "Only here: Market Square 4; left",
        f"{SITE}/c/{CODE}",
    ]
    several = CodeTerms(places=("a", "b"))
    assert "LOCATION" not in read(entry(status(expires_at=UNTIL, terms=several)))


@pytest.mark.parametrize("reason", ["redeemed", "expired", "revoked", "campaign_used_up"])
def test_a_code_that_is_over_has_no_entry(reason: str):
    with pytest.raises(Gone):
        entry(bad(reason, expires_at=UNTIL))


@pytest.mark.parametrize("reason", ["reserved", "not_yet_valid"])
def test_a_code_that_will_be_good_has_one(reason: str):
    assert "BEGIN:VEVENT" in entry(bad(reason, expires_at=UNTIL))


def test_a_code_without_an_end_has_none():
    with pytest.raises(NotFound):
        entry(status())


@given(st.text(st.characters(codec="utf-8")))
def test_whatever_a_title_says_stays_one_value(title: str):
    offer = replace(BUFFET.offer, title=title or "x")
    told = status(expires_at=UNTIL)
    found = read(entry(told, brand=title, offer=offer, places={}))
    (summary,) = found["SUMMARY"]
    kept = re.sub(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", "", title)
    assert summary.endswith(f" · {kept}")
    assert len(found["BEGIN"]) == 3


@given(st.text(st.characters(exclude_categories=("Cc", "Cs"))))
def test_a_long_line_is_folded_between_characters(words: str):
    written = icalendar.written((f"SUMMARY:{words}",))
    assert written.replace("\r\n ", "") == f"SUMMARY:{words}\r\n"
    assert all(len(line.encode()) <= icalendar.LONGEST for line in written.split("\r\n"))
