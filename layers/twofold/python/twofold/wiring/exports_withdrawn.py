"""Taking back exports of people of whom somebody was erased."""

from twofold.adapters.dynamodb.exports import DynamoExportBook
from twofold.adapters.s3_exports import S3Exports
from twofold.contracts.instants import now
from twofold.contracts.settings import ExportSettings
from twofold.exports.withdraw import WithdrawExports

from .shared import database


def withdraw_exports() -> WithdrawExports:
    files = S3Exports(bucket=ExportSettings.from_env().bucket, clock=now)
    return WithdrawExports(book=DynamoExportBook(database()), files=files, clock=now)
