"""What somebody could do to a bundle on purpose, and what becomes of links that are old or erased."""

import json
from typing import Any

import pytest

from tests.fakes.evidence import KEY, a_bundle, a_chain, some_rows
from twofold.privacy.evidence.rows import Row, rows_of
from twofold.privacy.evidence.sign import SigningKey
from twofold.verify.judge import Judgement, judge

FORGER = SigningKey(b"f" * 32)


def judged(text: str) -> Judgement:
    return judge(text.encode())


def first(text: str) -> str:
    return str(judged(text).findings[0])


def lines(text: str) -> list[str]:
    return text.split("\n")


def test_old_links_salted_ones_and_erased_ones_verify_beside_each_other():
    found = judged(a_bundle())
    assert found.holds
    assert [link["seq"] for link in found.links] == [1, 2, 3, 4, 5, 6]
    assert [link["seq"] for link in found.erased] == [2, 4]
    assert [link["seq"] for link in found.unproved] == [2], "old, and erased"
    assert found.signature == "checked"
    assert found.seal["fingerprint"] == KEY.fingerprint


def test_it_is_json_that_anybody_can_read():
    read = json.loads(a_bundle())
    assert set(read) == {"bundle", "rows", "seal"}
    assert read["rows"][0]["content"]["wording"] == "Sí, acepto «mensajes»."
    assert a_bundle().isascii()


def test_a_bundle_without_rows_holds():
    assert judged(a_bundle([])).holds


@pytest.mark.parametrize("position", range(2, 13))
def test_a_row_that_was_taken_out_is_missed(position: int):
    told = lines(a_bundle())
    if position == 12:
        told[position - 1] = told[position - 1].removesuffix(",")
    del told[position]
    assert not judged("\n".join(told)).holds


def test_rows_that_changed_places_are_named():
    told = lines(a_bundle())
    told[4], told[5] = told[5], told[4]
    found = [str(finding) for finding in judged("\n".join(told)).findings]
    assert any(sentence.startswith("Row 3 (line 5) was row 4") for sentence in found)
    assert any(sentence.startswith("Row 4 (line 6) was row 3") for sentence in found)


def test_a_row_that_stands_there_twice_is_named():
    told = lines(a_bundle())
    told.insert(5, told[4])
    assert first("\n".join(told)).startswith("Row 4 (line 6)")


@pytest.mark.parametrize("end", [1, 100, 2_000, -2, -200])
def test_a_bundle_that_was_cut_off_does_not_hold(end: int):
    assert not judged(a_bundle()[:end]).holds


@pytest.mark.parametrize(
    "raw", [b"", b"\n", b"{}", b"[]", b"\xff\xfe", b"{" * 100_000, b'"seal":', b"\n\n\n\n"]
)
def test_what_is_no_bundle_at_all_does_not_hold(raw: bytes):
    assert not judge(raw).holds


@pytest.mark.parametrize(
    ("was", "spelled"),
    [
        ('"seq":3', '"seq": 3'),
        ('"seq":3', '"seq":3.0'),
        ('"seq":3', '"seq":3e0'),
        ('"seq":3', '"seq":3,"seq":3'),
        ('"given"', '"\\u0067iven"'),
        ("\\u00ed", "\\u00ED"),
        ("\\u00ed", "í"),
    ],
)
def test_json_that_means_the_same_and_is_spelled_differently_is_named(was: str, spelled: str):
    told = lines(a_bundle())
    assert was in told[4]
    told[4] = told[4].replace(was, spelled, 1)
    assert first("\n".join(told)).startswith("Row 3 (line 5)")


def resealed(change: Any, key: SigningKey = FORGER) -> Judgement:
    """A bundle whose rows were changed before it was written, and so adds up."""
    rows: list[Row] = json.loads(json.dumps(some_rows()))
    change(rows)
    return judged(a_bundle(rows, key))


@pytest.mark.parametrize("row", [0, 2, 5], ids=["old", "salted", "last"])
@pytest.mark.parametrize("name", ["wording", "address", "ticked_at", "campaign_id", "method", "challenge_id"])
def test_words_that_were_changed_before_it_was_sealed_do_not_fit_their_digest(row: int, name: str):
    found = resealed(lambda rows: rows[row]["content"].update({name: "x"}))
    assert {finding.place for finding in found.findings} == {f"row {row + 1}"}


@pytest.mark.parametrize("row", [2, 3], ids=["salted", "erased"])
@pytest.mark.parametrize(
    "change", [{"action": "x"}, {"at": "x"}, {"scopes": ["x"]}, {"previous": "x"}, {"seq": 9}]
)
def test_what_stands_beside_the_words_is_covered_too_also_when_they_are_erased(row: int, change: Row):
    found = resealed(lambda rows: rows[row].update(change))
    assert f"row {row + 1}" in {finding.place for finding in found.findings}


@pytest.mark.parametrize("row", [1, 3])
def test_an_erased_link_cannot_be_given_another_digest(row: int):
    found = resealed(lambda rows: rows[row].update(digest="0" * 64))
    assert {f"row {row + 1}", f"row {row + 2}"} & {finding.place for finding in found.findings}


def test_a_link_that_was_left_out_is_missed_although_it_was_sealed_so():
    found = resealed(lambda rows: rows.pop(2))
    assert str(found.findings[0]).startswith("Row 3 (line 5) is link 4 of the chain, and follows link 2")


def test_a_link_of_another_lead_is_no_part_of_the_chain():
    found = resealed(lambda rows: rows[2].update(lead_id="SOMEBODYELSE"))
    assert "row 3" in {finding.place for finding in found.findings}


def test_a_chain_whose_oldest_links_were_dropped_in_time_holds():
    rows = list(rows_of(a_chain()[2:], [], []))
    assert judged(a_bundle(rows)).holds


def test_who_seals_another_story_needs_another_key_and_that_shows():
    found = judged(a_bundle(key=FORGER))
    assert found.holds
    assert found.seal["fingerprint"] == FORGER.fingerprint != KEY.fingerprint


def test_a_seal_that_names_a_key_and_is_signed_by_another_does_not_hold():
    named = SigningKey(b"f" * 32)
    named.__dict__["public"], named.__dict__["fingerprint"] = KEY.public, KEY.fingerprint
    assert first(a_bundle(key=named)).endswith("somebody else than the named key has written it.")
