"""The signature of a request is the one that AWS's own SDK would make."""

from datetime import UTC, datetime
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

import botocore.auth
import pytest
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

from twofold.adapters import s3_place
from twofold.adapters.s3_shelf import SECONDS
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


@pytest.mark.parametrize("token", [None, "a session's token/+=="])
@pytest.mark.parametrize("place", ["https://b.s3.eu-central-1.amazonaws.com", "http://127.0.0.1:4566/b"])
def test_a_link_is_signed_as_botocore_signs_it(monkeypatch, place, token):
    """https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html"""
    credentials = Credentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", token)
    monkeypatch.setenv("AWS_REGION", "eu-central-1")
    disposition = {"response-content-disposition": "attachment; filename*=UTF-8''%C5%BC%C3%B3%C5%82w.pdf"}
    path = "/magnets/buffet-20/%C5%BC%C3%B3%C5%82w.pdf"
    monkeypatch.setattr(s3_place, "credentials", lambda: credentials)
    link = s3_place.link_to(place, path, SECONDS, AT, more=disposition)
    assert link.startswith(f"{place}{path}?")
    assert _query(link) == _query(
        _as_botocore_presigns(monkeypatch, f"{place}{path}", disposition, credentials)
    )


def _query(link):
    return dict(parse_qsl(urlsplit(link).query, strict_parsing=True))


def _as_botocore_presigns(monkeypatch, url, disposition, credentials):
    monkeypatch.setattr(botocore.auth, "get_current_datetime", lambda: AT)
    request = AWSRequest("GET", f"{url}?{urlencode(disposition, quote_via=quote)}")
    botocore.auth.S3SigV4QueryAuth(credentials, "s3", "eu-central-1", expires=SECONDS).add_auth(request)
    return request.url


@pytest.mark.parametrize("token", [None, "a session's token/+=="])
def test_a_link_to_put_a_file_is_signed_with_the_headers_that_it_asks_for(monkeypatch, token):
    credentials = Credentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", token)
    monkeypatch.setattr(botocore.auth, "get_current_datetime", lambda: AT)
    host, path = "b.s3.eu-central-1.amazonaws.com", "/imports/imp_1.csv"
    request = AWSRequest("PUT", f"https://{host}{path}", headers={"If-None-Match": "*"})
    botocore.auth.S3SigV4QueryAuth(credentials, "s3", "eu-central-1", expires=900).add_auth(request)
    signer = Signer(service="s3", region="eu-central-1", host=host)
    query = signer.presign(
        path,
        {},
        900,
        credentials.get_frozen_credentials(),
        AT,
        method="PUT",
        headers={"if-none-match": "*"},
    )
    assert dict(parse_qsl(query, strict_parsing=True)) == _query(request.url)
