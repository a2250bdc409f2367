"""Joining by text: a keyword brings the invitation with the consent text, and `Y` to it is the second yes."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from twofold.assets.model import Asset
from twofold.assets.ports import AssetBook
from twofold.campaigns.model import Campaign
from twofold.campaigns.ports import CampaignBook
from twofold.contracts.errors import Conflict, Gone, InvalidRequest, NotFound
from twofold.contracts.instants import Clock
from twofold.leads.admit import AdmitLead
from twofold.leads.consent import Evidence
from twofold.leads.model import Challenge, Lead
from twofold.leads.phone import Phone
from twofold.leads.ports import ChallengeBook
from twofold.leads.read_phone import read_phone
from twofold.leads.verification import GUESSES
from twofold.messages.model import REQUESTED, Message, message_id
from twofold.messages.sending.plan import planned

from .keyword import keyword_in
from .model import InboundText
from .ports import KeywordBook, Told

OPEN = timedelta(days=1)
"""How long an invitation waits for its answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinByText:
    keywords: KeywordBook
    assets: AssetBook
    campaigns: CampaignBook
    challenges: ChallengeBook
    admit: AdmitLead
    clock: Clock

    def keyword(self, body: str) -> str | None:
        """The asset whose keyword the text is."""
        word = keyword_in(body)
        return self.keywords.asset_of(word) if word else None

    def serves(self, campaign_id: str, phone: Phone) -> bool:
        """Whether the campaign sends texts to such numbers; False without a campaign."""
        try:
            read_phone(phone.e164, served=self.campaigns.campaign(campaign_id).countries, country=None)
        except (InvalidRequest, NotFound):
            return False
        return True

    def confirm(self, lead_id: str) -> bool:
        """The second yes: the invited number is a lead and has its code, then and whenever it is said again.

        False without an invitation that still holds: none, too old, or the number said STOP since.
        """
        challenge = self._pending(lead_id)
        if challenge is None:
            return False
        if challenge.outcome:
            return True
        try:
            self.admit(challenge, self.clock())
        except Gone:
            return False
        return True

    def invite(self, inbound: InboundText, phone: Phone, lead: Lead, received: Message) -> list[Told]:
        """The invitation to send, with the consent text; none while the offer is closed or not for the country."""
        asset = self.assets.asset(self.keyword(inbound.body) or "")
        campaign = self.campaigns.campaign(asset.campaign_id)
        if asset.closed(campaign, self.clock()) or phone.country not in asset.serves(campaign):
            return []
        challenge = self._challenge(phone, lead, received, asset, campaign)
        try:
            self.challenges.open(challenge, challenge.asked(challenge.sent_at), (), challenge.sent_at)
        except Conflict:
            # The same keyword text, brought again.
            challenge = self.challenges.find(challenge.challenge_id)
        self.challenges.await_reply(challenge)
        return [_invitation(challenge, received)]

    def _pending(self, lead_id: str) -> Challenge | None:
        challenge = self.challenges.awaiting_reply(lead_id)
        return challenge if challenge and self.clock() < challenge.expires_at else None

    def _challenge(
        self, phone: Phone, lead: Lead, received: Message, asset: Asset, campaign: Campaign
    ) -> Challenge:
        at = self.clock()
        return Challenge(
            challenge_id=message_id(received.message_id, "challenge"),
            lead_id=lead.lead_id,
            phone=phone,
            origin=asset.origin,
            evidence=_evidence(lead, campaign, at),
            expires_at=at + OPEN,
            sent_at=at,
            # Nobody may guess digits that were never sent.
            attempts=GUESSES,
            by="reply",
            consent_seq=lead.consent_seq,
        )


def _evidence(lead: Lead, campaign: Campaign, at: datetime) -> Evidence:
    wording = campaign.consents[-1]
    locale = lead.locale if lead.locale and lead.locale in campaign.texts else campaign.locale
    return Evidence(
        address="",
        user_agent="",
        page_url=None,
        locale=locale,
        wording_version=wording.version,
        wording=wording.said(locale, campaign.locale),
        ticked_at=at,
        method="keyword",
    )


def _invitation(challenge: Challenge, received: Message) -> Told:
    message = Message(
        message_id=message_id(received.message_id, "join"),
        message_class=REQUESTED,
        template="join",
        lead_id=challenge.lead_id,
        origin=challenge.origin,
        shown="",
        parts=0,
        planned_at=challenge.sent_at,
        expires_at=challenge.expires_at,
        to=challenge.phone,
        locale=challenge.evidence.locale,
        fields={"consent": challenge.evidence.wording},
    )
    return message, planned(message)
