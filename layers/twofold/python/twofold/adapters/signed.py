"""Calls AWS services that speak JSON, with nothing between us and the wire but a signature.

A botocore client spends half of a request's processor time and most of a cold start on service models that
DynamoDB, Secrets Manager and EventBridge do not need (docs/decisions/0007). Credentials stay botocore's, connections
urllib3's; errors are botocore's own, so that callers cannot tell the difference.
"""

import os
import random
import time
from datetime import UTC, datetime
from functools import cache
from typing import Any
from urllib.parse import urlsplit

import msgspec
import urllib3
from botocore.exceptions import ClientError, EndpointConnectionError, ReadTimeoutError
from urllib3.exceptions import ConnectTimeoutError, HTTPError, NewConnectionError

from .again import may_ask_again
from .session import credentials, region
from .signature import Signer
from .trust import trusted

TRIES = 2
PATIENCE = 3.0
"""Seconds to wait for an answer."""

_REACH = 1.0
"""Seconds to wait for a connection."""


class SignedService:
    """One service: `name` as it is signed and addressed, `target` the prefix of its operations.

    With `tries=1` nothing is asked twice, and each call has a connection of its own: a kept one may have died while
    the function slept, and then nobody could tell whether the call arrived. `patience` is in seconds.
    """

    def __init__(
        self, name: str, target: str, version: str, *, tries: int = TRIES, patience: float = PATIENCE
    ) -> None:
        self._url = _endpoint(name)
        self._target = target
        self._type = f"application/x-amz-json-{version}"
        self._tries = tries
        self._patience = patience
        self._credentials = credentials()
        self._signer = Signer(service=name, region=region(), host=urlsplit(self._url).netloc)

    def call(self, operation: str, arguments: dict[str, Any]) -> dict[str, Any]:
        """The parsed answer. Tries again where that can help and cannot harm a conditional write.

        Raises botocore's ClientError for what the service refuses, EndpointConnectionError when nothing was sent,
        ReadTimeoutError when no answer came.
        """
        for tries_left in reversed(range(self._tries)):
            try:
                return self._once(operation, arguments)
            except (ClientError, EndpointConnectionError, ReadTimeoutError) as error:
                if not tries_left or not may_ask_again(error, arguments):
                    raise
                time.sleep(random.uniform(0.01, 0.1))
        raise AssertionError("the last try answers or raises")

    _make_api_call = call
    """The one method of a botocore client that PynamoDB uses."""

    def _once(self, operation: str, arguments: dict[str, Any]) -> dict[str, Any]:
        body, headers = self._write(operation, arguments)
        role = self._credentials.get_frozen_credentials()
        signed = self._signer.sign(body, headers, role, datetime.now(UTC))
        try:
            answer = self._post(body, signed)
        except (NewConnectionError, ConnectTimeoutError) as error:
            raise EndpointConnectionError(endpoint_url=self._url, error=error) from error
        except HTTPError as error:
            raise ReadTimeoutError(endpoint_url=self._url, error=error) from error
        parsed = self._read(answer.data)
        if answer.status >= 300:
            raise ClientError(_error(parsed or {}, answer.status), operation)
        if parsed is None:
            raise ReadTimeoutError(endpoint_url=self._url, error="the answer cannot be read")
        return parsed

    def _write(self, operation: str, arguments: dict[str, Any]) -> tuple[bytes, dict[str, str]]:
        headers = {"content-type": self._type, "x-amz-target": f"{self._target}.{operation}"}
        return msgspec.json.encode(arguments), headers

    def _read(self, data: bytes) -> dict[str, Any] | None:
        """None for what is not JSON: it is not from the service, but from something on the way to it."""
        try:
            return msgspec.json.decode(data, type=dict[str, Any]) if data else {}
        except msgspec.DecodeError:
            return None

    def _post(self, body: bytes, headers: dict[str, str]) -> urllib3.BaseHTTPResponse:
        if self._tries > 1:
            return _kept(self._url, self._patience).urlopen("POST", "/", body=body, headers=headers)
        with _connections(self._url, self._patience) as fresh:
            return fresh.urlopen("POST", "/", body=body, headers=headers)


def _connections(url: str, patience: float) -> urllib3.HTTPConnectionPool:
    timeout = urllib3.Timeout(connect=_REACH, read=patience)
    trust: dict[str, Any] = {"ssl_context": trusted()} if url.startswith("https:") else {}
    return urllib3.connection_from_url(url, maxsize=10, retries=False, timeout=timeout, **trust)


_kept = cache(_connections)


def _error(parsed: dict[str, Any], status: int) -> Any:
    code = str(parsed.pop("__type", status)).rpartition("#")[2]
    message = parsed.pop("message", None) or parsed.pop("Message", "")
    details = {"Code": code, "Message": message}
    return {"Error": details, "ResponseMetadata": {"HTTPStatusCode": status, "HTTPHeaders": {}}, **parsed}


def _endpoint(name: str) -> str:
    given = os.environ.get(f"AWS_ENDPOINT_URL_{name.upper().replace('-', '_')}")
    given = given or os.environ.get("AWS_ENDPOINT_URL")
    suffix = "amazonaws.com.cn" if region().startswith("cn-") else "amazonaws.com"
    return given or f"https://{name}.{region()}.{suffix}"
