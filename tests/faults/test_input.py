"""Bodies that make no sense, in process: refused, with nothing stored; and a check that sees when they are not."""

import json

import pytest

from tests.e2e.bodies import NOT_JSON, NOT_OURS, spoilt
from tests.faults import mutants
from tests.faults.faults import Died
from tests.faults.people import People, fresh_address, fresh_number
from tests.faults.platform import request
from twofold.adapters.dynamodb.items import ChallengeItem


def let_in(people: People) -> list[str]:
    """The bodies that a sign-up did not refuse, or that left something behind."""
    bodies = [*NOT_JSON.items(), *NOT_OURS.items(), *spoilt(people.signup(fresh_number()))]
    handle, odd = people.process.start("register_leads"), []
    for name, content in bodies:
        text = content.decode("utf-8", "surrogateescape")
        try:
            answer = request(handle, "POST", "/v1/signups", text=text, address=fresh_address())
        except (Died, Exception):  # noqa: BLE001 - a function that fails has not refused
            odd.append(name)
            continue
        told = json.loads(answer["body"])
        if not (400 <= answer["statusCode"] < 500 and told["code"]):
            odd.append(name)
    people.attach()
    return odd + [item.challenge_id for item in ChallengeItem.scan()]


def test_no_body_that_makes_no_sense_is_let_in(people: People):
    assert let_in(people) == []


def test_the_check_catches_a_parser_that_takes_the_last_of_two_fields(
    people: People, monkeypatch: pytest.MonkeyPatch
):
    mutants.last_of_two_fields_taken(monkeypatch)
    assert any(name.endswith(" twice") for name in let_in(people))
