"""Who brought whom, in memory."""

from dataclasses import dataclass, replace
from datetime import datetime

from tests.fakes.memory import Memory
from twofold.codes.model import DiscountCode
from twofold.referrals.model import Friend, Reward
from twofold.referrals.ports import CapReached, ReferralMoved


@dataclass(frozen=True, slots=True)
class InMemoryReferralBook:
    memory: Memory

    def friend(self, lead_id: str, campaign_id: str) -> Friend | None:
        with self.memory.lock:
            return self.memory.friends.get((lead_id, campaign_id))

    def keep(self, friend: Friend, root: str | None, at: datetime) -> None:
        with self.memory.lock:
            self._insist(friend, root)
            self.memory.friends[friend.lead_id, friend.campaign_id] = friend
            if friend.reason:
                self.memory.refusals[friend.campaign_id, friend.reason] += 1

    def reward(self, reward: Reward, root: str | None) -> None:
        friend, lead, memory = reward.friend, reward.referrer, self.memory
        with memory.lock:
            self._insist(friend, root)
            if memory.earned[lead.lead_id, friend.campaign_id] >= reward.most:
                raise CapReached
            if memory.leads[lead.lead_id].version != lead.version or reward.code.code in memory.codes:
                raise ReferralMoved
            memory.friends[friend.lead_id, friend.campaign_id] = friend
            memory.earned[lead.lead_id, friend.campaign_id] += 1
            memory.codes[reward.code.code] = _issued(reward)
            codes = (*lead.codes, reward.code.code)
            memory.leads[lead.lead_id] = replace(lead, codes=codes, version=lead.version + 1)
            memory.append(reward.event)

    def _insist(self, friend: Friend, root: str | None) -> None:
        stored = self.friend(friend.lead_id, friend.campaign_id)
        if stored and (root is not None or stored.state != "waiting"):
            raise ReferralMoved
        above = self.friend(root, friend.campaign_id) if root else None
        if above and above.referrer:
            raise ReferralMoved


def _issued(reward: Reward) -> DiscountCode:
    code = reward.code
    return DiscountCode(
        code=code.code,
        state="issued",
        version=1,
        lead_id=reward.referrer.lead_id,
        brand=code.brand,
        offer=code.offer,
        origin=reward.friend.origin,
        expires_at=code.expires_at,
    )
