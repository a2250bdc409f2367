"""One opening of a link, as far as the request tells."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Click:
    """`purpose` is what a browser says it fetches for (Sec-Purpose, Purpose, X-Moz).

    `network` is a mark of the caller's, `query` what stands behind the address's `?`.
    """

    method: str
    user_agent: str
    purpose: str
    network: str
    at: datetime
    query: Mapping[str, str] = field(default_factory=dict)
