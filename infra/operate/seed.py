"""Puts a campaign and its assets into a deployment: `python -m infra.operate.seed [FILE] [--env local]`."""

import argparse
import json
from pathlib import Path
from typing import Any

import msgspec

from infra.operate.deployment import attach
from twofold.adapters.dynamodb.campaigns import DynamoAssetBook, DynamoCampaignBook
from twofold.assets.model import Asset
from twofold.campaigns.model import Campaign

SAMPLE = Path(__file__).parent / "campaigns" / "buffet.json"


def seed(file: Path) -> dict[str, str]:
    """Write the campaign of `file` and its assets over what is there; answer the asset ids by name."""
    content: dict[str, Any] = json.loads(file.read_text("utf-8"))
    campaign = msgspec.convert(content["campaign"], Campaign)
    assets = [msgspec.convert({**a, "campaign_id": campaign.campaign_id}, Asset) for a in content["assets"]]
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
    attach(arguments.env)
    print(json.dumps(seed(arguments.file)))


if __name__ == "__main__":
    main()
