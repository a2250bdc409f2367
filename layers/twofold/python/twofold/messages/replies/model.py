"""An answer, as a provider brought it."""

from dataclasses import dataclass
from datetime import datetime

STOP, HELP, START, JOIN, YES, DOUBTFUL, OTHER = "stop", "help", "start", "join", "yes", "doubtful", "other"
NOT_NOW = "not_now"
"""What somebody wants who answers. Doubtful: perhaps to be left alone, so that a person must read it. Not now: they
decline what was offered and want it perhaps later; who wants no texts at all says stop."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InboundText:
    """`provider` and `provider_id` name it once and for all. Numbers are as the provider writes them, E.164.

    `sender` may be a short code or a name, which no lead has. `told` is what the provider itself took the text for
    (stop, help, start), where it looks.
    """

    provider: str
    provider_id: str
    sender: str
    recipient: str
    body: str
    at: datetime
    told: str | None = None
