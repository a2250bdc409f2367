"""The second yes."""

from dataclasses import replace

import pytest

from tests.fakes.outcomes import code_of, discount_of
from tests.fakes.samples import ANNA, BEN, BUFFET, PASSER_BY, SHOP
from tests.fakes.use_cases import SITE
from tests.fakes.world import World
from twofold.contracts.errors import Forbidden, Gone, InvalidRequest, NotFound
from twofold.contracts.payloads.signups import ConfirmationRequest
from twofold.contracts.settings import LimitSettings


def wrong(world: World, challenge_id: str) -> int:
    """Guess wrongly; answer the tries that are left."""
    digits = world.signups.key.digits(challenge_id)
    with pytest.raises(InvalidRequest) as raised:
        world.guess(challenge_id, f"{(int(digits) + 1) % 1_000_000:06d}")
    assert (raised.value.code, raised.value.field) == ("wrong_code", "code")
    left: int = raised.value.extra["attempts_left"]
    return left


def test_the_right_code_makes_a_lead_with_a_discount_code(world: World):
    told = world.confirmed()
    assert (told.lead.lead_id, told.lead.status, told.lead.returning) == (world.lead_id(), "confirmed", False)
    code = code_of(told)
    assert code.startswith("BUF")
    assert (discount_of(told).redeem_url, discount_of(told).qr_url) == (
        f"{SITE}/c/{code}",
        f"{SITE}/q/{code}.svg",
    )
    assert (discount_of(told).title, discount_of(told).last_day, discount_of(told).expires_at) == (
        BUFFET.offer.title,
        "2026-12-22",
        "2026-12-23T12:00:00Z",
    )
    kinds = sorted(event.type for event in world.timeline())
    assert kinds == ["code.issued.v1", "lead.confirmed.v1", "signup.requested.v1"]


@pytest.mark.parametrize("between", [" ", "-"])
def test_the_code_may_be_typed_in_two_halves(world: World, between: str):
    challenge_id = world.join()
    digits = world.signups.key.digits(challenge_id)
    world.guess(challenge_id, f" {digits[:3]}{between}{digits[3:]} ")


def test_each_wrong_guess_is_one_less(world: World):
    challenge_id = world.join()
    assert [wrong(world, challenge_id) for _ in range(4)] == [4, 3, 2, 1]
    world.guess(challenge_id)


def test_after_five_wrong_guesses_not_even_the_right_one_counts(world: World):
    challenge_id = world.join()
    for _ in range(5):
        wrong(world, challenge_id)
    with pytest.raises(Gone) as raised:
        world.guess(challenge_id)
    assert raised.value.code == "challenge_over"
    assert world.books.leads.lead(world.lead_id()) is None


def test_a_guess_is_charged_before_it_is_compared(world: World):
    challenge_id = world.join()
    confirm = replace(world.signups.confirm, key=Broken())  # type: ignore[arg-type]
    with pytest.raises(ZeroDivisionError):
        confirm(challenge_id, ConfirmationRequest(code="123456"), PASSER_BY)
    assert world.books.challenges.find(challenge_id).attempts == 1
    counted = [taken for row, taken in world.books.counter.memory.limits.items() if row.startswith("guess#")]  # type: ignore[attr-defined]
    assert counted == [1]


class Broken:
    def matches(self, challenge_id: str, typed: str) -> bool:
        raise ZeroDivisionError


def test_guesses_count_for_the_number_over_all_its_challenges():
    world = World(limits=LimitSettings(guesses_day=6))
    first = world.join()
    for _ in range(5):
        wrong(world, first)
    second = world.join()
    wrong(world, second)
    with pytest.raises(InvalidRequest) as raised:
        world.guess(second)
    assert raised.value.code == "wrong_code"
    assert world.books.leads.lead(world.lead_id()) is None
    world.confirmed(BEN)


def test_a_number_may_guess_again_the_next_day():
    world = World(limits=LimitSettings(guesses_day=1))
    wrong(world, world.join())
    world.clock.forward(days=1)
    world.confirmed()


def test_a_code_is_over_after_ten_minutes(world: World):
    challenge_id = world.join()
    world.clock.forward(minutes=10)
    with pytest.raises(Gone):
        world.guess(challenge_id)


def test_the_code_of_one_challenge_does_not_fit_another(world: World):
    first, second = world.join(ANNA), world.join(BEN)
    with pytest.raises(InvalidRequest):
        world.guess(second, world.signups.key.digits(first))


def test_a_challenge_that_never_was_is_not_found(world: World):
    with pytest.raises(NotFound):
        world.guess("never")


def test_a_foreign_page_cannot_confirm(world: World):
    challenge_id = world.join()
    typed = ConfirmationRequest(code=world.signups.key.digits(challenge_id))
    with pytest.raises(Forbidden):
        world.signups.confirm(challenge_id, typed, replace(PASSER_BY, origin=SHOP))


def test_the_right_code_again_gets_the_same_answer_and_changes_nothing(world: World):
    challenge_id = world.join()
    first = world.guess(challenge_id)
    world.clock.forward(minutes=1)
    assert world.guess(challenge_id) == first
    assert len(world.timeline()) == 3


def test_the_wrong_code_after_the_right_one_tells_nothing(world: World):
    challenge_id = world.join()
    world.guess(challenge_id)
    assert wrong(world, challenge_id) == 3
