"""Where a walk takes place: a stand-in for AWS with tables, a campaign and a key in it."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from moto import mock_aws

from infra.operate.seed import SAMPLE, seed
from twofold.adapters.dynamodb.assets import DynamoAssetRegister
from twofold.adapters.dynamodb.automations import DynamoAutomations
from twofold.adapters.dynamodb.campaigns import DynamoCampaignBook
from twofold.adapters.dynamodb.connection import SharedConnection, connect
from twofold.adapters.dynamodb.operations import DynamoKeyBook
from twofold.automations.definition.automation import Automation
from twofold.automations.presets import presets
from twofold.automations.saving.install import InstallPresets
from twofold.automations.saving.save import SaveAutomation
from twofold.contracts.instants import now
from twofold.contracts.routes.catalogue import SCOPES
from twofold.contracts.settings import AutomationSettings, TableSettings
from twofold.partners.keys import mint_key

from .conversation import environment_of
from .database import Database
from .layout import Function
from .stub import Stub

FOURTH_TEXT = "thank-you"
"""Off here: what it sends is none of the texts on a lead's way, and what it costs stands in a bill of its own."""


@dataclass(frozen=True, slots=True)
class Place:
    """`key` opens every door; `connection` is this process's own to the tables."""

    stub: Stub
    database: Database
    connection: SharedConnection
    key: str


@contextmanager
def furnished(functions: Mapping[str, Function]) -> Iterator[Place]:
    """For these functions' settings. Changes this process's environment, so one process is for one place."""
    settings = environment_of(list(functions.values()), "").settings
    with mock_aws():
        database = Database(TableSettings.from_env(settings))
        with Stub(database.answer).open() as stub:
            os.environ |= {"AWS_ENDPOINT_URL": stub.url, "AWS_REGION": "eu-central-1"}
            connection = connect(TableSettings.from_env(settings))
            yield Place(stub, database, connection, _furnish(connection))


def _furnish(connection: SharedConnection) -> str:
    """A campaign with its assets and the automations that it has from the start, and a key that may do everything."""
    save = SaveAutomation(
        register=DynamoAutomations(connection),
        campaigns=DynamoCampaignBook(),
        clock=now,
        hears=AutomationSettings().hears,
    )
    seed(SAMPLE, DynamoAssetRegister(connection), install=InstallPresets(save=save, presets=_presets))
    secret, key = mint_key("bench", SCOPES)
    DynamoKeyBook().put(key)
    return secret


def _presets(campaign_id: str) -> list[Automation]:
    return [each for each in presets(campaign_id) if each.automation_id != FOURTH_TEXT]
