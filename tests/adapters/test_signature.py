"""The signature of a request is the one that AWS's own SDK would make."""

from datetime import UTC, datetime

import botocore.auth
import pytest
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

from twofold.adapters.signature import Signer

AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
BODY = '{"TableName":"leads","Key":{"lead_id":{"S":"żółw"}}}'.encode()
HEADERS = {"content-type": "application/x-amz-json-1.0", "x-amz-target": "DynamoDB_20120810.GetItem"}


@pytest.mark.parametrize("token", [None, "a session's token/+=="])
@pytest.mark.parametrize("host", ["dynamodb.eu-central-1.amazonaws.com", "127.0.0.1:4566"])
def test_the_signature_is_the_one_that_botocore_makes(monkeypatch, host, token):
    credentials = Credentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", token)
    signer = Signer(service="dynamodb", region="eu-central-1", host=host)
    signed = signer.sign(BODY, HEADERS, credentials.get_frozen_credentials(), AT)
    assert signed["authorization"] == _as_botocore_does(monkeypatch, f"https://{host}", credentials)
    assert signed.get("x-amz-security-token") == token


def _as_botocore_does(monkeypatch, url, credentials):
    monkeypatch.setattr(botocore.auth, "get_current_datetime", lambda: AT)
    request = AWSRequest("POST", url, headers=HEADERS, data=BODY)
    botocore.auth.SigV4Auth(credentials, "dynamodb", "eu-central-1").add_auth(request)
    return request.headers["Authorization"]
