"""Callbacks of a gateway of one's own: JSON, signed as Standard Webhooks are."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Protocol, TypeVar

from twofold.adapters import standard_webhooks
from twofold.contracts.instants import Clock, now
from twofold.contracts.payloads.callbacks import SmsReceived, SmsStatus
from twofold.messages.receipts.model import FAILED, Receipt
from twofold.messages.replies.model import STOP, InboundText

from .price import millionths

T = TypeVar("T")

PROVIDER = "webhook"

_CREDIBLE = 3 * 86_400
"""Seconds: no answer is longer on its way."""


class Parse(Protocol):
    def __call__(self, raw: bytes, kind: type[T]) -> T:
        """The JSON in `raw`, held to its shape. Raises NotJson, and InvalidRequest with the field at fault."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GenericCallbacks:
    """`secrets` are the keys that may have signed, several while one is being rotated."""

    secrets: tuple[bytes, ...]
    parse: Parse
    clock: Clock = now

    def inbound(self, target: str, headers: Mapping[str, str], raw: bytes) -> InboundText:
        """What somebody texted. The address (`target`) is not signed and plays no part.

        Raises Untrusted, NotJson, and InvalidRequest with the field at fault.
        """
        said = self._read(headers, raw, SmsReceived)
        return InboundText(
            provider=PROVIDER,
            provider_id=said.data.id,
            sender=said.data.from_,
            recipient=said.data.to,
            body=said.data.text,
            at=self._believed(said.timestamp),
            told=STOP if said.data.opt_out else None,
        )

    def receipt(self, target: str, headers: Mapping[str, str], raw: bytes) -> Receipt:
        """What became of a text of ours. Raises as `inbound` does."""
        said = self._read(headers, raw, SmsStatus).data
        failed = said.status == FAILED
        return Receipt(
            provider=PROVIDER,
            provider_id=said.id,
            state=said.status,
            message_id=said.message_id,
            recipient=said.to,
            error=said.error if failed else None,
            fault=said.fault if failed else None,
            price=None if said.price is None else millionths(Decimal(said.price)),
            parts=said.parts,
        )

    def _believed(self, at: datetime) -> datetime:
        # A gateway whose clock is days off would have texts sort before, or after, all that ever happens.
        present = self.clock()
        return at if abs(at.timestamp() - present.timestamp()) < _CREDIBLE else present

    def _read(self, headers: Mapping[str, str], raw: bytes, kind: type[T]) -> T:
        standard_webhooks.verify(self.secrets, headers, raw, self.clock())
        return self.parse(raw, kind)
