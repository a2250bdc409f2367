"""Is this code good?"""

from dataclasses import dataclass

from msgspec import UNSET

from twofold.contracts.instants import Clock, to_second
from twofold.contracts.payloads import CampaignName, CodeStatus

from .draw import tidy
from .ports import CodeBook


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckCode:
    book: CodeBook
    clock: Clock

    def __call__(self, typed: str) -> CodeStatus:
        """The code's state, and why it is not valid if it is not. Changes nothing. Raises NotFound."""
        code = self.book.find(tidy(typed))
        fault = code.fault(self.clock())
        return CodeStatus(
            code=code.code,
            state="expired" if fault == "expired" else code.state,
            valid=fault is None,
            reason=fault or UNSET,
            campaign=CampaignName(campaign_id=code.origin.campaign_id, brand=code.brand),
            discount=code.terms,
            expires_at=to_second(code.expires_at) if code.expires_at else UNSET,
        )
