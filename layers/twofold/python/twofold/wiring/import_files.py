"""Files of coupons, read into pools, and of people, read among the leads."""

from functools import partial

from twofold.adapters.dynamodb.arrivals import DynamoArrivalBook
from twofold.adapters.dynamodb.campaigns import DynamoCampaignBook
from twofold.adapters.dynamodb.imports import DynamoImportBook
from twofold.adapters.dynamodb.many_hands import ManyHands
from twofold.adapters.lambda_reader import LambdaImportReader
from twofold.adapters.s3_uploads import S3Uploads
from twofold.adapters.secrets import derive_key
from twofold.contracts.instants import now
from twofold.contracts.settings import ImporterSettings, ImportSettings, SecretSettings
from twofold.imports.codes.intake import CodeIntake
from twofold.imports.leads.intake import LeadIntake
from twofold.imports.model import CODES, LEADS
from twofold.imports.run import RunImport
from twofold.leads.phone import LeadIdentity

from .pools import keep_promises
from .shared import database

PROMISES = 10_000
"""That an import keeps, if its patience allows: nobody waits for its end."""


def import_files() -> RunImport:
    return RunImport(
        jobs=DynamoImportBook(database()),
        uploads=S3Uploads(bucket=ImportSettings.from_env().bucket, clock=now),
        reader=LambdaImportReader(ImporterSettings.from_env()),
        intakes={CODES: _codes(), LEADS: _leads()},
        clock=now,
    )


def _codes() -> CodeIntake:
    pools = ManyHands()
    promises = partial(keep_promises().with_new_coupons, most=PROMISES)
    return CodeIntake(codes=pools, pool=pools, keep_promises=promises)


def _leads() -> LeadIntake:
    root = SecretSettings.from_env().need("root")
    return LeadIntake(
        campaigns=DynamoCampaignBook(),
        book=DynamoArrivalBook(database()),
        identify=LeadIdentity(derive_key(root, "lead-id")),
        clock=now,
    )
