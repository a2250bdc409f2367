"""One address that we answer at."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

PUBLIC_LIMIT = 16 * 1024
KEYED_LIMIT = 1024 * 1024
JSON, FORM = "application/json", "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One operation. `scopes` non-empty means an API key is needed and says what it must allow.

    `signed_by` names the headers with the sender's signature, which stands for a key. `sends` is the body's media type.
    `answers` maps a status to its body's type; None is a body that is not JSON (`media` says which).
    `query` maps what the address may say behind its `?` to its type; none of it has to be there.
    `versioned`: answers carry an ETag, and one that changes something takes an If-Match (else 412).
    `from_browsers`: scripts on other people's sites call it, and their browsers ask first.
    """

    function: str
    method: str
    path: str
    summary: str
    answers: Mapping[int, type | None]
    body: type | None = None
    sends: str = JSON
    query: Mapping[str, Any] = field(default_factory=dict)
    scopes: tuple[str, ...] = ()
    signed_by: tuple[str, ...] = ()
    refusals: tuple[int, ...] = ()
    media: str = JSON
    from_browsers: bool = False
    versioned: bool = False

    @property
    def rule(self) -> str:
        """The path as the resolver writes it: `<name>` instead of `{name}`."""
        return self.path.replace("{", "<").replace("}", ">")

    def at(self, site: str, **ids: str) -> str:
        """The address below `site` (without a trailing slash) for these ids, which are escaped here."""
        return site + self.path.format(**{name: quote(value, safe="") for name, value in ids.items()})

    @property
    def limit(self) -> int:
        """The largest body, in bytes."""
        return KEYED_LIMIT if self.scopes or self.signed_by else PUBLIC_LIMIT
