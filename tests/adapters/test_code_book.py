"""What every CodeBook promises."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import msgspec
import pytest

from tests.fakes.books import Books
from tests.fakes.made import ORIGIN, a_challenge, a_welcome, fresh
from twofold.campaigns.offer import CodeRules
from twofold.codes import receipts
from twofold.codes.charges import Charges
from twofold.codes.lapse import lapsing
from twofold.codes.model import DiscountCode, Hold, Revocation
from twofold.codes.ports import AnsweredBefore, CodeChange, CodeMoved, LeadHasSpent, RequestKey
from twofold.codes.redeem import redeeming
from twofold.codes.redemption import Redemption
from twofold.codes.reserve import reserving
from twofold.codes.revoke import revoking
from twofold.codes.roll_back import rolling_back
from twofold.contracts.errors import NotFound
from twofold.contracts.instants import now
from twofold.contracts.payloads.redemptions import RedemptionReceipt
from twofold.limits.spread import Part

NOTHING = Charges()


def issued(books: Books) -> DiscountCode:
    challenge = a_challenge()
    books.challenges.open(challenge, challenge.asked(challenge.sent_at), [], challenge.sent_at)
    code = books.leads.welcome(a_welcome(challenge)).discount
    assert code
    return books.codes.find(code.code)


def a_redemption(code: DiscountCode, order_id: str = "o") -> Redemption:
    return Redemption(
        redemption_id=f"{code.code}.{code.version + 1}",
        order_id=order_id,
        amount=100,
        currency="PLN",
        at=now(),
        discount_amount=20,
    )


def spend(
    books: Books,
    code: DiscountCode,
    key: RequestKey | None = None,
    order_id: str = "o",
    charges: Charges = NOTHING,
) -> DiscountCode:
    change = redeeming(code, a_redemption(code, order_id), charges, key)
    books.codes.change(change)
    return change.after


def take_back(books: Books, code: DiscountCode, amount: int = 100) -> DiscountCode:
    spent = code.redemption
    assert spent
    at = spent.at + timedelta(hours=1)
    taken = replace(
        spent, rolled_back=amount, whole=amount == spent.amount, reason="cold soup", rolled_back_at=at
    )
    if taken.whole:
        taken = replace(taken, counted=None, budget=())
    change = rolling_back(code, spent, taken, at)
    books.codes.change(change)
    return change.after


def ruled(code: DiscountCode, **rules: Any) -> DiscountCode:
    """The code as if it had been issued with these rules."""
    return replace(code, offer=replace(code.offer, rules=CodeRules(**rules)))


def a_key(fingerprint: str = "asked") -> RequestKey:
    return RequestKey(mark=fresh("key"), fingerprint=fingerprint)


def types(books: Books, code: DiscountCode) -> set[str]:
    return {event.type for event in books.upkeep.timeline(code.lead_id)}


class TestCodeBook:
    def test_an_issued_code_is_found_with_what_it_is_worth(self, books: Books):
        code = issued(books)
        assert (code.state, code.version, code.redemption) == ("issued", 1, None)
        assert (code.offer.kind, code.offer.value, code.brand) == ("percent", 20, "Saffron Garden")
        assert code.expires_at

    @pytest.mark.parametrize("typed", ["", "NEVER", "x" * 3_000, "a#b#signup"])
    def test_a_code_that_never_was_is_not_found(self, books: Books, typed: str):
        with pytest.raises(NotFound):
            books.codes.find(typed)

    def test_what_keeps_an_issue_unique_is_no_code(self, books: Books):
        code = issued(books)
        for row in ("signup", "spent"):
            with pytest.raises(NotFound):
                books.codes.find(f"{code.lead_id}#{code.origin.campaign_id}#{row}")

    def test_a_change_is_stored_with_its_event(self, books: Books):
        after = spend(books, issued(books))
        assert books.codes.find(after.code) == after
        assert "code.redeemed.v1" in types(books, after)

    def test_everything_that_a_code_goes_through_is_stored(self, books: Books):
        code, at = issued(books), now()
        hold = Hold(cart_id="cart", until=at + timedelta(minutes=1))
        steps = [reserving(code, hold, at)]
        steps.append(redeeming(steps[-1].after, a_redemption(steps[-1].after), Charges()))
        for step in steps:
            books.codes.change(step)
            assert books.codes.find(code.code) == step.after
        back = take_back(books, steps[-1].after)
        assert books.codes.find(code.code) == back
        again = spend(books, back, order_id="another")
        assert len(again.redemptions) == 2
        assert books.codes.find(code.code) == again
        gone = revoking(take_back(books, again), Revocation(reason="lost", at=at))
        books.codes.change(gone)
        assert books.codes.find(code.code) == gone.after
        assert types(books, code) >= {"code.reserved.v1", "code.redeemed.v1", "code.revoked.v1"}

    def test_a_hold_that_ended_is_gone(self, books: Books):
        code, at = issued(books), now()
        held = reserving(code, Hold(cart_id="cart", until=at + timedelta(minutes=1)), at)
        books.codes.change(held)
        over = lapsing(held.after, at + timedelta(minutes=1))
        assert over
        books.codes.change(over)
        assert books.codes.find(code.code) == replace(code, version=3)

    def test_several_redemptions_stay_in_their_order(self, books: Books):
        code = ruled(issued(books), uses=3)
        first = spend(books, code, order_id="a")
        third = spend(books, spend(books, first, order_id="b"), order_id="c")
        assert [r.order_id for r in books.codes.find(code.code).redemptions] == ["a", "b", "c"]
        assert third.state == "redeemed"

    def test_of_two_changes_of_one_version_the_second_has_to_look_again(self, books: Books):
        code = issued(books)
        spend(books, code)
        with pytest.raises(CodeMoved):
            spend(books, code, order_id="other")
        stored = books.codes.find(code.code).redemption
        assert stored
        assert stored.order_id == "o"

    def test_a_key_is_answered_as_the_first_time(self, books: Books):
        code, key = issued(books), a_key()
        assert books.codes.answer(key) is None
        after = spend(books, code, key)
        before = books.codes.answer(key)
        assert before
        assert after.redemption
        assert before.fingerprint == "asked"
        told = msgspec.json.decode(before.answer, type=RedemptionReceipt)
        assert told == receipts.redeemed(after, after.redemption)

    def test_a_change_with_a_used_key_says_what_was_answered(self, books: Books):
        key = a_key()
        first = spend(books, issued(books), key)
        other = issued(books)
        with pytest.raises(AnsweredBefore) as raised:
            spend(books, other, key)
        assert first.code.encode() in raised.value.answer
        assert books.codes.find(other.code) == other

    def test_a_used_key_settles_it_although_the_code_has_moved(self, books: Books):
        code, key = issued(books), a_key()
        spend(books, code, key)
        with pytest.raises(AnsweredBefore):
            spend(books, code, key)

    def test_the_states_of_many_codes_are_told_and_unknown_ones_left_out(self, books: Books):
        fresh_one, used = issued(books), spend(books, issued(books))
        states = books.codes.states([fresh_one.code, "NEVER", used.code])
        assert {code: told.state for code, told in states.items()} == {
            fresh_one.code: "issued",
            used.code: "redeemed",
        }
        assert books.codes.states([]) == {}

    def test_a_part_taken_back_is_stored(self, books: Books):
        after = take_back(books, spend(books, issued(books)), 40)
        stored = books.codes.find(after.code)
        assert stored == after
        assert stored.redemption
        assert stored.redemption.rolled_back == 40


class TestCharges:
    def charged(self, row: str, amount: int = 1, most: int = 2) -> Charges:
        return Charges(Part(row=row, amount=amount, most=most))

    def test_are_taken_with_the_change_and_given_back_with_another(self, books: Books):
        row = fresh("part")
        spent = spend(books, issued(books), charges=self.charged(row))
        assert books.parts.taken([row, "nobody"]) == {row: 1, "nobody": 0}
        take_back(books, spent)
        assert books.parts.taken([row]) == {row: 0}

    def test_that_find_no_room_leave_the_code_as_it_was(self, books: Books):
        row, code = fresh("part"), issued(books)
        for _ in range(2):
            spend(books, issued(books), charges=self.charged(row))
        with pytest.raises(CodeMoved):
            spend(books, code, charges=self.charged(row))
        assert books.codes.find(code.code) == code
        assert books.parts.taken([row]) == {row: 2}

    @pytest.mark.parametrize(("amount", "most"), [(3, 2), (1, 0)])
    def test_that_no_part_has_room_for_are_refused_from_the_start(self, books: Books, amount: int, most: int):
        with pytest.raises(CodeMoved):
            spend(books, issued(books), charges=self.charged(fresh("part"), amount, most))

    def test_may_be_many_in_one_change(self, books: Books):
        rows = [fresh("part") for _ in range(16)]
        budget = tuple(Part(row=row, amount=n + 1, most=n + 1) for n, row in enumerate(rows))
        after = spend(books, issued(books), charges=Charges(budget=budget))
        assert list(books.parts.taken(rows).values()) == list(range(1, 17))
        assert books.codes.find(after.code) == after


class TestTheMarkOfALead:
    def pair(self, books: Books) -> tuple[DiscountCode, DiscountCode]:
        """Two codes, the second of which is told to be the same lead's."""
        first, second = ruled(issued(books), once_per_lead=True), ruled(issued(books), once_per_lead=True)
        return first, replace(second, lead_id=first.lead_id)

    def test_is_the_first_code_s_that_takes_it(self, books: Books):
        first, second = self.pair(books)
        spend(books, first)
        assert books.codes.marked(first.lead_id, ORIGIN.campaign_id) == first.code
        with pytest.raises(LeadHasSpent):
            spend(books, second)
        assert books.codes.find(second.code).version == 1

    def test_may_be_taken_by_the_same_code_again(self, books: Books):
        code = ruled(issued(books), once_per_lead=True, uses=2)
        after = spend(books, spend(books, code, order_id="a"), order_id="b")
        assert books.codes.find(code.code).version == after.version == 3

    def test_is_nobody_s_after_a_whole_rollback(self, books: Books):
        first, second = self.pair(books)
        take_back(books, spend(books, first))
        assert books.codes.marked(first.lead_id, ORIGIN.campaign_id) is None
        spend(books, second)

    def test_stays_with_a_part_that_came_back(self, books: Books):
        first, _ = self.pair(books)
        take_back(books, spend(books, first), 40)
        assert books.codes.marked(first.lead_id, ORIGIN.campaign_id) == first.code

    def test_does_not_hide_that_the_code_has_moved(self, books: Books):
        first, second = self.pair(books)
        spend(books, first)
        with pytest.raises(CodeMoved):
            spend(books, replace(second, version=7))


class TestDueCodes:
    def due(self, books: Books, at: datetime) -> list[str]:
        return list(books.codes.due(at))

    def test_a_code_is_due_at_its_end(self, books: Books):
        code = issued(books)
        assert code.expires_at
        assert code.code not in self.due(books, code.expires_at - timedelta(milliseconds=1))
        assert code.code in self.due(books, code.expires_at)
        assert code.code in self.due(books, code.expires_at + timedelta(days=3))

    def test_the_oldest_comes_first(self, books: Books):
        codes = [issued(books) for _ in range(6)]
        at = now()
        minutes = [5, 1, 4, 2, 3, 6]
        for code, minute in zip(codes, minutes, strict=True):
            hold = Hold(cart_id="cart", until=at + timedelta(minutes=minute))
            books.codes.change(reserving(code, hold, at))
        found = self.due(books, at + timedelta(minutes=5))
        order = sorted(zip(minutes, (code.code for code in codes), strict=True))
        assert found == [code for minute, code in order if minute <= 5]

    def test_a_hold_makes_a_code_due_sooner_and_no_longer_when_it_is_over(self, books: Books):
        code, at = issued(books), now()
        held = reserving(code, Hold(cart_id="cart", until=at + timedelta(minutes=1)), at)
        books.codes.change(held)
        later = at + timedelta(minutes=2)
        assert code.code in self.due(books, later)
        over = lapsing(held.after, later)
        assert over
        books.codes.change(over)
        assert code.code not in self.due(books, later)
        assert code.expires_at
        assert code.code in self.due(books, code.expires_at)

    def test_what_is_spent_is_due_no_more_and_again_when_it_comes_back(self, books: Books):
        code = issued(books)
        assert code.expires_at
        spent = spend(books, code)
        assert code.code not in self.due(books, code.expires_at)
        take_back(books, spent)
        assert code.code in self.due(books, code.expires_at)

    def test_what_has_ended_is_due_no_more(self, books: Books):
        withdrawn, expired = issued(books), issued(books)
        books.codes.change(revoking(withdrawn, Revocation(reason="lost", at=now())))
        assert expired.expires_at
        over: CodeChange | None = lapsing(expired, expired.expires_at)
        assert over
        books.codes.change(over)
        found = self.due(books, expired.expires_at + timedelta(days=1))
        assert not {withdrawn.code, expired.code} & set(found)
