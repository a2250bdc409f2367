"""Gives codes to those who were promised one, as soon as there are any."""

from dataclasses import dataclass, replace

from twofold.campaigns.model import Campaign
from twofold.campaigns.ports import CampaignBook
from twofold.contracts.errors import NotFound
from twofold.contracts.instants import Clock
from twofold.leads.drawn import Drawn, NewCode
from twofold.leads.ports import CodeTaken, LeadBook, LeadMoved

from .draw import DrawCode
from .ports import PoolRegister, PromiseBook, PromiseGone
from .promise import KeptPromise, Promise

TRIES = 20
"""For one promise; who does not get a code by then waits for the next round."""

AT_ONCE = 100
"""Promises that one call looks after, unless it is told otherwise."""

IN_A_SWEEP = 500
"""Of each campaign: some five round trips each, so well within the sweeper's two minutes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepPromises:
    campaigns: CampaignBook
    leads: LeadBook
    promises: PromiseBook
    register: PoolRegister
    draw: DrawCode
    clock: Clock

    def __call__(self, campaign_id: str, most: int = AT_ONCE) -> int:
        """Keep up to `most` promises of a campaign, as far as there are codes; answer how many leads got one.

        The promise of somebody who left is dropped, since their next confirmation draws anew, and so is that of
        somebody who did so and has a code. Whatever is called at the same time, each gets one code.
        """
        try:
            campaign = self.campaigns.campaign(campaign_id)
        except NotFound:
            return 0
        kept = 0
        for promise in self.promises.waiting(campaign_id, most):
            outcome = self._settle(campaign, promise)
            if outcome == "no_code":
                break
            kept += outcome == "kept"
        return kept

    def everywhere(self, most: int = IN_A_SWEEP) -> int:
        """The same for each campaign that has or had a pool."""
        return sum(self(state.campaign_id, most) for state in self.register.pools())

    def _settle(self, campaign: Campaign, promise: Promise) -> str:
        """kept, dropped, no_code (there is none), or busy."""
        for turn in range(TRIES):
            lead = self.leads.lead(promise.lead_id)
            has_one = self.leads.code_of(promise.lead_id, promise.campaign_id) is not None
            if lead is None or lead.status != "confirmed" or has_one:
                self.promises.drop(promise)
                return "dropped"
            drawn = self._drawn(campaign, promise, turn)
            if not isinstance(drawn, NewCode):
                return "no_code"
            code = replace(drawn, referral=promise.referral)
            try:
                self.promises.keep(KeptPromise(promise=promise, lead=lead, code=code, at=self.clock()))
            except (CodeTaken, LeadMoved):
                continue
            except PromiseGone:
                return "gone"
            return "kept"
        return "busy"

    def _drawn(self, campaign: Campaign, promise: Promise, turn: int) -> Drawn:
        at = self.clock()
        return self.draw.uncharged(campaign, at) if promise.charged else self.draw(campaign, at, turn)
