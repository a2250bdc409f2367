"""Is this code good?"""

from collections.abc import Mapping
from dataclasses import dataclass

from msgspec import UNSET

from twofold.campaigns.ports import CampaignBook
from twofold.contracts.errors import NotFound
from twofold.contracts.instants import Clock, last_day, to_second
from twofold.contracts.payloads.codes import CampaignName, CodeStatus
from twofold.contracts.reasons import Reason

from . import receipts
from .model import DiscountCode
from .ports import CodeBook
from .rules import Basket, reason
from .spend_limits import SpendLimits
from .tidy import tidy

NO_BASKET = Basket()


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckCode:
    """With `limits` it also looks at what is left of the campaign's; with `campaigns` places have their names."""

    book: CodeBook
    clock: Clock
    limits: SpendLimits | None = None
    campaigns: CampaignBook | None = None

    def __call__(self, typed: str, basket: Basket = NO_BASKET) -> CodeStatus:
        """The code's state, and why it is not valid if it is not. Changes nothing. Raises NotFound.

        What the basket does not tell is not judged.
        """
        code, at = self.book.find(tidy(typed)), self.clock()
        why = reason(code, basket, at) or self._used_up(code, basket)
        hold = code.held(at)
        return CodeStatus(
            code=code.shown,
            state=code.state_at(at),
            valid=why is None,
            reason=why or UNSET,
            campaign=CampaignName(campaign_id=code.origin.campaign_id, brand=code.brand),
            discount=receipts.worth(code),
            expires_at=to_second(code.expires_at) if code.expires_at else UNSET,
            last_day=last_day(code.expires_at) if code.expires_at else UNSET,
            terms=receipts.asked_for(code, self._places(code)) or UNSET,
            reserved_until=to_second(hold.until) if hold and not code.fault(at) else UNSET,
        )

    def _places(self, code: DiscountCode) -> Mapping[str, str]:
        """What people call places; nothing is read for a code that is good everywhere."""
        if self.campaigns is None or not code.rules.places:
            return receipts.NAMELESS
        try:
            return self.campaigns.campaign(code.origin.campaign_id).places
        except NotFound:
            # A code outlives its campaign's row.
            return receipts.NAMELESS

    def _used_up(self, code: DiscountCode, basket: Basket) -> Reason | None:
        """What others have used up: the lead's own other codes, or everybody's."""
        if code.rules.once_per_lead:
            spent = self.book.marked(code.lead_id, code.origin.campaign_id)
            if spent not in (None, code.code):
                return "lead_already_redeemed"
        if self.limits is None:
            return None
        off = None if basket.amount is None else code.offer.off(basket.amount)
        return self.limits.fault(code, basket.currency, off)
