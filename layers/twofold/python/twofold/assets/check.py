"""Whether an asset makes sense, field by field, in words for the marketer who made it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import get_args

from twofold.campaigns.address import is_web
from twofold.campaigns.check.country import country_fault
from twofold.campaigns.check.meant import meant
from twofold.contracts.errors import InvalidRequest

from .links import ALPHABET, LONGEST, read_slug
from .model import Asset, Form, Kind, Proof

FORMS: dict[str, tuple[Form, ...]] = {
    "qr": ("poster", "flyer", "sticker", "table_tent", "billboard"),
    "nfc": ("sign", "sticker", "poster"),
}
"""What an asset of a kind may be put on; one of another kind is put on nothing."""
_ID = re.compile(r"[A-Za-z0-9_.:-]{1,64}")
_ORIGIN = re.compile(r"https?://[a-z0-9.-]+(:[0-9]{1,5})?")
LONGEST_TARGET = 2_048
"""Characters that every browser and proxy passes on."""


def check(asset: Asset) -> Asset:
    """The asset, its texts trimmed and its slug as it is stored. Raises InvalidRequest that names the field."""
    for fault in faults(asset):
        raise fault
    return tidy(asset)


def tidy(asset: Asset) -> Asset:
    slug = read_slug(asset.slug) if asset.slug is not None else None
    return replace(asset, name=asset.name.strip(), slug=slug or asset.slug)


def faults(asset: Asset) -> Iterator[InvalidRequest]:
    """All that makes no sense, each with its field and a sentence."""
    yield from _unless(
        bool(_ID.fullmatch(asset.asset_id)), "asset_id", "An id is up to 64 letters, digits and _ . : -"
    )
    yield from _unless(
        asset.kind in get_args(Kind), "kind", f"A kind is one of: {', '.join(get_args(Kind))}."
    )
    yield from _unless(
        asset.proof in get_args(Proof), "proof", f"Proof is one of: {', '.join(get_args(Proof))}."
    )
    yield from _unless(bool(asset.name.strip()), "name", "An asset needs a name that you will know it by.")
    said = {"name": asset.name.strip(), "place": asset.place or "", "channel": asset.channel or ""}
    for field, words in said.items():
        plain = len(words) <= 100 and words.isprintable()
        yield from _unless(plain, field, "Up to 100 characters on one line.")
    yield from _unfit(asset)
    yield from _unreachable(asset)


def _unfit(asset: Asset) -> Iterator[InvalidRequest]:
    """What one of this kind cannot be or lacks."""
    forms = FORMS.get(asset.kind, ())
    if asset.form is not None and asset.form not in forms:
        known = f"The form of {asset.kind} is one of: {', '.join(forms)}{meant(asset.form, forms)}"
        yield _invalid("form", known if forms else f"A {asset.kind} is put on nothing, so it has no form.")
    proved = asset.proof == "none" or asset.kind == "nfc"
    yield from _unless(proved, "proof", "Only NFC signs can prove a tap.")
    alone = asset.proof == "none" or asset.keyword is None
    yield from _unless(alone, "keyword", "Who texts a keyword proves no tap: give it to an asset of its own.")
    named = asset.kind != "keyword" or bool(asset.keyword)
    yield from _unless(
        named, "keyword", "An asset of this kind is the word that people text: name one, such as SUMMER."
    )


def _unreachable(asset: Asset) -> Iterator[InvalidRequest]:
    """Whom it cannot take, and where it cannot lead."""
    for origin in asset.origins:
        known = bool(_ORIGIN.fullmatch(origin))
        yield from _unless(known, "origins", f"`{origin}` is no web origin, such as https://shop.example")
    for country in asset.countries:
        if fault := country_fault(country):
            yield _invalid("countries", fault)
    if asset.target_url is not None:
        # Our links lead to web pages alone: never to a script, a file or somebody's credentials.
        web = len(asset.target_url) <= LONGEST_TARGET and is_web(asset.target_url, local=True, quotes=True)
        yield from _unless(web, "target_url", "A link leads to a page whose address begins with https://")
    if asset.slug is not None:
        slug = read_slug(asset.slug)
        short = slug is not None and len(slug) <= LONGEST
        yield from _unless(short, "slug", f"A short link has 2 to {LONGEST} of these characters: {ALPHABET}")


def _unless(holds: bool, field: str, otherwise: str) -> Iterator[InvalidRequest]:
    if not holds:
        yield _invalid(field, otherwise)


def _invalid(field: str, sentence: str) -> InvalidRequest:
    return InvalidRequest(sentence, code="asset_invalid", field=field)
