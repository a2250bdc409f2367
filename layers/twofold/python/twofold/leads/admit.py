"""Makes a confirmed lead of a challenge, however it was confirmed: by the typed code or by a reply."""

from dataclasses import dataclass
from datetime import datetime

from twofold.campaigns.model import Campaign
from twofold.campaigns.ports import CampaignBook
from twofold.contracts.errors import Gone, Unavailable
from twofold.contracts.payloads.signups import Confirmation

from .drawn import CodeDraw, Drawn, NoCode
from .model import Challenge, Lead
from .ports import CodeTaken, LeadBook, LeadMoved, LinkTaken, PromiseStands
from .welcome import Greeting

TRIES = 40
"""So often may others take the last places of a campaign before one who confirms at the same moment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AdmitLead:
    campaigns: CampaignBook
    leads: LeadBook
    draw_code: CodeDraw
    greeting: Greeting

    def __call__(self, challenge: Challenge, at: datetime) -> Confirmation:
        """The lead and its discount code; the same again for a challenge that was confirmed before.

        Where there is no code to be had the lead is confirmed all the same. Raises Gone when the lead left while this
        yes was on its way, or, where it is a reply, left or agreed anew since it was invited.
        """
        campaign = self.campaigns.campaign(challenge.origin.campaign_id)
        # Most who confirm are new, so the first try takes that for granted and saves two reads.
        known, held, standing, taken, turn = None, None, False, 0, 0
        for _ in range(TRIES):
            fresh = None if held else self._drawn(campaign, known, at, taken, standing=standing)
            try:
                return self.leads.welcome(self.greeting(challenge, campaign, known, held, fresh, at, turn))
            except CodeTaken:
                taken += 1
            except PromiseStands:
                standing = True
            except LinkTaken:
                turn += 1
            except LeadMoved:
                known = self.leads.lead(challenge.lead_id)
                _still_wanted(challenge, known, at)
                held = self.leads.code_of(challenge.lead_id, campaign.campaign_id)
        raise Unavailable("Too many confirmations of this number, or of this campaign's last codes, at once.")

    def _drawn(
        self, campaign: Campaign, known: Lead | None, at: datetime, taken: int, *, standing: bool
    ) -> Drawn:
        drawn = self.draw_code(campaign, at, taken)
        if not isinstance(drawn, NoCode):
            return drawn
        if drawn.why == "used_up" and known and not standing:
            # Whoever was promised a code has their place, however full it has become since.
            standing = self.leads.promised(known.lead_id, campaign.campaign_id)
        return NoCode("promised", standing=True) if standing else drawn


def _still_wanted(challenge: Challenge, known: Lead | None, at: datetime) -> None:
    since = known.consent_seq if known else 0
    void = challenge.by == "reply" and challenge.outcome is None and since != challenge.consent_seq
    # A STOP that landed after the yes began is the newer word of the two.
    left = known is not None and known.status == "opted_out" and known.left_at is not None
    if void or (left and known is not None and known.left_at is not None and known.left_at >= at):
        raise Gone("This verification is over: the number has just opted out.", code="challenge_over")
