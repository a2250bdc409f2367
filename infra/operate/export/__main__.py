"""Writes what is kept into files and fetches them: `make export KIND=leads FORMAT=csv`."""

from argparse import Namespace

from infra.commands.screen import CannotGoOn, say
from infra.local.workspace import Workspace
from infra.operate.deployment import Deployment, attached, known
from infra.operate.export.follow import fetch, follow
from infra.operate.export.options import parser
from twofold.adapters.dynamodb.campaigns import DynamoCampaignBook
from twofold.adapters.dynamodb.connection import connect
from twofold.adapters.dynamodb.exports import DynamoExportBook
from twofold.adapters.lambda_writer import LambdaExportWriter
from twofold.adapters.s3_exports import S3Exports
from twofold.contracts.errors import DomainError, NotFound
from twofold.contracts.instants import now
from twofold.contracts.payloads.exports import ExportProgress, ExportRequest
from twofold.contracts.settings import ExporterSettings, TableSettings
from twofold.exports.open import OpenExport
from twofold.exports.show import ShowExport


def main(arguments: list[str] | None = None) -> None:
    asked = parser().parse_args(arguments)
    if asked.kind is None and not asked.export_id:
        parser().print_help()
        raise CannotGoOn("Which kind? make export KIND=leads FORMAT=csv")
    days = known(asked.env).retention.exports_days
    with attached(asked.env) as deployment:
        book = DynamoExportBook(connect(TableSettings(**deployment.outputs["TableNames"])))
        export_id = asked.export_id or _opened(asked, book, deployment)
        files = S3Exports(bucket=_output(deployment, "ExportBucketName"), clock=now)
        try:
            told = follow(export_id, ShowExport(book=book, files=files, clock=now, days=days))
        except NotFound:
            raise CannotGoOn(
                f"EXPORT: there is no export {export_id}; they are forgotten after a while."
            ) from None
        _tell(told, asked)


def _tell(told: ExportProgress, asked: Namespace) -> None:
    if not told.files:
        say(f"\n  {told.rows:,} rows; there is no file to fetch.")
    for place in fetch(told, asked.out or Workspace.current().path("exports")):
        say(f"  {place}")
    say(f"\n  {told.rows:,} rows in {len(told.files)} files of {told.kind} as {told.format}.")


def _opened(asked: Namespace, book: DynamoExportBook, deployment: Deployment) -> str:
    writer = LambdaExportWriter(ExporterSettings(function=_output(deployment, "ExportFunctionName")))
    request = ExportRequest(
        kind=asked.kind,
        format=asked.format,
        since=asked.since,
        until=asked.until,
        campaign_id=asked.campaign,
        platform=asked.platform,
    )
    announce = OpenExport(campaigns=DynamoCampaignBook(), book=book, writer=writer, clock=now)
    try:
        return announce(request).export_id
    except DomainError as refusal:
        raise CannotGoOn(refusal.detail) from None


def _output(deployment: Deployment, name: str) -> str:
    found = deployment.outputs.get(name)
    if not found:
        raise CannotGoOn("This deployment writes no exports yet. Deploy it again.")
    return str(found)


if __name__ == "__main__":
    main()
