"""Numbers as people write them."""

import pytest

from tests.fakes.samples import BUFFET
from twofold.contracts.errors import InvalidRequest
from twofold.leads.phone import LeadIdentity, Phone
from twofold.leads.read_phone import read_e164, read_phone

SERVED = BUFFET.countries

NUMBERS = [
    ("PL", "601 234 567", "+48601234567"),
    ("DE", "0171 1234567", "+491711234567"),
    ("AT", "0664 1234567", "+436641234567"),
    ("CH", "078 123 45 67", "+41781234567"),
    ("CZ", "601 123 456", "+420601123456"),
    ("SK", "0912 123 456", "+421912123456"),
    ("UA", "050 123 45 67", "+380501234567"),
    ("GB", "07400 123456", "+447400123456"),
    ("IE", "085 012 3456", "+353850123456"),
    ("FR", "06 12 34 56 78", "+33612345678"),
    ("BE", "0470 12 34 56", "+32470123456"),
    ("NL", "06 12345678", "+31612345678"),
    ("ES", "612 34 56 78", "+34612345678"),
    ("PT", "912 345 678", "+351912345678"),
    ("IT", "312 345 6789", "+393123456789"),
    ("SE", "070-123 45 67", "+46701234567"),
    ("US", "(201) 555-0123", "+12015550123"),
    ("CA", "506-234-5678", "+15062345678"),
    ("VN", "0912 345 678", "+84912345678"),
    ("JP", "090-1234-5678", "+819012345678"),
    ("AU", "0412 345 678", "+61412345678"),
    ("IN", "081234 56789", "+918123456789"),
    ("BR", "(11) 96123-4567", "+5511961234567"),
    ("MX", "222 123 4567", "+522221234567"),
]


def read(text: str, country: str | None = None) -> Phone:
    return read_phone(text, served=SERVED, country=country)


def fault(text: str, country: str | None = None, served: tuple[str, ...] = SERVED) -> str:
    with pytest.raises(InvalidRequest) as raised:
        read_phone(text, served=served, country=country)
    assert raised.value.field == "phone"
    return raised.value.code


@pytest.mark.parametrize(("country", "national", "e164"), NUMBERS)
def test_a_mobile_number_is_read_as_it_is_written_at_home_and_abroad(country: str, national: str, e164: str):
    abroad = f"{e164[:-6]} {e164[-6:-3]} {e164[-3:]}"
    for read_number in (read(national, country), read(e164), read(abroad), read(f"00{e164[1:]}", "PL")):
        assert read_number.e164 == e164
        assert read_number.country == country


def test_without_a_country_the_first_one_served_is_meant():
    assert read("601 234 567") == Phone("+48601234567", "PL")
    assert read_phone("0171 1234567", served=("DE", "PL"), country=None).country == "DE"


@pytest.mark.parametrize("text", ["+48 22 123 45 67", "+49 30 123456", "+44 20 7946 0958"])
def test_a_landline_cannot_be_texted(text: str):
    assert fault(text) == "not_a_mobile"


@pytest.mark.parametrize("text", ["+48 701 234 567", "+49 900 1234567", "+44 9012 345678", "+48 800 123 456"])
def test_a_premium_or_toll_free_number_cannot_be_texted(text: str):
    assert fault(text) == "not_a_mobile"


@pytest.mark.parametrize("text", ["+48 601 234 567 ext. 5", "+12015550123;ext=99", "601234567 x12"])
def test_a_number_with_an_extension_cannot_be_texted(text: str):
    assert fault(text) == "not_a_mobile"


@pytest.mark.parametrize(
    "text",
    [
        "hello",
        "+",
        "+++",
        "12",
        "+48 601 234 56",
        "+48 601 234 567 8",
        "+999 123 456 789",
        "☎",
        "+48",
        "'; --",
    ],
)
def test_nonsense_is_no_number(text: str):
    assert fault(text) == "not_a_number"


def test_a_country_that_is_not_served_is_named():
    assert fault("+7 912 345 67 89") == "country_not_served"
    assert fault("+48 601 234 567", served=("DE",)) == "country_not_served"
    assert fault("(201) 555-0123", country="US", served=("PL",)) == "country_not_served"


def test_a_country_that_there_is_not_reads_nothing():
    assert fault("601 234 567", country="XX") == "not_a_number"


def test_other_digits_are_digits_too():
    assert read("+٤٨٦٠١٢٣٤٥٦٧").e164 == "+48601234567"
    assert read("＋４８６０１２３４５６７").e164 == "+48601234567"


def test_partners_write_numbers_with_their_country_code():
    assert read_e164("+48 601-234-567", field="phones[0]") == "+48601234567"
    with pytest.raises(InvalidRequest) as raised:
        read_e164("601 234 567", field="phones[3]")
    assert raised.value.field == "phones[3]"


def test_a_phone_does_not_print_itself():
    phone = Phone("+48601234567", "PL")
    for shown in (str(phone), repr(phone), f"{phone}", f"{[phone]}", str({"to": phone})):
        assert "601234567" not in shown
        assert "60123" not in shown
    assert str(phone) == "+48•••••4567"
    assert phone.prefix == "4860123"


def test_a_lead_id_is_the_same_for_a_number_and_tells_nothing_of_it_without_the_key():
    one, other = LeadIdentity(b"a" * 32), LeadIdentity(b"b" * 32)
    assert one("+48601234567") == one("+48601234567")
    assert one("+48601234567") != one("+48601234568")
    assert one("+48601234567") != other("+48601234567")
    assert len(one("+48601234567")) == 26
