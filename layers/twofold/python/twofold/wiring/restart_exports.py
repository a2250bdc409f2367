"""Having exports that stand still written on."""

from twofold.adapters.dynamodb.exports import DynamoExportBook
from twofold.adapters.lambda_writer import LambdaExportWriter
from twofold.contracts.instants import now
from twofold.contracts.settings import ExporterSettings
from twofold.exports.restart import RestartExports

from .shared import database


def restart_exports() -> RestartExports:
    writer = LambdaExportWriter(ExporterSettings.from_env())
    return RestartExports(book=DynamoExportBook(database()), writer=writer, clock=now)
