"""Lets go of a code that a cart holds."""

from dataclasses import dataclass
from datetime import datetime

from twofold.contracts.causes import RELEASE
from twofold.contracts.events import CodeReleased
from twofold.contracts.instants import Clock

from .model import DiscountCode, Hold
from .once import alone
from .ports import CodeBook, CodeChange
from .telling import changed
from .tidy import tidy
from .till import ANYWHERE, Till


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseCode:
    book: CodeBook
    clock: Clock

    def __call__(self, typed: str, cart_id: str, till: Till = ANYWHERE) -> None:
        """Free the code if this cart holds it; otherwise nothing changes.

        Raises NotFound, Forbidden `place_bound_key`.
        """
        till.insist_on_no_place()
        alone(lambda _: self._release(tidy(typed), cart_id))

    def _release(self, typed: str, cart_id: str) -> None:
        code = self.book.find(typed)
        if code.hold and code.hold.cart_id == cart_id:
            self.book.change(releasing(code, code.hold, self.clock()))


def releasing(code: DiscountCode, hold: Hold, at: datetime) -> CodeChange:
    """What letting go makes of a code: what it was before it was held. A hold that is over has lapsed instead."""
    after = code.next(at, hold=None)
    let_go = CodeReleased(code=code.code, cart_id=hold.cart_id, why=RELEASE)
    return changed(code, after, at, *([let_go] if code.held(at) else []))
