"""The campaign of a file: read part by part, completed, and judged by its rules as far as it could be read."""

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import repeat
from typing import Any

import msgspec

from twofold.campaigns.check.campaign import faults
from twofold.campaigns.check.parts import Reader
from twofold.campaigns.check.sure import sure
from twofold.campaigns.check.texts import LOCALE
from twofold.campaigns.model import Campaign, Variant
from twofold.contracts.payloads.assets import WidgetRules

PATH = "campaign"

_SPOKEN = re.compile(r"campaign\.(consents\[\d+\]\.text|magnet\.title|variants\[\d+\]\.texts): ")
"""What must be there in the campaign's own language: nothing can be said of it where that is not known."""


def read_campaign(given: Any) -> tuple[Campaign, list[str], list[str]]:
    """The campaign; a sentence for each part of it that is a stand-in, as it could not be read; one for each fault."""
    reader = Reader()
    campaign = reader.read(PATH, {"texts": {}, **given} if isinstance(given, Mapping) else given, Campaign)
    spoken = bool(LOCALE.fullmatch(campaign.locale))
    whole = _complete(campaign, given, spoken=spoken)
    found = (sentence for sentence in faults(PATH, whole) if spoken or not _SPOKEN.match(sentence))
    return whole, reader.faults, list(sure(found, _unsure(reader.faults)))


def _unsure(unread: list[str]) -> list[str]:
    # What an offer's value may be hangs on its kind.
    return [re.sub(r"\.offer\.kind: .*", ".offer: ", fault, flags=re.DOTALL) for fault in unread]


def _complete(campaign: Campaign, given: Any, *, spoken: bool) -> Campaign:
    """With the campaign's own language among its texts, and each variant's rules where they do not say otherwise."""
    texts = {campaign.locale: {}, **campaign.texts} if spoken else campaign.texts
    said = given.get("variants") if isinstance(given, Mapping) else None
    rules = campaign.rules or WidgetRules()
    parts = said if isinstance(said, list) else []
    variants = tuple(map(_over, repeat(rules), campaign.variants, parts))
    return replace(campaign, texts=texts, variants=variants)


def _over(rules: WidgetRules, variant: Variant, said: Any) -> Variant:
    """The variant with the campaign's rules wherever its own part of the file says nothing."""
    own = said.get("rules") if isinstance(said, Mapping) else None
    if not variant.rules or not isinstance(own, Mapping):
        return variant
    names = [name for name in own if name in WidgetRules.__struct_fields__]
    changes = {name: getattr(variant.rules, name) for name in names}
    return replace(variant, rules=msgspec.structs.replace(rules, **changes))
