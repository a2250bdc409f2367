"""The operator's page says how a person is erased; what it says leaves a mark that every use case understands."""

import json
import re
from pathlib import Path
from typing import Any

import boto3
import pytest
from botocore.exceptions import ClientError

from tests.fakes.aws import FakeAws
from tests.fakes.in_dynamodb import in_dynamodb
from tests.fakes.samples import ANNA
from tests.fakes.tables import SETTINGS
from tests.fakes.world import World
from twofold.leads.model import Lead

PAGE = (Path(__file__).parents[2] / "docs" / "operations.md").read_text("utf-8")


@pytest.fixture
def world(aws: FakeAws) -> World:
    return World(books=in_dynamodb(SETTINGS))


def told(option: str) -> dict[str, Any]:
    found = re.search(rf"--{option} '(.+?)'", PAGE)
    assert found, f"the page does not tell {option}"
    read: dict[str, Any] = json.loads(found[1])
    return read


def mark(aws: FakeAws, lead: Lead, *, was: int | None = None) -> None:
    """What the page tells an operator to type, with the row's own numbers."""
    filled = {"lead_id": {"S": lead.lead_id}, "consent_seq": {"N": str(lead.consent_seq)}}
    boto3.client("dynamodb", **aws.client).put_item(
        TableName=SETTINGS.leads or "",
        Item=told("item") | filled | {"version": {"N": str(lead.version + 1)}},
        ConditionExpression="version = :was",
        ExpressionAttributeValues={":was": {"N": str(was or lead.version)}},
    )


def forget(aws: FakeAws, lead: Lead) -> None:
    dynamodb = boto3.client("dynamodb", **aws.client)
    for number in range(1, lead.consent_seq + 1):
        key = {"lead_id": {"S": lead.lead_id}, "seq": {"S": f"{number:06d}"}}
        dynamodb.delete_item(TableName=SETTINGS.consents or "", Key=key)


def test_the_mark_tells_nothing_of_the_person(world: World, aws: FakeAws):
    world.confirmed()
    lead = world.lead()
    mark(aws, lead)
    marked = world.lead()
    assert (marked.status, marked.version) == ("erased", lead.version + 1)
    assert (marked.phone, marked.scopes, marked.codes, marked.attributes) == (None, (), (), None)


def test_a_row_that_moved_meanwhile_is_not_overwritten(world: World, aws: FakeAws):
    world.confirmed()
    before = world.lead()
    world.reply(ANNA, "STOP")
    with pytest.raises(ClientError, match="ConditionalCheckFailed"):
        mark(aws, before)
    assert world.lead().status == "opted_out"


@pytest.mark.parametrize("left", [False, True])
def test_a_stop_is_taken_in_and_nothing_is_sent_before_the_consents_are_gone_and_after(
    world: World, aws: FakeAws, left: bool
):
    world.confirmed()
    lead, planned = world.lead(), world.plan()
    mark(aws, lead)
    if not left:
        forget(aws, lead)
    assert world.reply(ANNA, "STOP") == "stop"
    assert world.reply(ANNA, "START") == "start"
    assert world.go(planned) == "not_confirmed"
    assert world.lead().status == "erased"
    assert world.gateway.calls == 0


@pytest.mark.parametrize("left", [False, True])
def test_whoever_has_the_number_may_sign_up_again(world: World, aws: FakeAws, left: bool):
    world.confirmed()
    lead = world.lead()
    mark(aws, lead)
    if not left:
        forget(aws, lead)
    world.clock.forward(days=1)
    world.confirmed()
    assert world.lead().status == "confirmed"
    assert world.reply(ANNA, "STOP") == "stop"
    assert world.lead().status == "opted_out"
