"""Who a lead is, as webhooks tell it."""

import pytest

from tests.fakes.in_dynamodb import in_dynamodb
from tests.fakes.people import joined
from tests.fakes.tables import SETTINGS
from twofold.adapters.dynamodb.contacts import DynamoContacts


@pytest.mark.usefixtures("aws")
def test_a_contact_says_which_version_of_the_lead_it_is():
    books = in_dynamodb(SETTINGS)
    lead = joined(books)
    told = DynamoContacts().contact(lead.lead_id)
    assert told
    assert (told.lead_id, told.version, told.status) == (lead.lead_id, lead.version, "confirmed")
    assert lead.phone
    assert told.phone == lead.phone.e164
    assert DynamoContacts().contact("NOBODY") is None
