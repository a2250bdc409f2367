"""What a provider says of a text that it took."""

from dataclasses import dataclass

ACCEPTED, DELIVERED, FAILED = "accepted", "delivered", "failed"

OPTED_OUT = "opted_out"
"""The number stands on the provider's or carrier's list of those who said STOP."""

GONE = "gone"
"""The number is none, is a landline, or was switched off: no text will ever arrive."""

UNREACHABLE = "unreachable"
"""This text did not arrive; another one may."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """`state` is accepted, delivered or failed. `message_id` is ours, where the provider hands it back.

    Without it, `recipient` (E.164) and `provider_id` find the message. `error` is the provider's own code, `fault` what
    it means: opted_out, gone or unreachable. `price` is of all parts, in millionths of a US dollar; `parts`, how many
    the provider counted, is for whoever holds its bill against our count: nothing is decided by it.
    """

    provider: str
    provider_id: str
    state: str
    message_id: str | None = None
    recipient: str | None = None
    error: str | None = None
    fault: str | None = None
    price: int | None = None
    parts: int | None = None
