"""The second yes: the typed verification code makes a lead, its consent and its discount code."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from twofold.assets.ports import AssetBook
from twofold.campaigns.model import Campaign
from twofold.campaigns.ports import CampaignBook
from twofold.contracts.errors import InvalidRequest, Unavailable
from twofold.contracts.instants import Clock
from twofold.contracts.payloads import Confirmation, ConfirmationRequest
from twofold.limits.allowance import Allowance
from twofold.limits.ports import Counter

from .model import Challenge
from .ports import ChallengeBook, CodeTaken, LeadBook, LeadMoved, NewCode
from .verification import VerificationKey
from .visitor import Visitor
from .welcome import Greeting

TRIES = 6

CodeDraw = Callable[[Campaign, datetime], NewCode]
"""Draws a discount code that nobody can guess, worth what the campaign's offer says now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmSignup:
    assets: AssetBook
    campaigns: CampaignBook
    challenges: ChallengeBook
    guesses: Counter
    guesses_day: int
    leads: LeadBook
    key: VerificationKey
    draw_code: CodeDraw
    greeting: Greeting
    clock: Clock

    def __call__(self, challenge_id: str, request: ConfirmationRequest, visitor: Visitor) -> Confirmation:
        """Charge the guess, compare, and on success answer the lead and its discount code.

        A guess is charged to the challenge and to the number before it is compared; a number whose guesses of
        the day are used up gets the answer of a wrong guess. The right code again gets the same answer again.
        Raises NotFound, Gone `challenge_over`, Forbidden (origin), InvalidRequest `wrong_code` with `attempts_left`.
        """
        at = self.clock()
        challenge = self.challenges.charge(challenge_id, at)
        self.assets.asset(challenge.origin.asset_id or "").admit(visitor.origin)
        allowed = self.guesses.take(self._allowance(challenge.lead_id), at)
        if not (self.key.matches(challenge_id, request.code) and allowed):
            raise InvalidRequest(
                "That is not the code we sent, or this number has had too many tries today.",
                code="wrong_code",
                field="code",
                attempts_left=challenge.attempts_left,
            )
        return challenge.outcome or self._welcome(challenge, at)

    def _allowance(self, lead_id: str) -> Allowance:
        return Allowance(key=f"guess#{lead_id}", most=self.guesses_day, seconds=86_400)

    def _welcome(self, challenge: Challenge, at: datetime) -> Confirmation:
        campaign = self.campaigns.campaign(challenge.origin.campaign_id)
        # Most who confirm are new, so the first try takes that for granted and saves two reads.
        known, code = None, None
        for _ in range(TRIES):
            fresh = None if code else self.draw_code(campaign, at)
            try:
                return self.leads.welcome(self.greeting(challenge, campaign, known, code, fresh, at))
            except CodeTaken:
                continue
            except LeadMoved:
                known = self.leads.lead(challenge.lead_id)
                code = self.leads.code_of(challenge.lead_id, campaign.campaign_id)
        raise Unavailable("Too many confirmations of this number at once.")
