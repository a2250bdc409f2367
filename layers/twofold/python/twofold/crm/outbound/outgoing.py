"""A request to a CRM before it has the CRM's address and the secret headers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from twofold.webhooks.ports import Outgoing

JSON = "application/json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """`path` is below the CRM's root. Every 2xx is success, and `fine`."""

    path: str
    body: bytes = field(repr=False)
    method: str = "POST"
    headers: Mapping[str, str] = field(default_factory=dict)
    media: str = JSON
    fine: tuple[int, ...] = ()

    def to(self, root: str, secret: Mapping[str, str]) -> Outgoing:
        """With the headers of its own over the webhook's `secret` ones."""
        headers = {"Accept": self.media, "Content-Type": self.media, **secret, **self.headers}
        return Outgoing(
            method=self.method, url=root_of(root) + self.path, headers=headers, body=self.body, fine=self.fine
        )


def root_of(url: str) -> str:
    """Scheme and host alone: where a CRM's paths begin."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
