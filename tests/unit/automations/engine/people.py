"""What people do on a street: each deed is done there, and told to the bystander."""

from collections import Counter
from dataclasses import replace
from functools import partial

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from tests.fakes.samples import ANNA, BEN, BUFFET, CARA, order
from tests.fakes.shop import a_cart
from tests.unit.automations.engine.life import a_life
from tests.unit.automations.engine.scripts import CART, THANKS, UNUSED
from twofold.contracts.payloads.redemptions import RollbackRequest

PEOPLE = st.sampled_from([ANNA, BEN, CARA])
TOTAL: Counter[str] = Counter()
"""Over all examples of a run: a test that lives through nothing proves nothing."""


class People(RuleBasedStateMachine):
    @initialize(valid_days=st.sampled_from([3, 10, 30, 60]))
    def begin(self, valid_days: int) -> None:
        offer = replace(BUFFET.offer, valid_days=valid_days)
        self.street = a_life(UNUSED, CART, THANKS, campaign=replace(BUFFET, offer=offer))
        self.shadow, self.acts = self.street.shadow, 0
        for phone in (ANNA, BEN):
            self.join(phone)

    @rule(phone=PEOPLE)
    def join(self, phone: str) -> None:
        self.street.phones.add(phone)
        if self.street.attempt(lambda: self.street.world.code(phone)):
            self.shadow.stopped.discard(self.street.world.lead_id(phone))

    @rule(phone=PEOPLE)
    def redeem(self, phone: str) -> None:
        self.acts += 1
        for code in self.codes(phone)[-1:]:
            if self.street.attempt(partial(self._redeem, code)):
                TOTAL["redeemed"] += 1

    def _redeem(self, code: str) -> None:
        self.street.world.codes.redeem(code, order(f"till-{self.acts}"))
        self.shadow.codes[code].spent = self.shadow.codes[code].ever_spent = True

    @rule(phone=PEOPLE)
    def roll_back(self, phone: str) -> None:
        for code in self.codes(phone):
            found = self.street.world.books.codes.find(code).redemption
            if found:
                self.street.attempt(partial(self._roll_back, code, found.redemption_id))

    def _roll_back(self, code: str, redemption_id: str) -> None:
        self.street.world.codes.roll_back(redemption_id, RollbackRequest(reason="returned"))
        self.shadow.codes[code].spent = False

    @rule(phone=PEOPLE)
    def revoke(self, phone: str) -> None:
        for code in self.codes(phone)[-1:]:
            self.street.world.books.upkeep.revoke(code)
            self.shadow.codes[code].revoked = True

    @rule(phone=PEOPLE, number=st.integers(1, 3))
    def change_cart(self, phone: str, number: int) -> None:
        self.acts += 1
        cart_id = f"cart-{phone[1:]}-{number}"
        cart = a_cart(cart_id, amount=1_000 + self.acts, buyer=self.street.buyer(phone))
        if cart_id not in self.shadow.ordered and self.street.attempt(lambda: self._take(cart)):
            TOTAL["carts"] += 1

    def _take(self, cart) -> None:
        self.shadow.open_carts.setdefault(cart.cart_id, self.street.clock())
        self.street.shop.take_cart(cart)

    @rule(phone=PEOPLE, number=st.integers(1, 3))
    def order_cart(self, phone: str, number: int) -> None:
        cart_id = f"cart-{phone[1:]}-{number}"
        if cart_id in self.shadow.open_carts:
            self.street.attempt(lambda: self._order(cart_id, phone))

    def _order(self, cart_id: str, phone: str) -> None:
        self.street.shop.order(f"order-{cart_id}", buyer=self.street.buyer(phone), cart_id=cart_id)
        # Whoever does both in one moment, by clocks that differ, may be reminded or not.
        mine = {each: at for each, at in self.shadow.open_carts.items() if phone[1:] in each}
        for each, at in mine.items():
            if each == cart_id or at < self.street.clock():
                del self.shadow.open_carts[each]
        self.shadow.ordered[cart_id] = self.street.clock()

    @rule(phone=PEOPLE, words=st.sampled_from(["STOP", "When do you open on Sunday?"]))
    def say(self, phone: str, words: str) -> None:
        if phone in self.street.phones and self.street.world.books.leads.lead(
            self.street.world.lead_id(phone)
        ):
            if words == "STOP":
                self.shadow.stopped.add(self.street.world.lead_id(phone))
                self.shadow.ever_stopped.add(self.street.world.lead_id(phone))
            self.street.attempt(lambda: self.street.world.reply(phone, words))

    def codes(self, phone: str) -> tuple[str, ...]:
        lead = self.street.world.books.leads.lead(self.street.world.lead_id(phone))
        return lead.codes if lead else ()
