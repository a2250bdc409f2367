"""A campaign's file: read strictly, so that no slip of the pen vanishes without a word."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import msgspec

from infra.commands.screen import CannotGoOn
from twofold.assets.model import Asset
from twofold.campaigns.model import Budget, Campaign, ConsentWording, Offer
from twofold.entrypoints.texts import PAGE_TEXTS
from twofold.messages.replies.keyword import keyword_fault

_PARTS = {"offer": Offer, "budget": Budget, "consents": ConsentWording}


def read(file: Path) -> tuple[Campaign, list[Asset]]:
    """What the file holds. Raises CannotGoOn, saying where it is wrong, when that is no campaign."""
    content = _json(file)
    try:
        given, assets = content["campaign"], content["assets"]
        faults = [*_unknown("campaign", given, Campaign), *_faults(assets)]
        if faults:
            raise ValueError("\n    ".join(faults))
        campaign = msgspec.convert(given, Campaign)
        _check(file, campaign)
        own = {"campaign_id": campaign.campaign_id}
        return campaign, [msgspec.convert({**asset, **own}, Asset) for asset in assets]
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


def _faults(assets: list[Mapping[str, Any]]) -> Iterator[str]:
    for position, asset in enumerate(assets):
        yield from _unknown(f"assets[{position}]", asset, Asset)
        keyword = asset.get("keyword")
        fault = keyword_fault(keyword) if isinstance(keyword, str) else None
        if fault:
            yield f"assets[{position}].keyword: {fault}"


def _unknown(path: str, given: Any, kind: type[Any]) -> Iterator[str]:
    """A sentence for each name that means nothing here, with the one that was probably meant."""
    if not isinstance(given, Mapping):
        return
    names = [field.name for field in fields(kind)]
    for name, value in given.items():
        if name not in names:
            near = get_close_matches(name, names, 1)
            yield f"{path}.{name}: there is no such field{f'; did you mean {near[0]}?' if near else '.'}"
        elif name in _PARTS and kind is Campaign:
            for part in value if isinstance(value, list) else [value]:
                yield from _unknown(f"{path}.{name}", part, _PARTS[name])


def _check(file: Path, campaign: Campaign) -> None:
    given = campaign.texts.get(campaign.locale, {})
    missing = [name for name in sorted(PAGE_TEXTS) if not given.get(name)]
    if missing:
        raise CannotGoOn(f"{file}: the texts in `{campaign.locale}` lack {', '.join(missing)}.")
    if not campaign.brand.isprintable():
        raise CannotGoOn(f"{file}: `brand` is one line of plain letters.")
    for name, cents in (("total", campaign.budget.total), ("day", campaign.budget.day)):
        if cents is not None and cents < 0:
            raise CannotGoOn(f"{file}: `budget.{name}` is in US cents, 0 or more.")
    if campaign.offer.kind == "percent" and not 0 < campaign.offer.value <= 100:
        raise CannotGoOn(f"{file}: `offer.value` of a percent offer is between 1 and 100.")
