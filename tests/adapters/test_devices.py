"""The keys of shops' devices, as an operator lists and withdraws them."""

from dataclasses import replace

import pytest

from infra.operate.campaigns_known import campaigns
from tests.fakes.samples import BUFFET
from tests.fakes.tables import SETTINGS
from twofold.adapters.dynamodb.campaigns import DynamoCampaignBook
from twofold.adapters.dynamodb.connection import connect
from twofold.adapters.dynamodb.operations import DynamoKeyBook
from twofold.partners.keys import mint_key


@pytest.fixture
def keys(aws) -> DynamoKeyBook:
    connect(SETTINGS)
    return DynamoKeyBook()


def test_devices_are_the_keys_that_have_a_place_by_place_and_name(keys: DynamoKeyBook):
    for label, place in (("Till 2", "vienna-1"), ("CRM", None), ("Till 1", "vienna-1"), ("Phone", "graz")):
        keys.put(mint_key(label, ("codes:redeem",), place)[1])
    assert [(key.place, key.label) for key in keys.devices()] == [
        ("graz", "Phone"),
        ("vienna-1", "Till 1"),
        ("vienna-1", "Till 2"),
    ]


def test_a_key_that_was_withdrawn_is_known_to_nobody_who_asks_anew(keys: DynamoKeyBook):
    kept = replace(mint_key("Till 2", ("codes:redeem",), "vienna-1")[1], place_name="Vienna, Ring 4")
    keys.put(kept)
    assert DynamoKeyBook().key(kept.key_hash) == kept
    keys.withdraw(kept.key_hash)
    keys.withdraw(kept.key_hash)
    assert DynamoKeyBook().key(kept.key_hash) is None
    assert keys.devices() == []


def test_an_operator_reads_through_the_campaigns_that_there_are(aws):
    connect(SETTINGS)
    for name in ("b", "a"):
        DynamoCampaignBook().put(replace(BUFFET, campaign_id=name))
    assert [campaign.campaign_id for campaign in campaigns()] == ["a", "b"]
