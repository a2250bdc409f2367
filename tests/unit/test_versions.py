"""Which version a change is for."""

import re

import pytest
from aws_lambda_powertools.event_handler import APIGatewayHttpResolver
from aws_lambda_powertools.utilities.data_classes import APIGatewayProxyEventV2

from tests.fakes import sample_events
from twofold.contracts.errors import InvalidRequest, PreconditionFailed
from twofold.contracts.versions import insist_on_version
from twofold.entrypoints import versions


def said(tag: str | None) -> int | None:
    app = APIGatewayHttpResolver()
    headers = {} if tag is None else {"if-match": tag}
    app.current_event = APIGatewayProxyEventV2(sample_events.http("check_code", headers=headers))
    return versions.if_match(app)


@pytest.mark.parametrize(
    ("tag", "version"), [(None, None), ("*", None), ('"7"', 7), ('W/"7"', 7), (' "12" ', 12)]
)
def test_a_tag_is_the_version_that_it_was_made_of(tag: str | None, version: int | None):
    assert said(tag) == version


def test_what_we_tag_we_can_read():
    assert said(versions.tagged(41)["ETag"]) == 41


@pytest.mark.parametrize(
    "tag", ["", "7", '"x"', '"-1"', '"7", "8"', '"7', 'w/"7"', '"' + "9" * 16 + '"', '"٣"']
)
def test_what_is_no_tag_of_ours_is_refused_and_the_document_says_so(tag: str):
    with pytest.raises(InvalidRequest) as raised:
        said(tag)
    assert raised.value.field == "If-Match"
    assert not re.match(versions.TAG, tag)


@pytest.mark.parametrize(("expected", "version"), [(None, 3), (3, 3)])
def test_a_change_for_this_version_or_for_any_may_go_on(expected: int | None, version: int):
    insist_on_version(expected, version)


def test_a_change_for_another_version_may_not():
    with pytest.raises(PreconditionFailed) as raised:
        insist_on_version(3, 4)
    assert raised.value.code == "version_mismatch"
