"""An answer gets lost on its way: whoever asks again learns what became of the first, and nothing happens twice."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest

from tests.fakes.made import fresh
from tests.unit.codes.desk import Desk, refused
from twofold.codes.ports import CodeBook, CodeChange, RequestKey
from twofold.codes.redeem import RedeemCode
from twofold.codes.reserve import ReserveCode
from twofold.codes.revoke import RevokeCode
from twofold.codes.roll_back import RollBackRedemption
from twofold.contracts.errors import OutcomeUnknown, Unavailable
from twofold.contracts.payloads.codes import ReservationRequest, RevocationRequest
from twofold.contracts.payloads.redemptions import RedemptionRequest, RollbackRequest


@dataclass
class Deaf:
    """A book of codes whose next changes are not heard of: `done` says of each whether it happened."""

    book: CodeBook
    done: list[bool] = field(default_factory=list)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.book, name)

    def change(self, change: CodeChange) -> None:
        if not self.done:
            return self.book.change(change)
        if self.done.pop(0):
            self.book.change(change)
            raise OutcomeUnknown("The database did not say whether it stored the change.")
        raise Unavailable("The database did not store the change.")


def redeem(desk: Desk, book: Deaf, code: str, key: RequestKey | None, order_id: str = "order-1") -> Any:
    asked = RedemptionRequest(order_id=order_id, amount=10_000, currency="PLN")
    return RedeemCode(book=book, limits=desk.use.limits, clock=desk.clock)(code, asked, key)


def reserve(desk: Desk, book: Deaf, code: str, key: RequestKey | None) -> Any:
    asked = ReservationRequest(cart_id="cart-1", ttl_s=60)
    return ReserveCode(book=book, clock=desk.clock)(code, asked, key)


def revoke(desk: Desk, book: Deaf, code: str, key: RequestKey | None) -> Any:
    return RevokeCode(book=book, clock=desk.clock)(code, RevocationRequest(reason="lost"), key)


def roll_back(desk: Desk, book: Deaf, code: str, key: RequestKey | None) -> Any:
    use = RollBackRedemption(book=book, limits=desk.use.limits, clock=desk.clock)
    return use(f"{code}.2", RollbackRequest(reason="returned"), key)


DEEDS = [redeem, reserve, revoke, roll_back]


@pytest.mark.parametrize("deed", DEEDS)
@pytest.mark.parametrize("keyed", [False, True])
@pytest.mark.parametrize("lost", [(True,), (False,), (False, True), (False, False, True)], ids=str)
def test_the_same_request_again_is_answered_as_if_nothing_had_been_lost(
    desk: Desk, deed: Callable[..., Any], keyed: bool, lost: tuple[bool, ...]
):
    desk.limit(redemptions=1, discount=2_000, currency="PLN")
    code, book = desk.code(once_per_lead=True), Deaf(desk.books.codes)
    key = RequestKey(mark=fresh("key"), fingerprint="asked") if keyed else None
    if deed is roll_back:
        desk.redeem(code)
    before = len(desk.told())
    book.done[:] = lost
    for _ in lost:
        with pytest.raises(Unavailable):
            deed(desk, book, code, key)
    answer = deed(desk, book, code, key).answer
    assert deed(desk, book, code, key).answer == answer
    assert len(desk.told()) == before + 1
    spent = desk.stored(code).spent
    assert (desk.taken("redemptions"), desk.taken("discount")) == (spent, 2_000 * spent)


@pytest.mark.parametrize("keyed", [False, True])
def test_another_order_is_refused_however_the_first_one_s_answer_was_lost(desk: Desk, keyed: bool):
    code, book = desk.code(), Deaf(desk.books.codes, [True])
    keys = [RequestKey(mark=fresh("key"), fingerprint=n) if keyed else None for n in ("a", "b")]
    with pytest.raises(OutcomeUnknown):
        redeem(desk, book, code, keys[0], "order-1")
    assert refused(lambda: redeem(desk, book, code, keys[1], "order-2")).code == "code_already_redeemed"
    assert redeem(desk, book, code, keys[0], "order-1").answer.order_id == "order-1"
    assert desk.told() == ["code.redeemed 2"]


def test_a_change_that_did_not_happen_leaves_the_code_to_another_order(desk: Desk):
    code, book = desk.code(), Deaf(desk.books.codes, [False])
    with pytest.raises(Unavailable):
        redeem(desk, book, code, None, "order-1")
    assert redeem(desk, book, code, None, "order-2").new
    assert refused(lambda: redeem(desk, book, code, None, "order-1")).code == "code_already_redeemed"
