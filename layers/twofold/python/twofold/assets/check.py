"""Whether an asset makes sense, field by field, in words for the marketer who made it."""

import re
from dataclasses import replace
from typing import get_args

from twofold.campaigns.address import is_web
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
    tidy = replace(asset, name=asset.name.strip(), slug=_slug(asset.slug))
    _insist(bool(_ID.fullmatch(tidy.asset_id)), "asset_id", "An id is up to 64 letters, digits and _ . : -")
    _insist(tidy.kind in get_args(Kind), "kind", f"A kind is one of: {', '.join(get_args(Kind))}.")
    _insist(tidy.proof in get_args(Proof), "proof", f"Proof is one of: {', '.join(get_args(Proof))}.")
    for field in ("name", "place", "channel"):
        _check_words(field, getattr(tidy, field))
    _check_form(tidy)
    for origin in tidy.origins:
        known = _ORIGIN.fullmatch(origin)
        _insist(bool(known), "origins", f"`{origin}` is no web origin, such as https://shop.example")
    for country in tidy.countries:
        _insist(
            bool(re.fullmatch(r"[A-Z]{2}", country)), "countries", f"`{country}` is no country, such as PL."
        )
    _check_target(tidy.target_url)
    return tidy


def _check_words(field: str, words: str | None) -> None:
    if field == "name":
        _insist(bool(words), field, "An asset needs a name that you will know it by.")
    said = words or ""
    _insist(len(said) <= 100 and said.isprintable(), field, "Up to 100 characters on one line.")


def _check_form(asset: Asset) -> None:
    forms = FORMS.get(asset.kind, ())
    known = asset.form is None or asset.form in forms
    _insist(known, "form", f"The form of {asset.kind} is one of: {', '.join(forms) or 'none'}.")
    proved = asset.proof == "none" or asset.kind == "nfc"
    _insist(proved, "proof", "Only NFC signs can prove a tap.")
    alone = asset.proof == "none" or asset.keyword is None
    _insist(alone, "keyword", "Who texts a keyword proves no tap: give it to an asset of its own.")


def _check_target(url: str | None) -> None:
    """Our links lead to web pages alone: never to a script, a file or somebody's credentials."""
    if url is None:
        return
    web = len(url) <= LONGEST_TARGET and is_web(url, local=True, quotes=True)
    _insist(web, "target_url", "A link leads to a page whose address begins with https://")


def _slug(wished: str | None) -> str | None:
    if wished is None:
        return None
    slug = read_slug(wished)
    sense = slug is not None and len(slug) <= LONGEST
    _insist(sense, "slug", f"A short link has 2 to {LONGEST} of these characters: {ALPHABET}")
    return slug


def _insist(holds: bool, field: str, otherwise: str) -> None:
    if not holds:
        raise InvalidRequest(otherwise, code="asset_invalid", field=field)
