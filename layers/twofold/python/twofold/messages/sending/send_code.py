"""Sends the discount code that a lead just earned: at least once, always the same code."""

from dataclasses import dataclass

from twofold.campaigns.model import Campaign
from twofold.campaigns.ports import CampaignBook
from twofold.codes.model import DiscountCode
from twofold.codes.ports import CodeBook
from twofold.contracts.errors import NotFound
from twofold.contracts.events import CodeIssued, Envelope, LeadReturned
from twofold.contracts.instants import Clock, from_text
from twofold.leads.model import Challenge
from twofold.leads.ports import ChallengeBook, LeadBook
from twofold.messages.model import REQUESTED, STALE_EVENT, Message, Sms, message_id
from twofold.messages.ports import KillSwitch, MessageBook, SendingPaused
from twofold.messages.texts.fill import fill
from twofold.messages.texts.parts import count_parts

from .deliver import Deliver

TEMPLATE = "code"


@dataclass(frozen=True, slots=True, kw_only=True)
class SendCode:
    campaigns: CampaignBook
    challenges: ChallengeBook
    leads: LeadBook
    codes: CodeBook
    book: MessageBook
    deliver: Deliver
    switch: KillSwitch
    site: str
    clock: Clock

    def __call__(self, event: Envelope, data: CodeIssued | LeadReturned) -> str:
        """Answer how it ended: accepted, failed, unknown, or the rule that blocked it.

        A text whose fate is unknown is sent again: twice the same code harms nobody, none does.
        Raises Unavailable for another try, and while the kill switch is on.
        """
        if data.code is None:
            return "told_when_issued"
        try:
            challenge, code = self.challenges.find(data.challenge_id), self.codes.find(data.code)
        except NotFound:
            return "code_gone"
        message, sms = self._compose(event, challenge, code)
        state = self.book.state(message.message_id)
        if state not in (None, "planned", "claimed"):
            return "seen"
        rule = self._rule(event, code)
        if rule:
            return self.deliver.block(message, rule).rule or "blocked"
        if self.switch.paused():
            raise SendingPaused("Sending is paused. `make resume` lets texts go again.")
        self.book.claim(message)
        return self.deliver(message, sms).state

    def _rule(self, event: Envelope, code: DiscountCode) -> str | None:
        at = self.clock()
        if at - from_text(event.time) > STALE_EVENT:
            return "too_old"
        lead = self.leads.lead(event.subject)
        if lead is None or lead.status != "confirmed":
            return "not_confirmed"
        return "code_not_valid" if code.fault(at) else None

    def _compose(self, event: Envelope, challenge: Challenge, code: DiscountCode) -> tuple[Message, Sms]:
        campaign = self.campaigns.campaign(challenge.origin.campaign_id)
        locale = challenge.evidence.locale
        text = fill(campaign.text(TEMPLATE, locale), self._fields(campaign, code, locale))
        message = Message(
            message_id=message_id(event.id, TEMPLATE),
            message_class=REQUESTED,
            template=TEMPLATE,
            lead_id=challenge.lead_id,
            origin=challenge.origin,
            shown=text,
            parts=count_parts(text),
            planned_at=self.clock(),
        )
        return message, Sms(challenge.phone, text, REQUESTED)

    def _fields(self, campaign: Campaign, code: DiscountCode, locale: str) -> dict[str, str]:
        expires = code.expires_at.strftime("%Y-%m-%d") if code.expires_at else ""
        link = f"{self.site}/c/{code.code}"
        return {
            "brand": campaign.brand,
            "title": campaign.title(locale),
            "code": code.code,
            "expires": expires,
            "link": link,
        }
