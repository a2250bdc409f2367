"""Makes a confirmed lead of a challenge, however it was confirmed: by the typed code or by a reply."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from twofold.campaigns.model import Campaign
from twofold.campaigns.ports import CampaignBook
from twofold.contracts.errors import Gone, Unavailable
from twofold.contracts.payloads import Confirmation

from .model import Challenge, Lead
from .ports import CodeTaken, LeadBook, LeadMoved, LinkTaken, NewCode
from .welcome import Greeting

TRIES = 6

CodeDraw = Callable[[Campaign, datetime], NewCode]
"""Draws a discount code that nobody can guess, worth what the campaign's offer says now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AdmitLead:
    campaigns: CampaignBook
    leads: LeadBook
    draw_code: CodeDraw
    greeting: Greeting

    def __call__(self, challenge: Challenge, at: datetime) -> Confirmation:
        """The lead and its discount code; the same again for a challenge that was confirmed before.

        Raises Gone when the lead left while this yes was on its way, or, where it is a reply, left or agreed anew
        since it was invited.
        """
        campaign = self.campaigns.campaign(challenge.origin.campaign_id)
        # Most who confirm are new, so the first try takes that for granted and saves two reads.
        known, code, turn = None, None, 0
        for _ in range(TRIES):
            fresh = None if code else self.draw_code(campaign, at)
            try:
                return self.leads.welcome(self.greeting(challenge, campaign, known, code, fresh, at, turn))
            except CodeTaken:
                continue
            except LinkTaken:
                turn += 1
            except LeadMoved:
                known = self.leads.lead(challenge.lead_id)
                _still_wanted(challenge, known, at)
                code = self.leads.code_of(challenge.lead_id, campaign.campaign_id)
        raise Unavailable("Too many confirmations of this number at once.")


def _still_wanted(challenge: Challenge, known: Lead | None, at: datetime) -> None:
    since = known.consent_seq if known else 0
    void = challenge.by == "reply" and challenge.outcome is None and since != challenge.consent_seq
    # A STOP that landed after the yes began is the newer word of the two.
    left = known is not None and known.status == "opted_out" and known.left_at is not None
    if void or (left and known is not None and known.left_at is not None and known.left_at >= at):
        raise Gone("This verification is over: the number has just opted out.", code="challenge_over")
