"""What there is to know of one CRM's API: what a new CRM brings."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from twofold.contracts.events import Envelope
from twofold.crm.mapping.model import CrmMapping
from twofold.webhooks.rendering.contact import Contact

from .line import Line
from .outgoing import Call


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What happened, to whom, and what people call it. `unknown`: the CRM said just now that it has no such lead."""

    event: Envelope
    contact: Contact | None
    name: str
    unknown: bool = False


def _as_it_is(line: Line, at: datetime) -> Line:
    return line


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """`probe` changes nothing: by it somebody sees whether a webhook's key, and what it needs there, are right.

    `calls` are what tells news, in their order; none for news of nobody. `look`, of a CRM that has to be told more of
    a lead whom it does not know yet, asks for a lead by our id, and 404 says so. `ready` is the line with a token,
    where tokens have to be fetched; raises Refused, Unreachable.
    """

    probe: Callable[[CrmMapping], Call]
    calls: Callable[[CrmMapping, News], tuple[Call, ...]]
    look: Callable[[CrmMapping, str], Call] | None = None
    ready: Callable[[Line, datetime], Line] = _as_it_is
