"""What every CodeBook promises."""

from dataclasses import replace
from datetime import timedelta

import msgspec
import pytest

from tests.fakes.books import Books
from tests.fakes.made import a_challenge, a_welcome, fresh, was_redeemed
from twofold.codes.model import DiscountCode, Redemption
from twofold.codes.ports import AnsweredBefore, CodeMoved, RequestKey
from twofold.contracts.errors import NotFound
from twofold.contracts.payloads import RedemptionReceipt


def issued(books: Books) -> DiscountCode:
    challenge = a_challenge()
    books.challenges.open(challenge, challenge.asked(challenge.sent_at), [], challenge.sent_at)
    return books.codes.find(books.leads.welcome(a_welcome(challenge)).discount.code)


def spent(code: DiscountCode, order_id: str = "o") -> tuple[DiscountCode, RedemptionReceipt]:
    redemption = Redemption(
        redemption_id=f"{code.code}.{code.version + 1}",
        order_id=order_id,
        amount=100,
        currency="PLN",
        at=a_challenge().sent_at,
        discount_amount=20,
    )
    after = code.moved("redeemed", redemption)
    return after, after.receipt(redemption)


def spend(
    books: Books, code: DiscountCode, key: RequestKey | None = None, order_id: str = "o"
) -> DiscountCode:
    after, receipt = spent(code, order_id)
    books.codes.change(after, was_redeemed(code.code, code.lead_id, after.version), key, receipt)
    return after


def a_key(fingerprint: str = "asked") -> RequestKey:
    return RequestKey(mark=fresh("key"), fingerprint=fingerprint)


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
        with pytest.raises(NotFound):
            books.codes.find(f"{code.lead_id}#{code.origin.campaign_id}#signup")

    def test_a_change_is_stored_with_its_event(self, books: Books):
        after = spend(books, issued(books))
        assert books.codes.find(after.code) == after
        assert "code.redeemed.v1" in {event.type for event in books.upkeep.timeline(after.lead_id)}

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
        assert msgspec.json.decode(before.answer, type=RedemptionReceipt) == after.receipt(after.redemption)

    def test_a_change_with_a_used_key_says_what_was_answered(self, books: Books):
        key = a_key()
        first = spend(books, issued(books), key)
        other = issued(books)
        with pytest.raises(AnsweredBefore) as raised:
            spend(books, other, key)
        assert first.code.encode() in raised.value.answer
        assert books.codes.find(other.code) == other

    def test_the_states_of_many_codes_are_told_and_unknown_ones_left_out(self, books: Books):
        fresh_one, used = issued(books), spend(books, issued(books))
        states = books.codes.states([fresh_one.code, "NEVER", used.code])
        assert {code: told.state for code, told in states.items()} == {
            fresh_one.code: "issued",
            used.code: "redeemed",
        }
        assert books.codes.states([]) == {}

    def test_a_part_taken_back_is_stored(self, books: Books):
        after = spend(books, issued(books))
        assert after.redemption
        at = after.redemption.at + timedelta(hours=1)
        part = replace(after.redemption, rolled_back=40, reason="cold soup", rolled_back_at=at)
        taken = after.moved("redeemed", part)
        event = was_redeemed(after.code, after.lead_id, taken.version)
        books.codes.change(taken, event, None, taken.rollback_receipt(part))
        assert books.codes.find(after.code).redemption == part
