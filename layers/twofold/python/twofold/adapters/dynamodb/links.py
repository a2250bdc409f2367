"""Short links: one row each, whose counts rise with every opening."""

from dataclasses import replace
from datetime import datetime

from pynamodb.exceptions import PutError, UpdateError
from pynamodb.expressions.update import Action

from twofold.contracts.errors import NotFound
from twofold.contracts.events import Envelope
from twofold.ledger.record import Origin
from twofold.messages.links.model import KEPT, Link

from . import ledger
from .connection import SharedConnection
from .items import LinkItem
from .reading import can_be_key, reaching_database, read, unmet
from .transaction import Cancelled, Transaction


class DynamoLinkBook:
    def __init__(self, connection: SharedConnection) -> None:
        self._connection = connection

    def open(self, link: Link) -> None:
        with reaching_database():
            try:
                _item(link).save(condition=LinkItem.slug.does_not_exist())
            except PutError as error:
                if not unmet(error):
                    raise

    def find(self, slug: str) -> Link:
        item = read(LinkItem, slug)
        if item is None or item.target is None:
            raise _nothing()
        return _link(item)

    def count(self, slug: str, at: datetime) -> Link:
        if not can_be_key(slug):
            raise _nothing()
        item = LinkItem(slug=slug)
        with reaching_database():
            try:
                item.update(_counted(at), condition=LinkItem.target.exists())
            except UpdateError as error:
                if not unmet(error):
                    raise
                raise _nothing() from error
        return replace(_link(item), clicks=int(item.clicks) - 1)

    def clicked(self, link: Link, event: Envelope, at: datetime, *, human: bool) -> None:
        first = LinkItem.human_at if human else LinkItem.machine_at
        transaction = Transaction(self._connection)
        row = LinkItem(slug=link.slug)
        transaction.update("link", row, [first.set(at)], first.does_not_exist())
        ledger.append(transaction, event)
        try:
            transaction.commit()
        except Cancelled:
            return


def _nothing() -> NotFound:
    return NotFound("There is nothing at this address.", code="link_not_found")


def _counted(at: datetime) -> list[Action]:
    # Both are worked out from the row as it was, so one write tells the click before this one too.
    return [LinkItem.clicks.add(1), LinkItem.before_at.set(LinkItem.last_at), LinkItem.last_at.set(at)]


def _item(link: Link) -> LinkItem:
    return LinkItem(
        slug=link.slug,
        target=link.target,
        message_id=link.message_id,
        lead_id=link.lead_id,
        campaign_id=link.origin.campaign_id,
        asset_id=link.origin.asset_id,
        place=link.origin.place,
        made_at=link.made_at,
        last_at=link.made_at,
        ttl=int((link.made_at + KEPT).timestamp()),
    )


def _link(item: LinkItem) -> Link:
    return Link(
        slug=item.slug,
        target=item.target,
        message_id=item.message_id,
        lead_id=item.lead_id,
        origin=Origin(campaign_id=item.campaign_id, asset_id=item.asset_id, place=item.place),
        made_at=item.made_at,
        clicks=int(item.clicks),
        human_at=item.human_at,
        machine_at=item.machine_at,
        last_at=item.before_at or item.last_at,
    )
