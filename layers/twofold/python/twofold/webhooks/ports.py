"""What telling others needs of the outside."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, Protocol

from twofold.contracts.errors import TwofoldError
from twofold.contracts.events import Envelope

from .rendering.contact import Contact
from .subscriptions.model import Subscription

Trouble = Literal["dns", "connect", "tls", "timeout", "reset", "too_long"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """One HTTP request to an address that somebody gave us.

    Every 2xx is success; `fine` are other statuses that are, too, such as a CRM's 409 for what it has already.
    """

    method: str
    url: str = field(repr=False)
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)
    fine: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What came back: `headers` by their names in lower case, `body` as far as it was read (64 kB at most)."""

    status: int
    headers: Mapping[str, str]
    body: bytes = b""


class Refused(TwofoldError):
    """An address that may not be called, wherever it leads now: `detail` is a sentence for who gave it."""

    default_code = "address_refused"


class Unreachable(TwofoldError):
    """Nobody answered there, or not in time, or not to the end. `kind` is for machines, `detail` for people."""

    default_code = "unreachable"

    def __init__(self, kind: Trouble, detail: str) -> None:
        super().__init__(detail)
        self.kind: Trouble = kind


class Caller(Protocol):
    """Carries requests to addresses that somebody gave us."""

    def call(self, request: Outgoing, patience: float) -> Answered:
        """Make the request once, done with in `patience` seconds in all; a redirect is an answer like any other.

        The address is judged anew with each call. May be called by several threads at once.
        Raises Refused before anything is sent, and Unreachable.
        """


class Addresses(Protocol):
    """Knows which addresses may be called."""

    def check(self, url: str) -> None:
        """Raises InvalidRequest, naming the field `url`, for an address that may not be called."""


class Wording(Protocol):
    """The words in which a webhook is told."""

    def requests(
        self, subscription: Subscription, event: Envelope, contact: Contact | None, at: datetime
    ) -> Sequence[Outgoing]:
        """What tells this webhook of this event at this moment, in the order in which it is to be sent.

        None at all: there is nothing to tell it. The contact is there when the webhook asks for it, or has a mapping,
        and the event's subject is a lead whom we know. May be called by several threads at once. Raises InvalidRequest
        for what can never be told; Refused, Unreachable where it has to ask somebody first and cannot.
        """


class Contacts(Protocol):
    """Knows who leads are."""

    def contact(self, lead_id: str) -> Contact | None:
        """Who this is; None for an id that is no lead's, or whose lead was erased."""


class Couriers(Protocol):
    """Calls those who bring webhooks what waits for them."""

    def call(self, subscription_id: str) -> None:
        """Have a courier come, soon. Raises Unavailable."""

    def replay(self, replay: object) -> None:
        """Have a replay go on, soon. Raises Unavailable."""


class Wakes(Protocol):
    """Has couriers come later."""

    def wake(self, subscription_id: str, at: datetime) -> None:
        """Have a courier come at that minute or soon after; asked twice for a minute, it is done once."""


class MappingRules(Protocol):
    """Knows what a mapping into the words of a CRM can be."""

    def check(self, mapping: Any, system: str | None) -> str:
        """Whose words it speaks, such as hubspot: this system's, if one is said.

        Raises InvalidRequest that names the field below `mapping`.
        """
