"""Gives a lead a code because a partner says so: the one that is named, else one as a sign-up would get it."""

from dataclasses import dataclass, replace
from datetime import datetime

from msgspec import UNSET

from twofold.campaigns.model import Campaign
from twofold.campaigns.ports import CampaignBook
from twofold.codes.once import Done
from twofold.codes.tidy import tidy
from twofold.contracts.errors import Conflict, InvalidRequest, NotFound, Unavailable
from twofold.contracts.instants import Clock, to_second
from twofold.contracts.payloads.pools import Gift, GiftRequest
from twofold.contracts.routes.pages import CODE_PAGE
from twofold.leads.drawn import CodeDraw, Drawn, NewCode, NoCode
from twofold.leads.look_up import CodeStates
from twofold.leads.model import Lead
from twofold.leads.ports import CodeTaken, LeadBook, LeadMoved

from .ports import CodePoolBook, GiftBook
from .present import Present
from .read_coupon import NoCoupon, read_coupon

TRIES = 40
"""So often may others take the last places of a campaign before one who is given a code at the same moment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveCode:
    """`site` is where the pages are, without a trailing slash."""

    campaigns: CampaignBook
    leads: LeadBook
    codes: CodeStates
    gifts: GiftBook
    pools: CodePoolBook
    draw: CodeDraw
    site: str
    clock: Clock

    def __call__(self, lead_id: str, request: GiftRequest) -> Done[Gift]:
        """One code for each lead and campaign: who asks again is told the one that was given.

        Also to a lead who opted out: no text tells of it. Raises NotFound (lead, campaign), InvalidRequest (a code
        that can be none), Conflict when another was given before, the code is somebody's, or there is none.
        """
        campaign = self.campaigns.campaign(request.campaign_id)
        taken = 0
        for _ in range(TRIES):
            lead, held = self._lead(lead_id), self.gifts.given(lead_id, campaign.campaign_id)
            if held:
                return Done(self._told(lead_id, _insist(held, request)), new=False)
            present = Present(lead=lead, code=self._chosen(campaign, request, taken), at=self.clock())
            try:
                self.gifts.give(present)
            except CodeTaken:
                self._insist_on_free(request)
                taken += 1
            except LeadMoved:
                continue
            else:
                return Done(self._told(lead_id, present.code), new=True)
        raise Unavailable("Too many changes of this lead, or of this campaign's last codes, at once.")

    def _lead(self, lead_id: str) -> Lead:
        lead = self.leads.lead(lead_id)
        if lead is None or lead.status == "erased":
            raise NotFound("There is no such lead.", code="lead_not_found")
        return lead

    def _chosen(self, campaign: Campaign, request: GiftRequest, taken: int) -> NewCode:
        at = self.clock()
        if request.code is None:
            return _insist_on_one(self.draw(campaign, at, taken))
        named = self._named(campaign, request.code, at)
        # Its place under the limit is the one that a code of our own would take.
        charge = _insist_on_one(self.draw(replace(campaign, pool=None), at, taken)).charge
        return replace(named, charge=charge)

    def _named(self, campaign: Campaign, text: str, at: datetime) -> NewCode:
        try:
            entry = read_coupon(text, at=at)
        except NoCoupon as fault:
            raise InvalidRequest("This cannot be a code.", code=fault.reason, field="code") from fault
        coupon = self.pools.find(campaign.campaign_id, entry.code)
        if coupon and coupon.expires_at and coupon.expires_at <= at:
            raise Conflict("The time of this coupon is over.", code="code_expired", field="code")
        given = (coupon or entry.of(campaign.campaign_id)).given(campaign.brand, campaign.offer, at)
        return given if coupon else replace(given, pooled=False)

    def _insist_on_free(self, request: GiftRequest) -> None:
        if request.code is not None and self.codes.states([tidy(request.code)]):
            raise Conflict("This code is somebody's already.", code="code_taken", field="code")

    def _told(self, lead_id: str, code: NewCode) -> Gift:
        return Gift(
            code=code.shown,
            lead_id=lead_id,
            campaign_id=code.campaign_id,
            redeem_url=CODE_PAGE.at(self.site, code=code.code),
            expires_at=to_second(code.expires_at) if code.expires_at else UNSET,
        )


def _insist(held: NewCode, request: GiftRequest) -> NewCode:
    if request.code is not None and tidy(request.code) != held.code:
        raise Conflict(
            "This lead was given another code of this campaign.", code="given_before", field="code"
        )
    return held


def _insist_on_one(drawn: Drawn) -> NewCode:
    if isinstance(drawn, NoCode):
        why = {
            "promised": "The campaign's pool is empty.",
            "used_up": "The campaign has given all of its codes.",
        }
        code = {"promised": "pool_dry", "used_up": "codes_used_up"}
        raise Conflict(why[drawn.why], code=code[drawn.why])
    return drawn
