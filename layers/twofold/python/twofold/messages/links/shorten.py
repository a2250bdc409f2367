"""Gives a message its link."""

from dataclasses import dataclass

from twofold.campaigns.address import is_web
from twofold.campaigns.model import Campaign
from twofold.contracts.instants import Clock
from twofold.contracts.routes.pages import CODE_PAGE, FOLLOW_LINK
from twofold.messages.model import Message
from twofold.visits.utm import with_utm

from .model import Link, slug_of
from .ports import LinkBook

CART = "cart_url"
"""The field of a message that names where the lead's cart is to be found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shorten:
    """`site` is our address, without a trailing slash; `key` makes slugs that nobody can guess."""

    links: LinkBook
    key: bytes
    site: str
    clock: Clock

    def __call__(self, message: Message, campaign: Campaign) -> str:
        """The message's short address; "" where it would lead nowhere.

        It leads to the cart that the message speaks of, else to the code's own page, else where the campaign leads.
        """
        target = self._target(message, campaign)
        if target is None:
            return ""
        slug = slug_of(self.key, message.message_id)
        link = Link(
            slug=slug,
            target=target,
            message_id=message.message_id,
            lead_id=message.lead_id,
            origin=message.origin,
            made_at=self.clock(),
        )
        self.links.open(link)
        return FOLLOW_LINK.at(self.site, slug=slug)

    def _target(self, message: Message, campaign: Campaign) -> str | None:
        target = _cart(message) or self._page(message) or campaign.target_url
        return target and with_utm(
            target, medium="sms", campaign=campaign.campaign_id, content=message.template
        )

    def _page(self, message: Message) -> str | None:
        code = message.fields.get("code")
        return CODE_PAGE.at(self.site, code=code) if code else None


def _cart(message: Message) -> str | None:
    """As the shop named it; nothing but a whole https address is ever followed."""
    url = message.fields.get(CART)
    return url if url and is_web(url) else None
