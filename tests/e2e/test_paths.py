"""Addresses and headers that no client of ours would send."""

import http.client
from urllib.parse import urlsplit

from tests.faults.people import People
from tests.stack import Stack
from twofold.contracts.routes.catalogue import ROUTES
from twofold.contracts.routes.codes import CHECK_CODE, REDEEM

STRANGE = (
    "%2F",
    "..%2f..",
    "%00",
    "a%00b",
    "%ff%fe",
    "%",
    "%zz",
    "x" * 3_000,
    "%F0%9F%8D%9B",
    "a%20b",
    "'",
    "#",
)


def test_strange_paths_lead_nowhere(stack: Stack, people: People, unchanged: None):
    odd: dict[str, int] = {}
    for route in ROUTES:
        for strange in STRANGE:
            start, _, rest = route.path.partition("{")
            if rest:
                path = start + strange + rest.partition("}")[2]
                status = _raw(stack.api, route.method, path, people)
                odd |= {} if 400 <= status < 500 else {path[:80]: status}
    assert not odd


def test_a_header_that_never_ends_is_refused(stack: Stack, people: People):
    assert (
        400
        <= _raw(stack.api, "GET", CHECK_CODE.path.format(code="A"), people, {"X-Long": "x" * 60_000})
        < 500
    )
    key = {"Idempotency-Key": "k" * 256}
    assert 400 <= _raw(stack.api, "POST", REDEEM.path.format(code="A"), people, key) < 500


def _raw(api: str, method: str, path: str, people: People, headers: dict[str, str] | None = None) -> int:
    """The path as it stands, put right by no client."""
    connection = http.client.HTTPConnection(urlsplit(api).netloc, timeout=30)
    connection.request(method, path, headers={"Authorization": f"Bearer {people.key}", **(headers or {})})
    status = connection.getresponse().status
    connection.close()
    return status
