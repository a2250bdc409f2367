"""The checker itself: it must know a lie when it sees one."""

from .checker import linearizable
from .history import NEVER, UNHEARD, Operation
from .life import Life, step


def op(process: int, kind: str, argument: str, called: int, returned: float, answer: str) -> Operation:
    return Operation(
        process=process, kind=kind, argument=argument, called=called, returned=returned, answer=answer
    )


def explained(*history: Operation) -> bool:
    return linearizable(history, Life(), step)


def test_two_orders_cannot_both_spend_one_code() -> None:
    assert not explained(op(0, "redeem", "a", 0, 9, "redeemed 2"), op(1, "redeem", "b", 1, 8, "redeemed 2"))
    assert not explained(op(0, "redeem", "a", 0, 9, "redeemed 2"), op(1, "redeem", "b", 1, 8, "redeemed 3"))


def test_whoever_loses_a_race_may_lose_it_to_one_who_began_later() -> None:
    assert explained(
        op(0, "redeem", "a", 0, 9, "code_already_redeemed"), op(1, "redeem", "b", 1, 8, "redeemed 2")
    )


def test_what_had_returned_before_cannot_be_overtaken() -> None:
    before = op(0, "redeem", "a", 0, 1, "redeemed 2")
    assert not explained(before, op(1, "redeem", "b", 2, 3, "redeemed 3"))
    assert not explained(op(0, "release", "c", 5, 6, "done"), op(1, "redeem", "b", 0, 1, "code_reserved"))


def test_an_order_that_asks_again_must_hear_of_its_own_redemption() -> None:
    first = op(0, "redeem", "a", 0, 1, "redeemed 2")
    assert explained(first, op(0, "redeem", "a", 2, 3, "redeemed 2"))
    assert not explained(first, op(0, "redeem", "a", 2, 3, "code_already_redeemed"))


def test_a_reservation_keeps_others_out_until_it_is_released() -> None:
    held = op(0, "reserve", "c", 0, 1, "done")
    spent = op(1, "redeem", "b@d", 2, 3, "redeemed 3")
    assert not explained(held, spent)
    assert explained(held, op(0, "release", "c", 2, 3, "done"), op(1, "redeem", "b@d", 4, 5, "redeemed 4"))
    assert explained(held, op(0, "redeem", "a@c", 2, 3, "redeemed 3"))


def test_an_operation_that_was_never_answered_explains_either_ending() -> None:
    lost = op(0, "redeem", "a", 0, NEVER, UNHEARD)
    assert explained(lost, op(1, "redeem", "b", 1, 2, "code_already_redeemed"))
    assert explained(lost, op(1, "redeem", "b", 1, 2, "redeemed 2"))
    assert not explained(lost, op(1, "redeem", "b", 1, 2, "redeemed 3"))


def test_a_version_that_was_skipped_is_a_change_that_nobody_made() -> None:
    assert not explained(op(0, "redeem", "a", 0, 1, "redeemed 3"))


def test_a_code_that_was_rolled_back_is_good_for_another_order_and_never_for_the_same() -> None:
    gone = (op(0, "redeem", "a", 0, 1, "redeemed 2"), op(0, "roll_back", "a", 2, 3, "done"))
    assert explained(*gone, op(1, "redeem", "b", 4, 5, "redeemed 4"))
    assert explained(*gone, op(0, "redeem", "a", 4, 5, "redemption_rolled_back"))
    assert not explained(*gone, op(0, "redeem", "a", 4, 5, "redeemed 4"))
