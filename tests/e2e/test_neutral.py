"""Over HTTP as in the code: nobody learns from an answer whether a number is known here."""

from typing import Any

import httpx
import pytest

from tests.faults.people import People
from tests.faults.sorts import DOORS, SORTS, Door, knock, masked
from tests.stack import Stack


@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.name)
def test_six_sorts_of_number_get_byte_for_byte_the_same_answer(
    door: Door, stack: Stack, people: People, browser: httpx.Client
):
    def ask(path: str, body: Any) -> Any:
        answer = browser.post(stack.api + path, **({} if body is None else {"json": body}))
        return masked(answer.status_code, dict(answer.headers), answer.text)

    told = {sort: knock(people, door, sort, ask) for sort in SORTS}
    assert told["unknown"][0] in (202, 422)
    assert {sort for sort in SORTS if told[sort] != told["unknown"]} == set()
