"""Which numbers may sign up: mobile ones of the countries served, however people write them; no text for any other."""

import httpx
import pytest

from tests.e2e.visitor import Visitor
from tests.fakes.stored import put_asset
from tests.faults.people import People
from twofold.assets.model import Asset
from twofold.leads.phone import Phone

MOBILES = {
    "+48512345678": ("PL", "512 345 678"),
    "+4915123456789": ("DE", "01512 3456789"),
    "+43664123456": ("AT", "0664 123456"),
    "+41781234567": ("CH", "078 123 45 67"),
    "+33612345678": ("FR", "06 12 34 56 78"),
    "+447400123456": ("GB", "07400 123456"),
    "+12015550123": ("US", "(201) 555-0123"),
    "+34612345678": ("ES", "612 34 56 78"),
    "+393123456789": ("IT", "312 345 6789"),
    "+31612345678": ("NL", "06 12345678"),
    "+32450001234": ("BE", "0450 00 12 34"),
    "+46701234567": ("SE", "070-123 45 67"),
    "+4740612345": ("NO", "40 61 23 45"),
    "+4534412345": ("DK", "34 41 23 45"),
    "+358412345678": ("FI", "041 2345678"),
    "+353850123456": ("IE", "085 012 3456"),
    "+351912345678": ("PT", "912 345 678"),
    "+420601123456": ("CZ", "601 123 456"),
    "+5511961234567": ("BR", "(11) 96123-4567"),
    "+61412345678": ("AU", "0412 345 678"),
}
REFUSED = {
    "landline": ("PL", "22 695 99 00", "not_a_mobile"),
    "landline of another country": ("GB", "020 7946 0958", "not_a_mobile"),
    "premium": ("GB", "0909 879 1234", "not_a_mobile"),
    "premium of another country": ("US", "900-234-5678", "not_a_mobile"),
    "freephone": ("US", "800-234-5678", "not_a_mobile"),
    "extension": ("US", "(201) 555-0123 ext. 9", "not_a_mobile"),
    "words": ("PL", "my number", "not_a_number"),
    "too short": ("PL", "512 345", "not_a_number"),
    "no such country": ("PL", "+999 123 456 789", "not_a_number"),
    "country not served": ("PL", "+380 50 123 4567", "country_not_served"),
}


@pytest.fixture
def everywhere(people: People) -> str:
    """The id of an asset that serves all of these countries."""
    people.attach()
    countries = tuple(country for country, _ in MOBILES.values())
    campaign_id = people.campaign.campaign_id
    asset = Asset(
        asset_id="everywhere", campaign_id=campaign_id, kind="widget", name="all", countries=countries
    )
    put_asset(asset)
    return asset.asset_id


def test_mobile_numbers_of_twenty_countries_sign_up_in_national_and_international_writing(
    visitor: Visitor, everywhere: str
):
    for e164, (country, national) in MOBILES.items():
        whom = Phone(e164, country)
        answers = [
            visitor.sign_up(whom, asset_id=everywhere, phone=national, country=country),
            visitor.sign_up(whom, asset_id=everywhere),
        ]
        assert [answer.status_code for answer in answers] == [202, 202], (e164, answers[0].text)
    missing = [e for e, (country, _) in MOBILES.items() if len(visitor.texts(Phone(e, country), 2)) < 2]
    assert not missing


@pytest.mark.parametrize("sort", REFUSED)
def test_a_number_that_gets_no_text_is_refused_with_a_reason(visitor: Visitor, everywhere: str, sort: str):
    country, written, code = REFUSED[sort]
    before = _all_texts(visitor)
    answer = visitor.sign_up(Phone("", country), asset_id=everywhere, phone=written, country=country)
    told = answer.json()
    assert (answer.status_code, told["code"]) == (422, code)
    assert [fault["field"] for fault in told["errors"]] == ["phone"]
    assert _all_texts(visitor) == before


def _all_texts(visitor: Visitor) -> int:
    """To numbers that were not to have any."""
    endpoint = visitor.people.process.twin.endpoint
    boxes = httpx.get(f"{endpoint}/_ministack/sns/sms-messages").json()["sms_messages"]
    served = [box for number, box in boxes.items() if number in MOBILES or number.startswith("+4860")]
    return len(boxes) - len(served)
