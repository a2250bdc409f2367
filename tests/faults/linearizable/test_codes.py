"""Whatever four processes do to a code at once, it could have happened one thing after another."""

import random
from collections import Counter

import pytest

from tests.faults.linearizable.checker import linearizable
from tests.faults.linearizable.history import Operation
from tests.faults.linearizable.life import Life, step
from tests.faults.linearizable.troupe import troupe
from tests.faults.people import People

SOME, MANY = 100, 2_000
MOST_FOR_A_MISTAKE = 200


def explained(history: list[Operation]) -> bool:
    return linearizable(history, Life(), step)


def held_to_one_story(people: People, histories: int) -> None:
    chance = random.Random()
    answers: Counter[str] = Counter()
    with troupe(people) as players:
        for _ in range(histories):
            history = players.history(chance)
            assert explained(history), "\n".join(map(str, sorted(history, key=lambda each: each.called)))
            answers.update(f"{each.kind} {each.answer.partition(' ')[0]}" for each in history)
    print(f"{histories} histories explained; answers: {dict(answers.most_common())}")
    # A race that nobody ran proves nothing: each of these happened, and each was lost to another.
    assert not {f"{kind} done" for kind in ("reserve", "release", "roll_back", "expire", "revoke")} - set(
        answers
    )
    assert answers["redeem redeemed"] > histories / 4
    for kind in ("reserve", "redeem", "revoke"):
        assert answers[f"{kind} code_already_redeemed"] > 0
    assert answers["redeem code_reserved"] > 0


def test_what_four_processes_did_to_a_code_could_have_happened_one_after_another(people: People):
    held_to_one_story(people, SOME)


@pytest.mark.prove
def test_2000_histories_of_four_processes_could_have_happened_one_after_another(people: People):
    held_to_one_story(people, MANY)


def test_the_checker_finds_a_code_that_is_read_and_then_written(people: People):
    chance = random.Random()
    with troupe(people, "read_then_write") as players:
        assert any(not explained(players.history(chance)) for _ in range(MOST_FOR_A_MISTAKE))
