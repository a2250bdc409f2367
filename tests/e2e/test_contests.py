"""Many at once over HTTP: the whole way from the gateway to the table, and to the phone."""

import time
from collections import Counter
from functools import partial
from itertools import product
from typing import Any

import httpx
import pytest

from tests.e2e.visitor import Visitor
from tests.fakes.outcomes import code_of
from tests.faults.audit import audit
from tests.faults.crowd import rush
from tests.faults.people import fresh_number
from twofold.adapters.dynamodb.items import MessageItem
from twofold.leads.verification import GUESSES

AT_ONCE = 12
MOST_TEXTS = 3


def test_of_64_guesses_at_once_five_are_compared(visitor: Visitor):
    challenge_id = visitor.people.challenge(fresh_number())[0].challenge_id
    wrong = f"{(int(visitor.people.digits(challenge_id)) + 1) % 10**6:06d}"
    answers = _all(rush([partial(visitor.confirm, challenge_id, wrong)] * 64, at_once=AT_ONCE))
    left = [answer.json()["attempts_left"] for answer in answers if answer.status_code == 422]
    assert sorted(left) == list(range(GUESSES))
    assert Counter(answer.status_code for answer in answers) == {422: GUESSES, 410: 64 - GUESSES}


def test_of_400_redemptions_of_20_codes_20_win(visitor: Visitor):
    _contest(visitor, codes=20, tills=20)


@pytest.mark.prove
def test_of_2000_redemptions_of_100_codes_100_win(visitor: Visitor):
    _contest(visitor, codes=100, tills=20)


def _contest(visitor: Visitor, *, codes: int, tills: int) -> None:
    drawn = [code_of(visitor.people.lead(fresh_number())[0]) for _ in range(codes)]
    pairs = list(product(drawn, range(tills)))
    began = time.monotonic()
    answers = _all(
        rush([partial(_patiently, visitor, code, f"{code}-{till}") for code, till in pairs], at_once=AT_ONCE)
    )
    print(f"{len(pairs)} redemptions in {time.monotonic() - began:.1f} s")
    told = Counter(answer.status_code for answer in answers)
    assert told[201] + told[200] == codes, told
    assert told[409] == codes * (tills - 1)
    winners = [code for (code, _), answer in zip(pairs, answers, strict=True) if answer.status_code != 409]
    assert sorted(winners) == sorted(drawn), "each code once"


def _patiently(visitor: Visitor, code: str, order_id: str) -> httpx.Response:
    """A till that got no answer, or a 5xx for one, asks again, and may so be told 200 instead of 201."""
    for _ in range(3):
        try:
            answer = visitor.redeem(code, order_id)
        except httpx.TimeoutException:
            continue
        if answer.status_code < 500:
            return answer
        print(f"asked again after {answer.status_code}: {answer.text[:200]}")
    return visitor.redeem(code, order_id)


def test_several_challenges_of_a_number_confirmed_at_once_make_one_lead_and_one_code(visitor: Visitor):
    people, phone = visitor.people, fresh_number()
    opened = [people.challenge(phone)[0].challenge_id for _ in range(5)]
    asked = [partial(visitor.confirm, each, people.digits(each)) for each in opened * 2]
    answers = _all(rush(asked, at_once=AT_ONCE))
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.json()["discount"]["code"] for answer in answers}) == 1
    found = audit(people.process, people.lead_id(phone), phone.e164)
    assert len(found.codes) == 1


def test_200_sign_ups_of_a_number_at_once_send_at_most_three_texts(visitor: Visitor):
    phone = fresh_number()
    answers = _all(rush([partial(visitor.sign_up, phone)] * 200, at_once=AT_ONCE))
    assert {answer.status_code for answer in answers} == {202}
    assert _decided(visitor, visitor.people.lead_id(phone), 200) == 200, "every text was decided on"
    assert len(visitor.texts(phone, MOST_TEXTS)) == MOST_TEXTS


def _decided(visitor: Visitor, lead_id: str, many: int) -> int:
    """Messages to a lead that were sent or blocked, once they are so many or a minute and a half has gone by."""
    until = time.monotonic() + 90
    while True:
        people = visitor.people
        found = [m.state for m in _messages(people, lead_id) if m.state not in ("planned", "claimed")]
        if len(found) >= many or time.monotonic() > until:
            return len(found)
        time.sleep(1)


def _messages(people: Any, lead_id: str) -> list[Any]:
    people.attach()
    return list(MessageItem.by_lead.query(lead_id))


def _all(answers: list[Any]) -> list[httpx.Response]:
    failed = [answer for answer in answers if isinstance(answer, Exception)]
    assert not failed
    return answers
