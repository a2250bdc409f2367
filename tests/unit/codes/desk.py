"""Codes that were issued before the story began, and everybody who uses them."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from tests.fakes.books import Books
from tests.fakes.clock import SetClock
from tests.fakes.in_memory import in_memory
from tests.fakes.made import ORIGIN, fresh
from tests.fakes.memory import Memory
from tests.fakes.samples import BUFFET
from tests.fakes.tills import Codes
from twofold.campaigns.model import CodeLimits
from twofold.campaigns.offer import CodeRules, Offer
from twofold.codes.model import DiscountCode
from twofold.contracts.errors import DomainError
from twofold.contracts.events import Envelope
from twofold.contracts.payloads.baskets import BasketLine
from twofold.contracts.payloads.codes import CodeStatus, Reservation, ReservationRequest, RevocationRequest
from twofold.contracts.payloads.redemptions import RedemptionReceipt, RedemptionRequest, RollbackRequest

LEAD = "LEAD"


@dataclass
class Desk:
    memory: Memory = field(default_factory=Memory)
    clock: SetClock = field(default_factory=SetClock)
    books: Books = field(init=False)
    use: Codes = field(init=False)

    def __post_init__(self) -> None:
        self.books = in_memory(self.memory)
        self.use = Codes(self.books, self.clock)
        self.limit()

    def limit(self, **limits: Any) -> None:
        self.books.upkeep.put_campaign(replace(BUFFET, limits=CodeLimits(**limits)))

    def code(
        self, *, lead_id: str = LEAD, days: int | None = 30, worth: Offer | None = None, **rules: Any
    ) -> str:
        """A code of 20 per cent, good for 30 days, that asks for nothing unless told otherwise."""
        offer = worth or Offer(title="20 % off", kind="percent", value=20, currency="PLN")
        name = fresh("code").replace("_", "").upper()
        self.memory.codes[name] = DiscountCode(
            code=name,
            state="issued",
            version=1,
            lead_id=lead_id,
            brand="Saffron Garden",
            offer=replace(offer, rules=CodeRules(**rules) if rules else None),
            origin=ORIGIN,
            expires_at=self.clock() + timedelta(days=days) if days else None,
        )
        return name

    def redeem(
        self, code: str, order_id: str = "order-1", amount: int = 10_000, **more: Any
    ) -> RedemptionReceipt:
        asked = RedemptionRequest(
            order_id=order_id, amount=amount, currency=more.pop("currency", "PLN"), **more
        )
        return self.use.redeem(code, asked).answer

    def reserve(self, code: str, cart_id: str = "cart-1", ttl_s: int = 1_800) -> Reservation:
        return self.use.reserve(code, ReservationRequest(cart_id=cart_id, ttl_s=ttl_s)).answer

    def roll_back(self, redemption_id: str, amount: int | None = None) -> str:
        return self.use.roll_back(
            redemption_id, RollbackRequest(reason="returned", amount=amount)
        ).answer.state

    def revoke(self, code: str) -> None:
        self.use.revoke(code, RevocationRequest(reason="printed twice"))

    def check(self, code: str) -> CodeStatus:
        return self.use.check(code)

    def stored(self, code: str) -> DiscountCode:
        return self.books.codes.find(code)

    def told(self, lead_id: str = LEAD) -> list[str]:
        """What the ledger tells of a lead's codes: the types of events, and of which version."""
        return [f"{e.type.removesuffix('.v1')} {e.version}" for e in self.events(lead_id)]

    def events(self, lead_id: str = LEAD) -> list[Envelope]:
        """By version, and in one version by name."""
        return sorted(self.books.upkeep.timeline(lead_id), key=lambda e: (e.version, e.type))

    def taken(self, name: str) -> int:
        """How much of one of the campaign's limits is taken: `redemptions` or `discount`."""
        key = f"{name}#{BUFFET.campaign_id}#"
        return sum(amount for row, amount in self.memory.parts.items() if row.startswith(key))


def refused(act: Callable[[], object]) -> DomainError:
    try:
        act()
    except DomainError as error:
        return error
    raise AssertionError("it was not refused")


def line(product_id: str, amount: int = 1_000) -> BasketLine:
    return BasketLine(product_id=product_id, amount=amount)
