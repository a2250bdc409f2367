"""What each fact says: numbers, or words, and which words there are. Only what can come true is worth asking for."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from twofold.contracts.causes import Cause
from twofold.contracts.events import CATALOGUE, CodeIssued, EventData, LeadStageChanged, MessageReceived
from twofold.leads.model import STAGES
from twofold.messages.replies.model import DOUBTFUL, HELP, JOIN, NOT_NOW, OTHER, START, STOP, YES
from twofold.orders.kept import CartState


@dataclass(frozen=True, slots=True)
class Says:
    """`words` are all that a fact may say, or None for any; a number is compared as one."""

    words: tuple[str, ...] | None = None
    number: bool = False


ANY, NUMBER, YES_OR_NO = Says(), Says(number=True), Says(("yes", "no"))
CODE_STATES = ("issued", "reserved", "redeemed", "rolled_back", "expired", "revoked")

SAYS: Mapping[str, Says] = {
    "lead.locale": ANY,
    "lead.country": ANY,
    "lead.stage": Says(STAGES),
    "lead.tags": ANY,
    "lead.temperature": Says(("hot", "warm", "cold")),
    "lead.quiet_days": NUMBER,
    "lead.active_days": NUMBER,
    "lead.codes": NUMBER,
    "code.state": Says(CODE_STATES),
    "code.days_left": NUMBER,
    "cart.state": Says(get_args(CartState)),
    "cart.amount": NUMBER,
    "cart.has_code": YES_OR_NO,
    "messages.last_30_days": NUMBER,
    "messages.days_since": NUMBER,
    "messages.templates": ANY,
    "campaign.referral": YES_OR_NO,
}
"""Of every fact of `facts.FACTS`."""

_EVENTS: Mapping[tuple[type[EventData], str], Says] = {
    (CodeIssued, "cause"): Says(get_args(Cause)),
    (MessageReceived, "intent"): Says((STOP, HELP, START, JOIN, YES, NOT_NOW, DOUBTFUL, OTHER)),
    (LeadStageChanged, "stage"): Says(STAGES),
    (LeadStageChanged, "was"): Says(STAGES),
}
"""Fields of events whose words are known; of all others, any word may come."""


def kind_of(event: str) -> type[EventData] | None:
    """What the catalogue knows by that name, with or without its version; None for what it does not know."""
    return CATALOGUE.get(event) or CATALOGUE.get(f"{event}.v1")


def fields_of(kind: type[EventData]) -> dict[str, Says]:
    """The fields of an event that can be asked for, each with what it says."""
    hints = get_type_hints(kind)
    said = {name: _EVENTS.get((kind, name)) or _says(hints[name]) for name in kind.__struct_fields__}
    return {name: says for name, says in said.items() if says}


def _says(hint: Any) -> Says | None:
    kinds = {part for part in get_args(hint) if part is not type(None)} if _is_union(hint) else {hint}
    (kind,) = kinds if len(kinds) == 1 else (None,)
    if get_origin(kind) is tuple:
        return ANY
    return {str: ANY, int: NUMBER, bool: YES_OR_NO}.get(kind) if isinstance(kind, type) else None


def _is_union(hint: Any) -> bool:
    return isinstance(hint, UnionType)
