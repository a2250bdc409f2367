"""Puts a campaign and its assets into a deployment: `make seed FILE=campaign.json`; without FILE, the sample.

One whose messages break a rule is refused, with every finding; advice is told and does not stop it.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import msgspec

from infra.commands.screen import CannotGoOn
from infra.operate.deployment import attached, known
from twofold.adapters.dynamodb.campaigns import DynamoAssetBook, DynamoCampaignBook
from twofold.assets.model import Asset
from twofold.campaigns.model import Campaign
from twofold.entrypoints.texts import PAGE_TEXTS
from twofold.messages.texts.check import check_templates
from twofold.messages.texts.findings import Finding, errors
from twofold.messages.texts.samples import SITE

SAMPLE = Path(__file__).parent / "campaigns" / "buffet.json"


def read(file: Path) -> tuple[Campaign, list[Asset]]:
    """What the file holds. Raises CannotGoOn, saying where it is wrong, when that is no campaign."""
    try:
        content: dict[str, Any] = json.loads(file.read_text("utf-8"))
        campaign = msgspec.convert(content["campaign"], Campaign)
        _check_texts(file, campaign)
        own = {"campaign_id": campaign.campaign_id}
        return campaign, [msgspec.convert({**asset, **own}, Asset) for asset in content["assets"]]
    except OSError as error:
        raise CannotGoOn(f"{file} cannot be read: {error.strerror}.") from None
    except KeyError as error:
        raise CannotGoOn(f"{file} holds no {error}; a campaign's file has `campaign` and `assets`.") from None
    except (TypeError, ValueError) as error:
        raise CannotGoOn(f"{file} is no campaign: {error}.") from None


def _check_texts(file: Path, campaign: Campaign) -> None:
    given = campaign.texts.get(campaign.locale, {})
    missing = [name for name in sorted(PAGE_TEXTS) if not given.get(name)]
    if missing:
        raise CannotGoOn(f"{file}: the texts in `{campaign.locale}` lack {', '.join(missing)}.")


def check(file: Path, campaign: Campaign, site: str = SITE) -> tuple[Finding, ...]:
    """What could be better about its messages at this address of ours, or at a usual one where that is longer.

    Raises CannotGoOn, with all that is found, when one of them must not be sent.
    """
    found = check_templates(campaign, site=max(site, SITE, key=len))
    if errors(found):
        raise CannotGoOn("\n    ".join((f"{file}: its messages cannot be sent like this.", *map(str, found))))
    return found


def seed(file: Path, site: str = SITE) -> dict[str, str]:
    """Write the campaign of `file` and its assets over what is there; answer the asset ids by name."""
    campaign, assets = read(file)
    for advice in check(file, campaign, site):
        print(f"  {advice}", file=sys.stderr)
    DynamoCampaignBook().put(campaign)
    for asset in assets:
        DynamoAssetBook().put(asset)
    return {asset.name: asset.asset_id for asset in assets}


def main() -> None:
    parser = argparse.ArgumentParser(prog="make seed", description=__doc__)
    parser.add_argument(
        "file", nargs="?", type=Path, default=SAMPLE, help="a campaign with its assets, as JSON"
    )
    parser.add_argument("--env", default="local", help="the deployment: local (default), dev or prod")
    arguments = parser.parse_args()
    with attached(arguments.env):
        print(json.dumps(seed(arguments.file, known(arguments.env).site.url)))


if __name__ == "__main__":
    main()
