"""Gives a message its link."""

from dataclasses import dataclass

from twofold.campaigns.model import Campaign
from twofold.contracts.instants import Clock
from twofold.contracts.routes import CODE_PAGE, FOLLOW_LINK
from twofold.messages.model import Message
from twofold.visits.utm import with_utm

from .model import Link, slug_of
from .ports import LinkBook


@dataclass(frozen=True, slots=True, kw_only=True)
class Shorten:
    """`site` is our address, without a trailing slash; `key` makes slugs that nobody can guess."""

    links: LinkBook
    key: bytes
    site: str
    clock: Clock

    def __call__(self, message: Message, campaign: Campaign) -> str:
        """The message's short address, to the code's own page or where the campaign leads; "" without either."""
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
        code = message.fields.get("code")
        target = CODE_PAGE.at(self.site, code=code) if code else campaign.target_url
        return target and with_utm(
            target, medium="sms", campaign=campaign.campaign_id, content=message.template
        )
