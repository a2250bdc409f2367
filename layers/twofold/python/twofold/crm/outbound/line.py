"""A CRM within reach."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from twofold.webhooks.ports import Answered, Caller, Outgoing

from .outgoing import Call

PATIENCE = 5.0
"""Seconds for what has to be asked before anything is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """`root` is the webhook's address, `headers` are its secret ones; `caller` asks what has to be asked first."""

    caller: Caller
    root: str
    headers: Mapping[str, str] = field(repr=False)

    def outgoing(self, call: Call) -> Outgoing:
        """The call, with address and headers."""
        return call.to(self.root, self.headers)

    def ask(self, call: Call) -> Answered:
        """Make it at once. Raises Refused, Unreachable."""
        return self.caller.call(self.outgoing(call), PATIENCE)
