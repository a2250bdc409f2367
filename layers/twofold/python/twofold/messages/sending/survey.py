"""Looks at all that a verdict on a planned text rests on, as it is at this very moment."""

from dataclasses import dataclass
from datetime import datetime

from twofold.campaigns.model import Campaign
from twofold.campaigns.pace import REAL, Pace
from twofold.campaigns.ports import CampaignBook
from twofold.codes.model import DiscountCode
from twofold.codes.ports import CodeBook
from twofold.contracts.errors import NotFound
from twofold.contracts.instants import Clock
from twofold.leads.ports import LeadBook
from twofold.messages.model import MARKETING, Message
from twofold.messages.ports import KillSwitch, MessageBook, StillWanted

from .decide import Circumstances
from .opening import OpeningFor
from .send_log import SendLog


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """`paced`: a campaign's days may go by faster here, which only a deployment on one machine allows."""

    campaigns: CampaignBook
    leads: LeadBook
    codes: CodeBook
    book: MessageBook
    wanted: StillWanted
    opening: OpeningFor
    switch: KillSwitch
    clock: Clock
    paced: bool = False

    def __call__(self, message: Message) -> Circumstances:
        """Raises NotFound when the text's campaign is not there, Unavailable."""
        at: datetime = self.clock()
        campaign = self.campaigns.campaign(message.origin.campaign_id)
        lead = None if message.to else self.leads.lead(message.lead_id)
        code = self.code(message)
        return Circumstances(
            at=at,
            campaign=campaign,
            lead=lead,
            to=message.to or (lead.phone if lead else None),
            code=code,
            paused=self.switch.paused(),
            log=self._log(message),
            opening=self.opening,
            unwanted=self.wanted.unwanted(message, at, lead, code) if message.enrolment else None,
            pace=self._pace(campaign),
        )

    def code(self, message: Message) -> DiscountCode | None:
        """The code that the text speaks of, as it was last changed; None without one, or when it is gone."""
        code = message.fields.get("code")
        try:
            return self.codes.find(code) if code else None
        except NotFound:
            return None

    def _log(self, message: Message) -> SendLog | None:
        if message.message_class != MARKETING:
            return None
        return self.book.send_log(message.lead_id, MARKETING).minus(message.counted_at)

    def _pace(self, campaign: Campaign) -> Pace:
        return campaign.pace if self.paced else REAL
