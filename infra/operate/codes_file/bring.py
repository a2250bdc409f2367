"""Announces a file to a deployment and uploads it."""

from functools import partial
from pathlib import Path
from typing import Literal

from infra.commands.screen import CannotGoOn, during, say, step
from infra.operate.codes_file.send import send
from infra.operate.deployment import Deployment
from twofold.adapters.dynamodb.campaigns import DynamoCampaignBook
from twofold.adapters.dynamodb.connection import connect
from twofold.adapters.dynamodb.imports import DynamoImportBook
from twofold.adapters.s3_uploads import S3Uploads
from twofold.campaigns.model import Campaign
from twofold.contracts.errors import NotFound
from twofold.contracts.instants import now
from twofold.contracts.payloads.imports import ImportRequest
from twofold.contracts.settings import TableSettings
from twofold.imports.open import OpenImport

Kind = Literal["codes", "leads"]


def bring(kind: Kind, file: Path, campaign_id: str, book: DynamoImportBook, uploads: S3Uploads) -> str:
    """The import's id, once the file is there."""
    announce = OpenImport(campaigns=DynamoCampaignBook(), book=book, uploads=uploads, clock=now)
    opened = announce(ImportRequest(kind=kind, campaign_id=campaign_id))
    title, size = f"Uploading {file.name}", file.stat().st_size
    with step(title):
        send(file, size, opened, partial(_sent, title, size))
    say(f"    it is import {opened.import_id}")
    return opened.import_id


def campaign_named(campaign_id: str) -> Campaign:
    """As it stands in the deployment that `book_of` connected to."""
    try:
        return DynamoCampaignBook().campaign(campaign_id)
    except NotFound:
        raise CannotGoOn(f"CAMPAIGN: there is no campaign {campaign_id}. `make seed` puts one in.") from None


def uploads_of(deployment: Deployment) -> S3Uploads:
    bucket = deployment.outputs.get("UploadBucketName")
    if not bucket:
        raise CannotGoOn("This deployment has no bucket for it yet. Deploy it again.")
    return S3Uploads(bucket=bucket, clock=now)


def book_of(deployment: Deployment) -> DynamoImportBook:
    return DynamoImportBook(connect(TableSettings(**deployment.outputs["TableNames"])))


def _sent(title: str, size: int, gone: int) -> None:
    during(title, f"{100 * gone // size} % of {size / 2**20:.1f} MB")
