"""Uploads a file that is handed over for a sign-up: `make magnet FILE=guide.pdf CAMPAIGN=buffet-20`.

The campaign's file names it: `"magnet": {"title": {"en": "The guide"}, "file": "buffet-20/guide.pdf"}`.
"""

import argparse
from pathlib import Path
from typing import Any

import boto3

from infra.commands.screen import CannotGoOn
from infra.operate.deployment import Deployment, attached
from infra.operate.magnet_file import checked
from twofold.adapters.dynamodb.campaigns import DynamoCampaignBook
from twofold.campaigns.model import Campaign
from twofold.contracts.errors import NotFound
from twofold.contracts.magnets import FOLDER


def main() -> None:
    parser = argparse.ArgumentParser(prog="make magnet", description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, help="what leads get: a PDF, a picture, sound, …")
    parser.add_argument("--campaign", help="the campaign that hands it over")
    parser.add_argument("--env", default="local", help="the deployment: local (default), dev or prod")
    arguments = parser.parse_args()
    if arguments.file is None or not arguments.campaign:
        raise CannotGoOn("Which file, of which campaign? make magnet FILE=guide.pdf CAMPAIGN=buffet-20")
    media = checked(arguments.file)
    with attached(arguments.env) as deployment:
        campaign = _campaign(arguments.campaign)
        name = f"{campaign.campaign_id}/{arguments.file.name}"
        _upload(deployment, arguments.file, name, media)
    print(_told(campaign, name))


def _campaign(campaign_id: str) -> Campaign:
    try:
        return DynamoCampaignBook().campaign(campaign_id)
    except NotFound:
        raise CannotGoOn(f"CAMPAIGN: there is no campaign {campaign_id}. `make seed` puts one in.") from None


def _upload(deployment: Deployment, file: Path, name: str, media: str) -> None:
    bucket = deployment.outputs.get("MagnetBucketName")
    if not bucket:
        raise CannotGoOn("This deployment has no bucket for it yet. Deploy it again.")
    s3: Any = boto3.client("s3", **deployment.client)  # type: ignore[call-overload]
    with file.open("rb") as content:
        s3.put_object(Bucket=bucket, Key=f"{FOLDER}/{name}", Body=content, ContentType=media)


def _told(campaign: Campaign, name: str) -> str:
    if campaign.magnet is not None and campaign.magnet.file == name:
        return f"{name} is there. Links of {campaign.campaign_id} lead to it from now on."
    return f'{name} is there. For links to lead to it, the campaign\'s file says "magnet": {{…, "file": "{name}"}}.'


if __name__ == "__main__":
    main()
