"""Headers that requests and answers have, as the document tells them."""

from typing import Any

from twofold.contracts.routes.route import Route
from twofold.entrypoints.versions import TAG

_CHANGES = ("PATCH", "PUT", "DELETE")

HEADERS: dict[str, Any] = {
    "RateLimit-Limit": {
        "description": "How many calls the key may make in a minute.",
        "schema": {"type": "integer", "minimum": 0},
    },
    "RateLimit-Remaining": {
        "description": "How many of them are left, as far as the answering process knows.",
        "schema": {"type": "integer", "minimum": 0},
    },
    "RateLimit-Reset": {
        "description": "Seconds until the next minute, in which all of them are there again.",
        "schema": {"type": "integer", "minimum": 0, "maximum": 60},
    },
    "Retry-After": {
        "description": "Seconds after which the same request may succeed.",
        "schema": {"type": "integer", "minimum": 0},
    },
    "ETag": {
        "description": "The version of what the answer shows, for If-Match.",
        "schema": {"type": "string", "examples": ['"7"']},
    },
}
"""Of answers, by their names, as components of the document."""

IF_MATCH: dict[str, Any] = {
    "name": "If-Match",
    "in": "header",
    "description": "The ETag that the change is for: 412 when there is a newer one. Without it, any will do.",
    "schema": {"type": "string", "pattern": TAG, "examples": ['"7"']},
}

IDEMPOTENCY_KEY: dict[str, Any] = {
    "name": "Idempotency-Key",
    "in": "header",
    "description": "A name of your own for this request. Redeeming, keeping and withdrawing codes, and making webhooks "
    "and exports, are not done again when they are sent again with it; others say themselves what they are about.",
    "schema": {"type": "string", "minLength": 1, "maxLength": 255},
}


def asked(route: Route) -> list[dict[str, Any]]:
    """Headers that a request may have."""
    found = []
    if route.scopes and route.method == "POST":
        found.append(IDEMPOTENCY_KEY)
    if route.versioned and route.method in _CHANGES:
        found.append(IF_MATCH)
    return found


def refusals(route: Route) -> tuple[int, ...]:
    """What an address refuses for being keyed or versioned, beside what its route says."""
    keyed = (401, 403, 422, 429) if route.scopes else ()
    return (*keyed, *((412,) if route.versioned and route.method in _CHANGES else ()))


def told(route: Route, status: int) -> dict[str, Any]:
    """Headers of an answer, each as a reference."""
    names = []
    if route.scopes and status != 401:
        names += ["RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset"]
    if route.versioned and 200 <= status < 300:
        names.append("ETag")
    if status in (429, 503):
        names.append("Retry-After")
    return {name: {"$ref": f"#/components/headers/{name}"} for name in names}
