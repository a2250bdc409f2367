"""Between a message and its stored form."""

from dataclasses import fields

from twofold.leads.phone import Phone
from twofold.ledger.record import Origin
from twofold.messages.model import MARKETING, Message

from .items import MessageItem

_AS_THEY_ARE = tuple(
    field.name
    for field in fields(Message)
    if field.name
    not in {"origin", "to", "scope", "fields", "parts", "price", "charged", "billed", "deferrals", "holdout"}
)


def to_item(message: Message) -> MessageItem:
    """What is as it is for most messages is left out, so that a row stays small."""
    origin, to = message.origin, message.to
    return MessageItem(
        **{name: getattr(message, name) for name in _AS_THEY_ARE},
        parts=message.parts,
        price=message.price or None,
        charged=message.charged or None,
        billed=message.billed,
        holdout=message.holdout,
        deferrals=message.deferrals or None,
        scope=None if message.scope == MARKETING else message.scope,
        fields=message.fields or None,
        campaign_id=origin.campaign_id,
        asset_id=origin.asset_id,
        place=origin.place,
        to=to.e164 if to else None,
        to_country=to.country if to else None,
    )


def from_item(item: MessageItem) -> Message:
    return Message(
        **{name: getattr(item, name) for name in _AS_THEY_ARE},
        parts=int(item.parts),
        price=int(item.price or 0),
        charged=item.charged or (),
        billed=None if item.billed is None else int(item.billed),
        holdout=None if item.holdout is None else int(item.holdout),
        deferrals=int(item.deferrals or 0),
        scope=item.scope or MARKETING,
        fields=item.fields or {},
        origin=Origin(campaign_id=item.campaign_id, asset_id=item.asset_id, place=item.place),
        to=Phone(item.to, item.to_country or "") if item.to else None,
    )
