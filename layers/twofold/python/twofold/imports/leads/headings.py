"""What the columns of other people's files are called, in the words of those who export them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

DELIMITERS = (",", ";", "\t")

HEADINGS: Mapping[str, tuple[str, ...]] = {
    "phone": (
        *("mobile phone number", "mobile phone", "mobile number", "mobilephone", "mobile", "cell phone"),
        *("cellphone", "cell", "sms number", "sms phone number", "msisdn", "handynummer", "handy"),
        *("phone number", "phone", "phonenumber", "number", "telephone", "tel", "telefon"),
        *("default address phone", "shipping phone", "billing phone"),
    ),
    "country": (
        *("country code", "country", "country/region", "country region", "country iso", "phone country"),
        *("default address country code", "land"),
    ),
    "locale": ("locale", "language", "preferred language", "lang", "sprache"),
    "tags": ("tags", "tag"),
    "first_name": ("first name", "firstname", "given name", "forename", "vorname"),
    "last_name": ("last name", "lastname", "surname", "family name", "nachname"),
    "postcode": (
        *("postcode", "post code", "postal code", "zip", "zip code", "zipcode", "zip/postal code", "plz"),
        "default address zip",
    ),
    "consent_at": (
        *("consent at", "consented at", "consent timestamp", "consent date", "consent time"),
        *("sms consent timestamp", "sms marketing consent timestamp", "opt in date", "opt in timestamp"),
        *("opt in at", "opted in at", "opt in time", "subscribed at", "subscription date"),
    ),
    "consent_text": ("consent text", "consent wording", "sms consent text", "opt in text", "disclosure"),
    "consent_version": ("consent version", "consent text version"),
    "consent_source": (
        *(
            "consent source",
            "consent page url",
            "consent url",
            "page url",
            "source url",
            "sms consent source",
        ),
        *("sms consent method", "consent method", "opt in source", "opt in method", "opt in url"),
    ),
    "consent_ip": ("consent ip", "consent ip address", "opt in ip", "ip address", "ip"),
    "consent_status": (
        *("sms consent", "sms marketing consent", "accepts sms marketing", "sms consent status"),
        *("sms subscription status", "sms status", "consent status", "consent", "opted in", "opt in"),
    ),
    "consent_scopes": ("consent scopes", "scopes"),
}
"""Our name of a column, and how a heading may call it: whatever the case, `_` and `-` as good as a blank; the first
that is there. `attributes.` before any other name makes a column an attribute.

Klaviyo: https://help.klaviyo.com/hc/en-us/articles/360035428731. Shopify: its export of customers."""

ATTRIBUTES = ("first_name", "last_name", "postcode")
"""Columns that are attributes of a lead without saying so."""

_PREFIXES = ("attributes.", "attribute.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """In which place of a line each column stands; `attributes` by their names."""

    delimiter: str
    columns: Mapping[str, int]
    attributes: Mapping[str, int]


def delimiter_of(heading: str) -> str:
    """The one that stands there most often."""
    return max(DELIMITERS, key=heading.count)


def layout_of(cells: Iterable[str], delimiter: str) -> Layout:
    named = [cell.strip() for cell in cells]
    plain = [_plain(name) for name in named]
    columns = {
        column: place for column, names in HEADINGS.items() if (place := _first(plain, names)) is not None
    }
    given = {column: columns.pop(column) for column in ATTRIBUTES if column in columns}
    for place, name in enumerate(named):
        prefix = next((p for p in _PREFIXES if name.lower().startswith(p)), None)
        if prefix and name[len(prefix) :]:
            given.setdefault(name[len(prefix) :], place)
    return Layout(delimiter=delimiter, columns=columns, attributes=given)


def _plain(name: str) -> str:
    return " ".join(name.replace("_", " ").replace("-", " ").casefold().split())


def _first(plain: list[str], names: tuple[str, ...]) -> int | None:
    return next((plain.index(name) for name in names if name in plain), None)
