"""A campaign's file: read strictly, so that no slip of the pen vanishes without a word."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from infra.commands.screen import CannotGoOn
from twofold.assets.model import Asset
from twofold.campaigns.check import campaign as check
from twofold.campaigns.check.meant import meant
from twofold.campaigns.model import Budget, Campaign, ConsentWording, Variant
from twofold.campaigns.offer import LeadMagnet, Offer, ReferralOffer
from twofold.contracts.payloads import WidgetRules
from twofold.messages.replies.keyword import keyword_fault

T = TypeVar("T")

_PARTS: Mapping[type, Mapping[str, type]] = {
    Campaign: {
        "offer": Offer,
        "budget": Budget,
        "consents": ConsentWording,
        "rules": WidgetRules,
        "variants": Variant,
        "referral": ReferralOffer,
        "magnet": LeadMagnet,
    },
    Variant: {"rules": WidgetRules},
    ReferralOffer: {"offer": Offer},
}


def read(file: Path) -> tuple[Campaign, list[Asset]]:
    """What the file holds. Raises CannotGoOn, saying all that is wrong and where, when that is no campaign."""
    content = _json(file)
    try:
        given, assets = content["campaign"], content["assets"]
        _insist(file, [*_unknown("campaign", given, Campaign), *_faults(assets)])
        campaign = _parsed("campaign", _complete(given), Campaign)
        _insist(file, check.faults("campaign", campaign))
        own = {"campaign_id": campaign.campaign_id}
        parsed = [_parsed(f"assets[{at}]", {**asset, **own}, Asset) for at, asset in enumerate(assets)]
        return campaign, parsed
    except KeyError as error:
        raise CannotGoOn(f"{file} holds no {error}; a campaign's file has `campaign` and `assets`.") from None
    except (TypeError, ValueError) as error:
        raise CannotGoOn(f"{file} is no campaign: {error}") from None


def _json(file: Path) -> dict[str, Any]:
    try:
        content = json.loads(file.read_text("utf-8-sig"))
    except OSError as error:
        raise CannotGoOn(f"{file} cannot be read: {error.strerror}.") from None
    except ValueError as error:
        raise CannotGoOn(f"{file} is not JSON: {error}.") from None
    if not isinstance(content, dict):
        raise CannotGoOn(f"{file}: a campaign's file is an object with `campaign` and `assets`.")
    return content


def _insist(file: Path, faults: Iterator[str] | list[str]) -> None:
    found = list(faults)
    if found:
        raise CannotGoOn("\n    ".join((f"{file} is no campaign like this.", *found)))


def _parsed(path: str, given: Mapping[str, Any], kind: type[T]) -> T:
    try:
        return msgspec.convert(given, kind)
    except msgspec.ValidationError as error:
        raise ValueError(str(error).replace("`$", f"`{path}")) from None


def _complete(given: Mapping[str, Any]) -> dict[str, Any]:
    """With the campaign's own language among its texts, and each variant's rules where they do not say otherwise."""
    texts = {given["locale"]: {}, **given.get("texts", {})} if "locale" in given else {}
    rules = given.get("rules") or {}
    variants = [
        {**variant, "rules": {**rules, **variant["rules"]}} if variant.get("rules") else variant
        for variant in given.get("variants", ())
    ]
    return {**given, "texts": texts, "variants": variants}


def _faults(assets: Any) -> Iterator[str]:
    if not isinstance(assets, list) or not all(isinstance(asset, Mapping) for asset in assets):
        yield "assets: this is a list of objects."
        return
    ids = [asset.get("asset_id") for asset in assets]
    for position, asset in enumerate(assets):
        path = f"assets[{position}]"
        yield from _unknown(path, asset, Asset)
        if asset.get("asset_id") in ids[:position]:
            yield f"{path}.asset_id: another asset is {asset['asset_id']}."
        keyword = asset.get("keyword")
        fault = keyword_fault(keyword) if isinstance(keyword, str) else None
        if fault:
            yield f"{path}.keyword: {fault}"


def _unknown(path: str, given: Any, kind: type[Any]) -> Iterator[str]:
    """A sentence for each name that means nothing here, with the one that was probably meant."""
    if not isinstance(given, Mapping):
        return
    names, parts = list(kind.__annotations__), _PARTS.get(kind, {})
    for name, value in given.items():
        if name not in names:
            yield f"{path}.{name}: there is no such field{meant(name, names)}"
        elif name in parts and isinstance(value, list):
            for position, part in enumerate(value):
                yield from _unknown(f"{path}.{name}[{position}]", part, parts[name])
        elif name in parts:
            yield from _unknown(f"{path}.{name}", value, parts[name])
