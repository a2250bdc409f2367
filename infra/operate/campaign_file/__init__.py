"""A campaign's file: read strictly, so that no slip of the pen vanishes without a word, and told in one go."""

import json
from pathlib import Path
from typing import Any, NamedTuple

from infra.commands.screen import CannotGoOn
from infra.operate.campaign_file.assets import read_assets
from infra.operate.campaign_file.campaign import read_campaign
from twofold.assets.model import Asset
from twofold.campaigns.model import Campaign


class Draft(NamedTuple):
    """What a file holds, with a sentence for each of its faults; `readable` is a campaign without a stand-in in it."""

    campaign: Campaign
    assets: list[Asset]
    faults: list[str]
    readable: bool


def read(file: Path) -> tuple[Campaign, list[Asset]]:
    """What the file holds. Raises CannotGoOn, saying all that is wrong and where, when that is no campaign."""
    draft = look(file)
    insist(file, draft.faults)
    return draft.campaign, draft.assets


def look(file: Path) -> Draft:
    """What the file holds, as far as it can be read. Raises CannotGoOn when it is no campaign's file at all."""
    content = _json(file)
    for name in ("campaign", "assets"):
        if name not in content:
            raise CannotGoOn(f"{file} holds no `{name}`; a campaign's file has `campaign` and `assets`.")
    campaign, unread, faults = read_campaign(content["campaign"])
    assets, more = read_assets(content["assets"], campaign.campaign_id)
    return Draft(campaign, assets, [*unread, *faults, *more], readable=not unread)


def insist(file: Path, faults: list[str]) -> None:
    """Raises CannotGoOn with all of them, if there are any."""
    if faults:
        raise CannotGoOn("\n    ".join((f"{file} is no campaign like this.", *faults)))


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
