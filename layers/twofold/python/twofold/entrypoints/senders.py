"""Who brings callbacks, as the entry point sees them: each by its own way, all meaning one of two things."""

from collections.abc import Mapping
from typing import Any, Protocol

from twofold.messages.receipts.model import Receipt
from twofold.messages.replies.model import InboundText


class Signed(Protocol):
    """A provider that posts to us and signs what it posts.

    `target` is path and query as received, names of headers are in lower case. Both methods raise Untrusted for what
    it did not sign, InvalidRequest (NotJson) for what it signed and nobody can read.
    """

    def inbound(self, target: str, headers: Mapping[str, str], raw: bytes) -> InboundText:
        """What somebody texted."""

    def receipt(self, target: str, headers: Mapping[str, str], raw: bytes) -> Receipt:
        """What became of a text of ours."""


class Delivered(Protocol):
    """A provider whose words AWS delivers. Raises as `Signed` does."""

    def inbound(self, record: Mapping[str, Any]) -> InboundText:
        """The answer in a record of SNS."""

    def receipt(self, event: Mapping[str, Any]) -> Receipt:
        """The receipt in an event of EventBridge."""

    def lines(self, event: Mapping[str, Any]) -> list[str]:
        """The lines that CloudWatch Logs brings."""

    def line_receipt(self, line: str) -> Receipt:
        """The receipt in one of them."""
