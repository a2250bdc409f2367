"""Reads phone numbers as people write them, once, at the edge."""

import re

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberType

from twofold.contracts.errors import InvalidRequest

from .phone import Phone

_DIALLED_ABROAD = re.compile(r"^[\s(]*00")
_MOBILE = (PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE)


def read_phone(text: str, *, served: tuple[str, ...], country: str | None) -> Phone:
    """The mobile number that `text` writes, nationally (as in `country` or the first one served) or with a plus.

    Raises InvalidRequest: `not_a_number`, `not_a_mobile` or `country_not_served`, each with what to do about it.
    """
    number = _parse(text, country or served[0])
    region = phonenumbers.region_code_for_number(number)
    if region is not None and region not in served:
        raise _fault(
            "country_not_served", f"We do not send texts to {region}. Countries served: {', '.join(served)}."
        )
    if region is None or not phonenumbers.is_valid_number(number):
        raise _fault("not_a_number", "That is not a phone number that can exist. Check the digits.")
    if phonenumbers.number_type(number) not in _MOBILE:
        raise _fault("not_a_mobile", "That number cannot receive texts. Use a mobile number.")
    return Phone(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164), region)


def read_e164(text: str, *, field: str) -> str:
    """The E.164 form of a number written with its country code. Raises InvalidRequest for `field`."""
    try:
        number = phonenumbers.parse(with_plus(text), None)
    except NumberParseException as error:
        raise InvalidRequest(
            "Write the number with its country code, +…", code="not_a_number", field=field
        ) from error
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def with_plus(text: str) -> str:
    """`+48 601…` of `0048 601…`, as most of the world dials abroad; to be asked where no country says otherwise."""
    return _DIALLED_ABROAD.sub("+", text)


def sender_of(text: str) -> Phone | None:
    """The number that a text came from, in E.164; None for a short code or a name, which nobody can answer."""
    try:
        number = phonenumbers.parse(text, None)
    except NumberParseException:
        return None
    region = phonenumbers.region_code_for_number(number)
    return (
        Phone(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164), region)
        if region
        else None
    )


def _parse(text: str, region: str) -> phonenumbers.PhoneNumber:
    try:
        number = phonenumbers.parse(text, region)
    except NumberParseException as error:
        raise _fault(
            "not_a_number", "That is not a phone number. Write it with its country code, +…"
        ) from error
    if number.extension:
        raise _fault("not_a_mobile", "A number with an extension cannot receive texts. Use a mobile number.")
    return number


def _fault(code: str, detail: str) -> InvalidRequest:
    return InvalidRequest(detail, code=code, field="phone")
