"""Whom a CRM's ids stand for: in memory and in DynamoDB, judged by the same tests."""

from datetime import timedelta

import pytest

from tests.fakes.acquaintances import InMemoryAcquaintances
from tests.fakes.clock import NOON
from tests.fakes.tables import SETTINGS
from twofold.adapters.dynamodb.acquaintances import DynamoAcquaintances
from twofold.adapters.dynamodb.connection import connect
from twofold.crm.inbound.ports import Acquaintances

LATER = NOON + timedelta(seconds=1)
NAME, CITY = "attributes.first_name", "attributes.city"


@pytest.fixture(params=["memory", "dynamodb"])
def known(request: pytest.FixtureRequest) -> Acquaintances:
    if request.param == "memory":
        return InMemoryAcquaintances()
    request.getfixturevalue("aws")
    connect(SETTINGS)
    return DynamoAcquaintances()


def test_an_id_stands_for_the_lead_that_was_last_learned_of_it(known: Acquaintances):
    known.learn("hubspot", "1/1001", "LEAD-A")
    known.learn("hubspot", "1/1002", "LEAD-A")
    known.learn("hubspot", "1/1002", "LEAD-B")
    found = known.leads_of("hubspot", ["1/1001", "1/1002", "1/1003"])
    assert found == {"1/1001": "LEAD-A", "1/1002": "LEAD-B"}
    assert known.leads_of("salesforce", ["1/1001"]) == {}


def test_of_two_times_the_later_one_stays_whichever_came_first(known: Acquaintances):
    known.heard("hubspot", "LEAD-A", {NAME: LATER, CITY: NOON})
    known.heard("hubspot", "LEAD-A", {NAME: NOON, CITY: LATER})
    assert known.last_heard("hubspot", "LEAD-A") == {NAME: LATER, CITY: LATER}
    assert known.last_heard("klaviyo", "LEAD-A") == {}


def test_of_whom_is_forgotten_nothing_is_left_and_others_are_still_known(known: Acquaintances):
    for lead_id, their_id in (("LEAD-A", "1/1001"), ("LEAD-B", "1/1002")):
        known.learn("hubspot", their_id, lead_id)
        known.heard("klaviyo", lead_id, {NAME: NOON})
    known.learn("hubspot", "1/1003", "LEAD-A")
    known.learn("hubspot", "1/1003", "LEAD-B")
    known.forget("LEAD-A")
    known.forget("LEAD-A")
    assert known.leads_of("hubspot", ["1/1001", "1/1002", "1/1003"]) == {
        "1/1002": "LEAD-B",
        "1/1003": "LEAD-B",
    }
    assert known.last_heard("klaviyo", "LEAD-A") == {}
    assert known.last_heard("klaviyo", "LEAD-B") == {NAME: NOON}
