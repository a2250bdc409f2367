"""Brings coupons into a campaign's pool: `make codes FILE=coupons.csv CAMPAIGN=buffet-20`."""

import sys
from argparse import Namespace
from functools import partial

from infra.commands.screen import CannotGoOn, done, during, note, say, step
from infra.operate.codes_file.check import Looked, checked, listed
from infra.operate.codes_file.follow import follow, tell
from infra.operate.codes_file.options import parser
from infra.operate.codes_file.send import send
from infra.operate.deployment import Deployment, attached
from twofold.adapters.dynamodb.campaigns import DynamoCampaignBook
from twofold.adapters.dynamodb.connection import connect
from twofold.adapters.dynamodb.imports import DynamoImportBook
from twofold.adapters.s3_uploads import S3Uploads
from twofold.contracts.errors import NotFound
from twofold.contracts.instants import now
from twofold.contracts.payloads.imports import ImportOpened, ImportRequest
from twofold.contracts.settings import TableSettings
from twofold.imports.open import OpenImport
from twofold.imports.show import ShowImport


def main(arguments: list[str] | None = None) -> None:
    asked = parser().parse_args(arguments)
    if asked.file is None and not asked.import_id:
        parser().print_help()
        raise CannotGoOn("Which file, for which campaign? make codes FILE=coupons.csv CAMPAIGN=buffet-20")
    looked = _look(asked) if asked.file else None
    if asked.check:
        return
    if looked and not asked.campaign:
        raise CannotGoOn("For which campaign? make codes FILE=coupons.csv CAMPAIGN=buffet-20")
    with attached(asked.env) as deployment:
        book = _book(deployment)
        import_id = _bring(asked, looked, book, deployment) if looked else asked.import_id
        try:
            tell(follow(import_id, ShowImport(book=book, links=_uploads(deployment), clock=now)))
        except NotFound:
            raise CannotGoOn(
                f"IMPORT: there is no import {import_id}; after 90 days they are forgotten."
            ) from None


def _look(asked: Namespace) -> Looked:
    with step(f"Looking at {asked.file.name}"):
        looked = checked(asked.file)
    done(f"{looked.good:,} coupons, of which {looked.first} is the first")
    if looked.bad:
        note(f"These lines hold no coupon and will be left out ({len(looked.bad):,}):")
        print(listed(looked.bad), file=sys.stderr)
    return looked


def _bring(asked: Namespace, looked: Looked, book: DynamoImportBook, deployment: Deployment) -> str:
    opened = _opened(asked.campaign, book, deployment)
    title = f"Uploading {asked.file.name}"
    with step(title):
        send(asked.file, looked.size, opened, partial(_sent, title, looked.size))
    say(f"    it is import {opened.import_id}")
    return opened.import_id


def _sent(title: str, size: int, gone: int) -> None:
    during(title, f"{100 * gone // size} % of {size / 2**20:.1f} MB")


def _opened(campaign_id: str, book: DynamoImportBook, deployment: Deployment) -> ImportOpened:
    campaigns = DynamoCampaignBook()
    announce = OpenImport(
        campaigns=campaigns,
        book=book,
        uploads=_uploads(deployment),
        clock=now,
    )
    try:
        if campaigns.campaign(campaign_id).pool is None:
            note(f"{campaign_id} gives out codes of its own until its file says `pool`: make seed.")
        return announce(ImportRequest(kind="codes", campaign_id=campaign_id))
    except NotFound:
        raise CannotGoOn(f"CAMPAIGN: there is no campaign {campaign_id}. `make seed` puts one in.") from None


def _uploads(deployment: Deployment) -> S3Uploads:
    bucket = deployment.outputs.get("UploadBucketName")
    if not bucket:
        raise CannotGoOn("This deployment has no bucket for it yet. Deploy it again.")
    return S3Uploads(bucket=bucket, clock=now)


def _book(deployment: Deployment) -> DynamoImportBook:
    return DynamoImportBook(connect(TableSettings(**deployment.outputs["TableNames"])))


if __name__ == "__main__":
    main()
