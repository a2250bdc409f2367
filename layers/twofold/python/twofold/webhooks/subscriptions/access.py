"""Who asks for a webhook, and what their key lets them see."""

from typing import Protocol

from twofold.contracts.errors import Forbidden

from .model import Subscription

READS_LEADS = "leads:read"


class Asker(Protocol):
    """`system` is whose key it is, if that is known."""

    @property
    def scopes(self) -> tuple[str, ...]: ...

    @property
    def system(self) -> str | None: ...


def insist_on_contact(asker: Asker, subscription: Subscription) -> None:
    """Who may not read leads does not have them sent, either, nor sent elsewhere. Raises Forbidden."""
    tells = subscription.contact or subscription.mapping is not None
    if tells and READS_LEADS not in asker.scopes:
        raise Forbidden(
            f"This webhook tells who leads are: that asks for the scope {READS_LEADS}, too.",
            code="scope_missing",
        )
