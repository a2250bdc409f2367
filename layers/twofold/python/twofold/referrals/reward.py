"""Rewards a lead for a friend who came by their link: once for each friend, and never in a ring."""

from dataclasses import dataclass, replace
from datetime import datetime

from twofold.assets.ports import AssetBook, AssetLinks
from twofold.campaigns.model import Campaign
from twofold.campaigns.offer import ReferralOffer
from twofold.campaigns.ports import CampaignBook
from twofold.contracts.errors import NotFound, Unavailable
from twofold.contracts.events import CodeRedeemed, Envelope, LeadConfirmed
from twofold.contracts.instants import Clock, from_text
from twofold.leads.drawn import CodeDraw, Drawn, NewCode
from twofold.leads.model import Lead
from twofold.leads.ports import CodeTaken, LeadBook
from twofold.ledger.record import Origin

from .chain import Closed, root_of
from .model import By, Friend, Reward
from .ports import CapReached, ReferralBook, ReferralMoved

TRIES = 20
"""Of one delivery: so many friends of one lead may confirm in the same moment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RewardReferral:
    campaigns: CampaignBook
    assets: AssetBook
    links: AssetLinks
    leads: LeadBook
    book: ReferralBook
    draw_code: CodeDraw
    clock: Clock

    def __call__(self, event: Envelope, data: LeadConfirmed | CodeRedeemed) -> str:
        """Answer what came of it: rewarded, waiting, seen, or why it earns nothing.

        Whatever order the events come in, and however often, a friend is decided once. A redemption that is rolled
        back later has earned its reward all the same (docs/decisions/0021). Raises Unavailable for another try: also
        while the campaign's pool, whose coupons reward friends who earn the campaign's own offer, is dry and makes
        promises; what is tried in vain waits among the dead letters, and is not lost. An offer of the reward's own is
        never a coupon of the pool. `codes_used_up`: the campaign's limit of codes, which counts these too, is reached.
        """
        if data.referral is None:
            return "not_referred"
        taken = 0
        for _ in range(TRIES):
            try:
                return self._decide(event, data, data.referral, taken)
            except ReferralMoved:
                continue
            except CodeTaken:
                taken += 1
        raise Unavailable("Too many friends of one lead, or leads for the campaign's last codes, at once.")

    def _decide(self, event: Envelope, data: LeadConfirmed | CodeRedeemed, referral: str, taken: int) -> str:
        campaign = self.campaigns.campaign(event.campaign_id or "")
        by: By = "confirmation" if isinstance(data, LeadConfirmed) else "redemption"
        friend, root = self.book.friend(event.subject, campaign.campaign_id), None
        if friend and (friend.state != "waiting" or by == "confirmation"):
            return "seen"
        if friend is None:
            friend, root = self._meet(event, referral)
        if friend.state == "refused":
            return self._keep(friend, root)
        return self._earn(friend, root, campaign, by, from_text(event.time), taken)

    def _meet(self, event: Envelope, referral: str) -> tuple[Friend, str | None]:
        """The friend with who brought them, and the head of that chain."""
        origin = Origin(campaign_id=event.campaign_id or "", asset_id=event.asset_id, place=event.place)
        friend = Friend(lead_id=event.subject, referral=referral, origin=origin)
        try:
            link = self.links.find(referral)
            asset = self.assets.asset(link.asset_id)
        except NotFound:
            return friend.refused("unknown_link"), None
        if link.referrer is None:
            return friend.refused("unknown_link"), None
        if asset.campaign_id != origin.campaign_id:
            return friend.refused("foreign_link"), None
        try:
            root = root_of(self.book, link.referrer, friend.lead_id, origin.campaign_id)
        except Closed as closed:
            return friend.refused(closed.reason), None
        return replace(friend, referrer=link.referrer), root

    def _earn(
        self, friend: Friend, root: str | None, campaign: Campaign, by: By, then: datetime, taken: int
    ) -> str:
        """`then` is when the friend did it: a late delivery finds the campaign as it ran."""
        deal = campaign.referral
        if deal is None or deal.most < 1:
            return self._keep(friend.refused("switched_off"), root)
        if not campaign.runs(then):
            return self._keep(friend.refused("campaign_not_running"), root)
        if by == "confirmation" and deal.after == "redemption":
            return self._keep(friend, root)
        lead = self.leads.lead(friend.referrer or "")
        if lead is None or lead.status != "confirmed":
            return self._keep(friend.refused("referrer_gone"), root)
        drawn = self._drawn(campaign, deal, taken)
        if not isinstance(drawn, NewCode):
            if drawn.why == "promised":
                raise Unavailable("The campaign's pool of coupons is dry.")
            return self._keep(friend.refused("codes_used_up"), root)
        try:
            return self._reward(friend.rewarded(drawn.code), root, drawn, deal, lead, by)
        except CapReached:
            return self._keep(friend.refused("cap_reached"), root)

    def _drawn(self, campaign: Campaign, deal: ReferralOffer, taken: int) -> Drawn:
        own = replace(campaign, offer=deal.offer, pool=None) if deal.offer else campaign
        return self.draw_code(own, self.clock(), taken)

    def _reward(
        self, friend: Friend, root: str | None, code: NewCode, deal: ReferralOffer, lead: Lead, by: By
    ) -> str:
        reward = Reward(friend=friend, referrer=lead, code=code, by=by, most=deal.most, at=self.clock())
        self.book.reward(reward, root)
        return friend.state

    def _keep(self, friend: Friend, root: str | None) -> str:
        self.book.keep(friend, root, self.clock())
        return friend.reason or friend.state
