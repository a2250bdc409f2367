"""Who calls: the visitor's address and origin, and the Idempotency-Key of a shop or CRM."""

import hashlib
import hmac
import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass

from aws_lambda_powertools.utilities.data_classes import APIGatewayProxyEventV2

from twofold.codes.ports import RequestKey
from twofold.contracts import edge
from twofold.contracts.errors import InvalidRequest
from twofold.contracts.instants import now
from twofold.partners.keys import ApiKey
from twofold.visits.click import Click
from twofold.visits.visitor import Visitor

_LONGEST_KEY = 255

_PURPOSES = ("sec-purpose", "purpose", "x-purpose", "x-moz")
"""Where browsers say that they only fetch ahead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """Knows requests that came through our own edge. `site` is our pages' own origin."""

    secret: bytes
    site: str

    def visitor(self, event: APIGatewayProxyEventV2) -> Visitor:
        """The client's address comes from a header only when the edge vouches for it with its secret."""
        headers = event.headers
        origin = headers.get("origin")
        return Visitor(
            address=self._address(headers, event.request_context.http.source_ip),
            user_agent=headers.get("user-agent", "")[:256],
            origin=None if origin == self.site else origin,
        )

    def _address(self, headers: Mapping[str, str], source_ip: str) -> str:
        vouched = hmac.compare_digest(headers.get(edge.SECRET_HEADER, "").encode(), self.secret)
        viewer = headers.get(edge.VIEWER_HEADER, "").rpartition(":")[0] if vouched else ""
        for candidate in (viewer.strip("[]"), source_ip):
            try:
                return str(ipaddress.ip_address(candidate))
            except ValueError:
                continue
        return "0.0.0.0"


def is_a_person(headers: Mapping[str, str]) -> bool:
    """Whether who asks is to be shown a page.

    The edge does not hand `Accept` on, so that only one who names something else is taken for a program.
    """
    return "text/html" in headers.get("accept", "text/html")


def click(event: APIGatewayProxyEventV2, edge: Edge) -> Click:
    """Who opens a link, as far as the request tells."""
    visitor, headers = edge.visitor(event), event.headers
    purpose = " ".join(headers.get(name, "") for name in _PURPOSES)
    return Click(
        method=event.request_context.http.method,
        user_agent=visitor.user_agent,
        purpose=purpose[:100],
        network=visitor.mark,
        at=now(),
        query=event.query_string_parameters,
    )


def idempotency_key(event: APIGatewayProxyEventV2) -> str | None:
    """The caller's Idempotency-Key, word for word; None when none was sent. Raises InvalidRequest."""
    key: str | None = event.headers.get("idempotency-key")
    if key is not None and not 0 < len(key) <= _LONGEST_KEY:
        raise InvalidRequest("An Idempotency-Key has 1 to 255 characters.", field="Idempotency-Key")
    return key


def request_key(event: APIGatewayProxyEventV2, caller: ApiKey, raw: bytes) -> RequestKey | None:
    """The caller's Idempotency-Key, bound to the caller; None when none was sent. Raises InvalidRequest."""
    key = idempotency_key(event)
    if key is None:
        return None
    asked = f"{event.request_context.http.method} {event.raw_path}\n".encode() + raw
    mark = hashlib.sha256(f"{caller.key_hash}\n{key}".encode()).hexdigest()
    return RequestKey(mark=mark, fingerprint=hashlib.sha256(asked).hexdigest())


def wished_locale(event: APIGatewayProxyEventV2) -> str | None:
    asked = event.query_string_parameters.get("locale") or event.headers.get("accept-language", "")
    first = asked.split(",")[0].split(";")[0].strip()
    return first[:35] or None
