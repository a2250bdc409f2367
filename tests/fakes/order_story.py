"""What a shop tells of one order, with the deaths in it, and how it must end."""

from dataclasses import dataclass
from typing import Any

from tests.fakes.orders import OrderBooks
from tests.fakes.samples import ANNA, BEN
from tests.fakes.shop import ORDER, Died, Life, Shop
from tests.fakes.world import World
from twofold.contracts.payloads.baskets import BasketLine

PHONES = (ANNA, BEN)
REFUNDS = {"r1": 2_000, "r2": 3_500, "r3": 1}
GOODS = (BasketLine(product_id="soup", amount=12_345),)
CALLS = 12
"""More calls of ports than any of the deeds makes."""


@dataclass(frozen=True)
class Ended:
    """How all of it stands in the end; the sums of what was told must agree with what is kept."""

    refunded: int
    whole: bool
    settled: bool
    states: tuple[str, ...]
    placed: int
    refunded_told: int
    wholes_told: int
    taken_back: int
    freed: int


class Story:
    def __init__(self, world: World | None = None, books: OrderBooks | None = None) -> None:
        self.world = world or World()
        self.codes = (self.world.code(), self.world.code(BEN))
        self.shop = Shop(self.world, books)

    def tell(self, what: str, life: Life | None = None) -> bool:
        """Tell of the order, of its end or of a refund; whether the process lived to answer."""
        self.shop.world.clock.forward(seconds=1)
        self.shop.life.calls, self.shop.life.late = (life.calls, life.late) if life else (None, False)
        try:
            self._tell(what)
        except Died:
            return False
        return True

    def _tell(self, what: str) -> Any:
        if what in ("order", "turned"):
            # A shop does not always name an order's coupons in the same order.
            codes = self.codes if what == "order" else self.codes[::-1]
            return self.shop.order(codes=codes, amount=10_000, goods=GOODS, cart_id="cart-1")
        return self.shop.cancel() if what == "cancel" else self.shop.refund(what, REFUNDS[what])

    def ended(self) -> Ended:
        kept = self.shop.books.orders.find(ORDER)
        assert kept
        refunds, backs = self._told("order.refunded.v1"), self._told("code.rolled_back.v1")
        assert len(self._told("code.redeemed.v1")) == 1, "an order spends one code, once"
        assert len({one.refund_id for one in refunds}) == len(refunds), "a refund is told once"
        return Ended(
            refunded=kept.refunded,
            whole=kept.whole,
            settled=kept.settled == len(kept.refunds),
            states=tuple(sorted(self.shop.code(code).state for code in self.codes)),
            placed=len(self._told("order.placed.v1")),
            refunded_told=sum(one.amount for one in refunds),
            wholes_told=sum(one.whole for one in refunds),
            taken_back=sum(one.amount for one in backs),
            freed=sum(one.whole for one in backs),
        )

    def _told(self, kind: str) -> list[Any]:
        return [one for phone in PHONES for one in self.shop.told(kind, phone)]


def plainly(told: set[str]) -> Ended:
    """How it ends when each is told once, the order first, and nobody dies."""
    story = Story()
    for what in ("order", *sorted(told & set(REFUNDS)), *(["cancel"] if "cancel" in told else [])):
        assert story.tell(what)
    return story.ended()
