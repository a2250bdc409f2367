"""What a consent's row keeps: whole and small, plain where it was stored before, and without a word once erased."""

from dataclasses import replace

import pytest

from tests.fakes.aws import FakeAws
from tests.fakes.in_dynamodb import in_dynamodb
from tests.fakes.made import a_challenge, a_welcome
from tests.fakes.tables import SETTINGS
from twofold.adapters.dynamodb.attributes import JsonAttribute
from twofold.adapters.dynamodb.changes import consent_item
from twofold.adapters.dynamodb.consents import DynamoConsentBook, kept_from
from twofold.adapters.dynamodb.items import ConsentItem
from twofold.leads.consent import Consent, Evidence
from twofold.leads.kept_consent import KeptConsent


@pytest.fixture
def consent(aws: FakeAws) -> Consent:
    books = in_dynamodb(SETTINGS)
    challenge = a_challenge()
    books.challenges.open(challenge, challenge.asked(challenge.sent_at), [], challenge.sent_at)
    welcome = a_welcome(challenge)
    books.leads.welcome(welcome)
    return welcome.consent


def test_a_link_is_read_as_it_was_made(consent: Consent):
    assert DynamoConsentBook().chain(consent.lead_id) == [KeptConsent.of(consent)]
    assert DynamoConsentBook().chain("nobody") == []


def test_a_row_from_before_there_were_salts_is_read_as_it_was_meant():
    old = replace(a_welcome(a_challenge()).consent, salt=None)
    row = consent_item(old).serialize()
    assert "salt" not in row
    row["evidence"] = {"S": JsonAttribute[Evidence](Evidence).serialize(old.evidence)}
    assert kept_from(ConsentItem.from_raw_data(row)) == KeptConsent.of(old)


def test_a_row_that_was_changed_by_hand_still_says_what_it_was_digested_as(consent: Consent):
    row = consent_item(replace(consent, action="imported")).serialize() | {"digest": {"S": consent.digest}}
    kept = kept_from(ConsentItem.from_raw_data(row))
    assert (kept.action, kept.digest) == ("imported", consent.digest)
