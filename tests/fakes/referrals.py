"""Who brought whom, in memory."""

from dataclasses import dataclass, replace
from datetime import datetime

from tests.fakes.issues import insist_on_issue, issue
from tests.fakes.memory import Memory
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
            if memory.leads[lead.lead_id].version != lead.version:
                raise ReferralMoved
            insist_on_issue(memory, reward.code)
            memory.friends[friend.lead_id, friend.campaign_id] = friend
            memory.earned[lead.lead_id, friend.campaign_id] += 1
            issue(memory, reward.code, lead.lead_id, friend.origin)
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
