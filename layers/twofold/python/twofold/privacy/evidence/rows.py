"""What stands in a bundle of evidence: links of the consent chain, texts and events, each a row of plain JSON."""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from twofold.contracts import events
from twofold.contracts.events import (
    Envelope,
    LeadConfirmed,
    LeadErased,
    LeadImported,
    LeadOptedIn,
    LeadOptedOut,
    LeadReturned,
    MessageDelivered,
    MessageFailed,
    MessageSent,
    SignupRequested,
)
from twofold.contracts.instants import to_text
from twofold.leads.kept_consent import KeptConsent
from twofold.messages.model import REQUESTED, VERIFICATION, Message

Row = dict[str, Any]

_TOLD = (SignupRequested, LeadConfirmed, LeadReturned, LeadImported, LeadOptedOut, LeadOptedIn, LeadErased)
_OF_TEXTS = (MessageSent, MessageDelivered, MessageFailed)
"""What the ledger says of how they came and went, and of the texts that are in the bundle."""


def rows_of(
    chain: Sequence[KeptConsent], texts: Sequence[Message], history: Sequence[Envelope]
) -> Iterator[Row]:
    """Links first, in their order; then texts that were asked for or verified a number, then events, by time."""
    yield from map(_link, chain)
    shown = [text for text in texts if text.message_class in (VERIFICATION, REQUESTED)]
    yield from map(_text, shown)
    ids = {text.message_id for text in shown}
    yield from (_event(event) for event in history if _matters(event, ids))


def _link(link: KeptConsent) -> Row:
    row: Row = {
        "kind": "consent",
        "lead_id": link.lead_id,
        "seq": link.seq,
        "action": link.action,
        "at": to_text(link.at),
        "scopes": list(link.scopes),
        "previous": link.previous,
        "digest": link.digest,
    }
    if link.content is not None:
        return row | {"content": dict(link.content)} | ({"salt": link.salt} if link.salt else {})
    return row | ({"commitment": link.commitment} if link.commitment else {})


def _text(text: Message) -> Row:
    told = {
        "kind": "text",
        "message_id": text.message_id,
        "at": to_text(text.planned_at),
        "class": text.message_class,
        "template": text.template,
        "state": text.state,
        "words": text.shown,
        "provider": text.provider,
        "provider_id": text.provider_id,
    }
    return {name: value for name, value in told.items() if value is not None}


def _event(event: Envelope) -> Row:
    return {"kind": "event", "event": msgspec.json.decode(events.write(event))}


def _matters(event: Envelope, texts: set[str]) -> bool:
    if isinstance(event.data, _OF_TEXTS):
        return event.data.message_id in texts
    return isinstance(event.data, _TOLD)
