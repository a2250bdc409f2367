"""Who stands in a line of a file."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from twofold.campaigns.model import Campaign
from twofold.contracts.errors import InvalidRequest
from twofold.leads.phone import LeadIdentity, Phone
from twofold.leads.read_phone import read_phone

from .entry import Entry, NoLead
from .headings import Layout
from .read_proof import Cell

LONGEST_PHONE = 40
LONGEST_VALUE = 100
"""Characters, of an attribute and of a tag, as a sign-up has it."""

MOST_TAGS = 20

_COUNTRY = re.compile(r"[A-Z]{2}")
_BETWEEN = re.compile(r"[,;|]")
_ALSO = {"UK": "GB", "EL": "GR"}
"""What some call countries, and ISO 3166-1 does not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryReader:
    layout: Layout
    campaign: Campaign
    identify: LeadIdentity
    at: datetime

    def cell_of(self, cells: list[str]) -> Cell:
        places = self.layout.columns
        return lambda column: cells[p].strip() if (p := places.get(column, len(cells))) < len(cells) else ""

    def read(self, cells: list[str]) -> Entry:
        """All but the proof. Raises NoLead."""
        cell = self.cell_of(cells)
        phone = read_number(cell("phone"), cell("country"), self.campaign)
        told = cell("locale")
        return Entry(
            lead_id=self.identify(phone.e164),
            phone=phone,
            locale=self.campaign.best_locale(told) if told else None,
            attributes=self._attributes(cells),
            tags=_tags(cell("tags")),
            proof=None,
        )

    def _attributes(self, cells: list[str]) -> Mapping[str, str]:
        said = {
            name: cells[place].strip()
            for name, place in self.layout.attributes.items()
            if place < len(cells) and cells[place].strip()
        }
        if any(len(value) > LONGEST_VALUE for value in said.values()):
            raise NoLead("attributes", "too_long")
        return said


def read_number(text: str, country: str, campaign: Campaign) -> Phone:
    """As it is dialled in `country`, else in the campaign's first one, or with its own country code."""
    # Spreadsheets keep a number as text by an apostrophe; who copies one brings marks along that nobody sees.
    number = "".join(c for c in text if unicodedata.category(c) != "Cf").strip().lstrip("'")
    if not number:
        raise NoLead("phone", "empty")
    if len(number) > LONGEST_PHONE:
        raise NoLead("phone", "too_long")
    region = _region(country, number)
    try:
        return read_phone(number, served=campaign.countries, country=region)
    except InvalidRequest as fault:
        raise NoLead("phone", fault.code) from fault


def _region(country: str, number: str) -> str | None:
    named = country.upper()
    if not named or number.startswith("+"):
        return None
    if not _COUNTRY.fullmatch(named):
        raise NoLead("country", "not_two_letters")
    return _ALSO.get(named, named)


def _tags(text: str) -> tuple[str, ...]:
    tags = tuple(dict.fromkeys(tag for part in _BETWEEN.split(text) if (tag := part.strip())))
    if len(tags) > MOST_TAGS:
        raise NoLead("tags", "too_many")
    if any(len(tag) > LONGEST_VALUE for tag in tags):
        raise NoLead("tags", "too_long")
    return tags
