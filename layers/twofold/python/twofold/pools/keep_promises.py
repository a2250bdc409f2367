"""Gives codes to those who were promised one, as soon as there are any."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from twofold.campaigns.model import Campaign
from twofold.campaigns.ports import CampaignBook
from twofold.contracts.errors import NotFound
from twofold.contracts.instants import Clock
from twofold.leads.drawn import Drawn, NewCode
from twofold.leads.ports import CodeTaken, LeadBook, LeadMoved
from twofold.limits.spread import Part

from .draw import DrawCode
from .ports import PoolRegister, PromiseBook, PromiseGone
from .promise import KeptPromise, Promise

TRIES = 20
"""For one promise; who does not get a code by then waits for the next round."""

AT_ONCE = 100
"""Promises that are read together."""

IN_A_SWEEP = 500
"""Of each campaign, so that none has all of a sweep's time."""

PATIENCE = timedelta(seconds=30)
"""How long one call goes on, for however many campaigns; what is left waits for the next sweep."""

Outcome = Literal["kept", "dropped", "gone", "busy", "no_code"]
"""Of a promise: gone is one that somebody else settled, busy one that others were in the way of too often."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepPromises:
    """Whatever is called at the same time, each gets one code.

    The promise of somebody who left is dropped, since their next confirmation draws anew, and so is that of somebody
    who did so and has a code.
    """

    campaigns: CampaignBook
    leads: LeadBook
    promises: PromiseBook
    register: PoolRegister
    draw: DrawCode
    clock: Clock

    def __call__(self, campaign_id: str, most: int = IN_A_SWEEP) -> int:
        """Look after up to `most` promises of a campaign, as far as there are codes; answer how many were kept."""
        return self._keep(campaign_id, most, self.clock() + PATIENCE)

    def with_new_coupons(self, campaign_id: str, most: int) -> int:
        """The same for a campaign whose pool was just filled, if it promises codes.

        What it promised before it stopped doing so, the sweeper keeps.
        """
        campaign = self._campaign(campaign_id)
        promises = campaign and campaign.pool and campaign.pool.when_dry == "promise"
        return self(campaign_id, most) if promises else 0

    def everywhere(self) -> int:
        """The same for each campaign that has or had a pool."""
        until = self.clock() + PATIENCE
        return sum(self._keep(state.campaign_id, IN_A_SWEEP, until) for state in self.register.pools())

    def _keep(self, campaign_id: str, most: int, until: datetime) -> int:
        campaign, kept = self._campaign(campaign_id), 0
        if campaign is None:
            return kept
        for promise in self._waiting(campaign_id, most, until):
            outcome = self._settle(campaign, promise)
            if outcome == "no_code":
                break
            kept += outcome == "kept"
        return kept

    def _campaign(self, campaign_id: str) -> Campaign | None:
        try:
            return self.campaigns.campaign(campaign_id)
        except NotFound:
            return None

    def _waiting(self, campaign_id: str, most: int, until: datetime) -> Iterator[Promise]:
        """Some at a time, since those that are settled are not there any more."""
        some = AT_ONCE
        while most > 0 and some == AT_ONCE:
            for promise in (found := self.promises.waiting(campaign_id, min(AT_ONCE, most))):
                if self.clock() >= until:
                    return
                yield promise
            most, some = most - len(found), len(found)

    def _settle(self, campaign: Campaign, promise: Promise) -> Outcome:
        taken = 0
        for _ in range(TRIES):
            lead = self.leads.lead(promise.lead_id)
            has_one = self.leads.code_of(promise.lead_id, promise.campaign_id) is not None
            if lead is None or lead.status != "confirmed" or has_one:
                self.promises.drop(promise, self._returned(campaign, promise))
                return "dropped"
            drawn = self._drawn(campaign, promise, taken)
            if not isinstance(drawn, NewCode):
                return "no_code"
            code = replace(drawn, referral=promise.referral)
            try:
                self.promises.keep(KeptPromise(promise=promise, lead=lead, code=code, at=self.clock()))
            except CodeTaken:
                taken += 1
            except LeadMoved:
                continue
            except PromiseGone:
                return "gone"
            else:
                return "kept"
        return "busy"

    def _returned(self, campaign: Campaign, promise: Promise) -> tuple[Part, ...]:
        return self.draw.returned(campaign, promise.refund) if promise.refund else ()

    def _drawn(self, campaign: Campaign, promise: Promise, taken: int) -> Drawn:
        at = self.clock()
        return self.draw.uncharged(campaign, at) if promise.charged else self.draw(campaign, at, taken)
