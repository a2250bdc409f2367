"""What a page's form sends, as the requests that the API takes."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from urllib.parse import parse_qsl

import msgspec

from twofold.contracts.errors import InvalidRequest
from twofold.contracts.payloads.base import Country, Id, Locale
from twofold.contracts.payloads.signups import ConfirmationRequest, SignupRequest
from twofold.visits.target import REFERRAL_PARAMETER, VISIT_PARAMETER
from twofold.visits.utm import read_utm

from ..bodies import parse

T = TypeVar("T")

MOST_FIELDS = 20

_IN_A_TEXT = re.compile(r"\b\d{3}[\s-]?\d{3}\b")


def read_form(raw: bytes) -> dict[str, str]:
    """The fields by name, the first of each. Raises InvalidRequest when it is no form, or one of too many fields."""
    try:
        fields = parse_qsl(raw.decode("utf-8"), keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError as error:
        raise InvalidRequest("The form could not be read.", code="form_unreadable") from error
    return dict(reversed(fields))


def signup_of(form: Mapping[str, str], query: Mapping[str, str], asset_id: str, page: str) -> SignupRequest:
    """A number left on the page at the address `page`; the page's query says how the visitor came.

    What nobody typed and makes no sense is left out. Raises InvalidRequest that names the field.
    """
    given: dict[str, Any] = {
        "asset_id": asset_id,
        "phone": form.get("phone", "").strip(),
        "consent": {
            "version": _sane(form.get("consent_version"), Id) or "none",
            "accepted": form.get("consent") == "on",
        },
        "country": _sane(form.get("country"), Country),
        "locale": _sane(form.get("locale"), Locale),
        "visit_id": _sane(query.get(VISIT_PARAMETER), Id),
        "referral": _sane(query.get(REFERRAL_PARAMETER), Id),
        "utm": read_utm(query) or None,
        "page_url": page,
    }
    return parse(msgspec.json.encode(given), SignupRequest)


def confirmation_of(form: Mapping[str, str]) -> ConfirmationRequest:
    """The digits that were typed. Raises InvalidRequest that names the field."""
    return parse(msgspec.json.encode({"code": digits(form.get("code", ""))}), ConfirmationRequest)


def digits(typed: str) -> str:
    """The digits of whatever was typed or pasted: wide, Arabic or Persian ones, or those in a whole text message."""
    plain = "".join(_plain(sign) for sign in unicodedata.normalize("NFKC", typed))
    found = _IN_A_TEXT.search(plain)
    return re.sub(r"\D", "", found[0] if found else plain)


def _plain(sign: str) -> str:
    value = unicodedata.digit(sign, None)
    return sign if value is None else str(value)


def _sane(value: str | None, kind: Any) -> str | None:
    try:
        return cast("str", msgspec.convert(value, kind))
    except msgspec.ValidationError:
        return None
