"""What short links need of the outside."""

from datetime import datetime
from typing import Protocol

from twofold.contracts.events import Envelope

from .model import Link


class LinkBook(Protocol):
    def open(self, link: Link) -> None:
        """Store the link, if it is not there yet."""

    def find(self, slug: str) -> Link:
        """Raises NotFound."""

    def count(self, slug: str, at: datetime) -> Link:
        """Count one more click and answer the link as it stood before it. Raises NotFound."""

    def clicked(self, link: Link, event: Envelope, at: datetime, *, human: bool) -> None:
        """Store the event of a click, and (`human`) when the first person came. The same event again adds nothing."""
