"""Exports: asked for, and fetched."""

from twofold.adapters.dynamodb.campaigns import DynamoCampaignBook
from twofold.adapters.dynamodb.exports import DynamoExportBook
from twofold.adapters.lambda_writer import LambdaExportWriter
from twofold.adapters.s3_exports import S3Exports
from twofold.contracts.instants import now
from twofold.contracts.settings import ExporterSettings, ExportSettings, RetentionSettings
from twofold.exports.open import OpenExport
from twofold.exports.show import ShowExport
from twofold.wiring.shared import database


def open_export() -> OpenExport:
    return OpenExport(
        campaigns=DynamoCampaignBook(),
        book=DynamoExportBook(database()),
        writer=LambdaExportWriter(ExporterSettings.from_env()),
        clock=now,
    )


def show_export() -> ShowExport:
    return ShowExport(
        book=DynamoExportBook(database()),
        files=S3Exports(bucket=ExportSettings.from_env().bucket, clock=now),
        clock=now,
        days=RetentionSettings.from_env().exports_days,
    )
