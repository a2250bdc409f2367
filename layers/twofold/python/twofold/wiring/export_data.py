"""Writing exports: what each kind is read from, and where the files go."""

from collections.abc import Mapping

from twofold.adapters.dynamodb.export_pages import (
    DynamoCodePages,
    DynamoConsentPages,
    DynamoLeadPages,
    DynamoLedgerPages,
    DynamoMessagePages,
)
from twofold.adapters.dynamodb.exports import DynamoExportBook
from twofold.adapters.files.sheets import DiskSheets
from twofold.adapters.lambda_writer import LambdaExportWriter
from twofold.adapters.s3_exports import S3Exports
from twofold.contracts.exports import Kind
from twofold.contracts.instants import now
from twofold.contracts.settings import ExporterSettings, ExportSettings
from twofold.exports.fill import Room
from twofold.exports.ports import Source
from twofold.exports.write import WriteExport

from .shared import database

SOURCES: Mapping[Kind, Source] = {
    "leads": DynamoLeadPages(),
    "audience": DynamoLeadPages(),
    "consents": DynamoConsentPages(),
    "codes": DynamoCodePages(),
    "messages": DynamoMessagePages(),
    "ledger": DynamoLedgerPages(),
}


def write_export() -> WriteExport:
    return WriteExport(
        book=DynamoExportBook(database()),
        sources=SOURCES,
        sheets=DiskSheets(),
        files=S3Exports(bucket=ExportSettings.from_env().bucket, clock=now),
        writer=LambdaExportWriter(ExporterSettings.from_env()),
        clock=now,
        room=Room(),
    )
