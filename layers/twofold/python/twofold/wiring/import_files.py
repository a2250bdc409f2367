"""Files of coupons, read into pools."""

from functools import partial

from twofold.adapters.dynamodb.imports import DynamoImportBook
from twofold.adapters.dynamodb.many_hands import ManyHands
from twofold.adapters.s3_uploads import S3Uploads
from twofold.contracts.instants import now
from twofold.contracts.settings import ImportSettings
from twofold.imports.run import ImportCodes

from .pools import keep_promises
from .shared import database

PROMISES = 10_000
"""That an import keeps, if its patience allows: nobody waits for its end."""


def import_files() -> ImportCodes:
    pools = ManyHands()
    return ImportCodes(
        jobs=DynamoImportBook(database()),
        uploads=S3Uploads(bucket=ImportSettings.from_env().bucket, clock=now),
        codes=pools,
        pool=pools,
        keep_promises=partial(keep_promises().with_new_coupons, most=PROMISES),
        clock=now,
    )
