"""Pools of coupons in memory, what was told of them, and promises."""

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from tests.fakes.issues import insist_on_issue, issue, take
from tests.fakes.memory import Memory
from twofold.contracts.events import Envelope
from twofold.leads.ports import LeadMoved
from twofold.limits.spread import Part
from twofold.pools.model import SHARDS, Coupon, shard_of
from twofold.pools.ports import MOST_AT_ONCE, Outcome, PromiseGone
from twofold.pools.promise import KeptPromise, Promise
from twofold.pools.state import PoolState


@dataclass(frozen=True, slots=True)
class InMemoryCodePools:
    """All three roles."""

    memory: Memory

    def draw(self, campaign_id: str, start: str, shards: int = 1) -> Coupon | None:
        first = int(start[0], 16)
        with self.memory.lock:
            rows = self.memory.pools.get(campaign_id, {}).values()
            for number in range(first, first + shards):
                shard = shard_of(campaign_id, number % SHARDS)
                here = sorted((c for c in rows if c.spot.shard == shard), key=lambda c: c.spot.row)
                if here:
                    return next((c for c in here if c.spot.row > start[1:]), here[0])
        return None

    def discard(self, coupon: Coupon) -> None:
        with self.memory.lock:
            self.memory.pools.get(coupon.campaign_id, {}).pop(coupon.code, None)

    def put(self, coupons: Sequence[Coupon]) -> Sequence[Outcome]:
        assert len(coupons) <= MOST_AT_ONCE, "so many are not put in one go"
        with self.memory.lock:
            outcomes = [self._put(coupon) for coupon in coupons]
            for campaign_id in {coupon.campaign_id for coupon in coupons}:
                before = self.state(campaign_id)
                self.memory.registers[campaign_id] = replace(before, fills=before.fills + 1, dry=False)
        return outcomes

    def known(self, coupons: Sequence[Coupon]) -> Set[str]:
        with self.memory.lock:
            pools, codes = self.memory.pools, self.memory.codes
            return {c.code for c in coupons if c.code in codes or c.code in pools.get(c.campaign_id, {})}

    def find(self, campaign_id: str, code: str) -> Coupon | None:
        with self.memory.lock:
            return self.memory.pools.get(campaign_id, {}).get(code)

    def count_up_to(self, campaign_id: str, most: int) -> int:
        return min(most, len(self.memory.pools.get(campaign_id, {})))

    def pools(self) -> Sequence[PoolState]:
        with self.memory.lock:
            return list(self.memory.registers.values())

    def state(self, campaign_id: str) -> PoolState:
        with self.memory.lock:
            return self.memory.registers.get(campaign_id, PoolState(campaign_id=campaign_id))

    def mark(self, before: PoolState, after: PoolState, event: Envelope | None) -> bool:
        with self.memory.lock:
            now = self.state(before.campaign_id)
            if (now.fills, now.told) != (before.fills, before.told):
                return False
            self.memory.registers[before.campaign_id] = after
            self.memory.append(*([event] if event else []))
            return True

    def waiting(self, campaign_id: str, most: int) -> Sequence[Promise]:
        with self.memory.lock:
            return [p for p in self.memory.promises.values() if p.campaign_id == campaign_id][:most]

    def keep(self, kept: KeptPromise) -> None:
        promise, lead, memory = kept.promise, kept.lead, self.memory
        key = (promise.lead_id, promise.campaign_id)
        with memory.lock:
            if key not in memory.promises:
                raise PromiseGone
            if memory.leads[lead.lead_id].version != lead.version or key in memory.issues:
                raise LeadMoved
            insist_on_issue(memory, kept.code)
            del memory.promises[key]
            memory.issues[key] = kept.code
            issue(memory, kept.code, lead.lead_id, promise.origin)
            codes = (*lead.codes, kept.code.code)
            memory.leads[lead.lead_id] = replace(lead, codes=codes, version=lead.version + 1)
            memory.append(kept.event)

    def drop(self, promise: Promise, back: Sequence[Part] = ()) -> None:
        with self.memory.lock:
            if not all(self.memory.allows(part) for part in back):
                return
            if self.memory.promises.pop((promise.lead_id, promise.campaign_id), None):
                for part in back:
                    take(self.memory, part)

    def _put(self, coupon: Coupon) -> Outcome:
        pool = self.memory.pools.setdefault(coupon.campaign_id, {})
        if coupon.code in pool or coupon.code in self.memory.codes:
            return "known"
        pool[coupon.code] = coupon
        return "added"
