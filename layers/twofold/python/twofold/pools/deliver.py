"""Takes coupons that a partner delivers into a campaign's pool."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from twofold.campaigns.ports import CampaignBook
from twofold.contracts.instants import Clock
from twofold.contracts.payloads.pools import CodeDelivery, CodesDelivered, LineFault

from .ports import CodePoolBook
from .read_coupon import Entry, NoCoupon, read_coupon


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliverCodes:
    """`keep_promises` gives the campaign's new coupons to some of those who wait for one."""

    campaigns: CampaignBook
    pools: CodePoolBook
    keep_promises: Callable[[str], int]
    clock: Clock

    def __call__(self, campaign_id: str, delivery: CodeDelivery) -> CodesDelivered:
        """What became of each coupon; the same delivery again adds nothing. Raises NotFound, Unavailable.

        The campaign need not give out coupons yet: its pool may be filled first.
        """
        campaign = self.campaigns.campaign(campaign_id)
        read = list(_read(delivery.codes, self.clock()))
        coupons = [entry.of(campaign.campaign_id) for entry in read if isinstance(entry, Entry)]
        faults = tuple(fault for fault in read if isinstance(fault, LineFault))
        outcomes = self.pools.put(coupons) if coupons else ()
        if "added" in outcomes:
            self.keep_promises(campaign.campaign_id)
        return CodesDelivered(
            campaign_id=campaign.campaign_id,
            added=outcomes.count("added"),
            known=outcomes.count("known"),
            bad=len(faults),
            faults=faults,
        )


def _read(codes: Sequence[str], at: datetime) -> Iterator[Entry | LineFault]:
    seen: set[str] = set()
    for place, text in enumerate(codes, start=1):
        try:
            entry = read_coupon(text, at=at)
        except NoCoupon as fault:
            yield LineFault(line=place, reason=fault.reason)
            continue
        yield LineFault(line=place, reason="duplicate") if entry.code in seen else entry
        seen.add(entry.code)
