"""AWS's older protocol: forms and XML."""

from urllib.parse import parse_qs

import pytest
from botocore.exceptions import ClientError, ReadTimeoutError

from tests.fakes.aws import FakeAws, Fault
from twofold.adapters.signed_query import SignedQuery

TOLD = "<Code>NotFound</Code><Message>no &lt;such&gt; &amp; such</Message>"
ERROR = f"<ErrorResponse><Error>{TOLD}</Error></ErrorResponse>"


@pytest.fixture
def service(aws: FakeAws) -> SignedQuery:
    return SignedQuery("sns", "2010-03-31")


def test_what_is_asked_is_a_form(aws: FakeAws, service: SignedQuery):
    answer = service.call(
        "CreateTopic", {"Name": "a-topic", "Tags.member.1.Key": "k&=ż", "Tags.member.1.Value": "v"}
    )
    assert parse_qs(aws.calls[0][1]) == {
        "Action": ["CreateTopic"],
        "Version": ["2010-03-31"],
        "Name": ["a-topic"],
        "Tags.member.1.Key": ["k&=ż"],
        "Tags.member.1.Value": ["v"],
    }
    assert answer["TopicArn"].endswith(":a-topic")


def test_an_error_is_told_as_a_json_service_would_tell_it(aws: FakeAws, service: SignedQuery):
    aws.faults = [Fault(404, ERROR)]
    with pytest.raises(ClientError) as raised:
        service.call("Publish", {})
    assert raised.value.response["Error"] == {"Code": "NotFound", "Message": "no <such> & such"}


def test_a_bad_moment_is_tried_again_once_as_elsewhere(aws: FakeAws, service: SignedQuery):
    aws.faults = [Fault(500, ERROR), Fault(200, "nothing of the kind")]
    with pytest.raises(ReadTimeoutError):
        service.call("CreateTopic", {"Name": "a-topic"})
    assert len(aws.calls) == 2
