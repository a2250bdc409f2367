"""What many want at once and only some may have, played on the store by threads of one function."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import product
from typing import Any

from tests.fakes.outcomes import code_of
from tests.faults.audit import Audit, audit, texts_to
from tests.faults.crowd import rush
from tests.faults.faults import FAULTS
from tests.faults.people import People, fresh_number
from tests.faults.wire import Call, Do
from twofold.codes.once import Done
from twofold.contracts.errors import Conflict, InvalidRequest, Unavailable
from twofold.contracts.events import Envelope
from twofold.contracts.payloads.redemptions import RedemptionReceipt, RedemptionRequest
from twofold.contracts.payloads.signups import Confirmation, ConfirmationRequest
from twofold.visits.visitor import Visitor

VISITOR = Visitor(address="198.51.100.7")
BY_NAME = {fault.name: fault for fault in FAULTS}


@dataclass
class Weather:
    """Now and then an exchange goes wrong: two transactions meet, or an answer is lost."""

    chance: dict[str, float]
    struck: int = 0

    def __call__(self, position: int, call: Call, arguments: dict[str, Any], do: Do) -> Any:
        for name, chance in self.chance.items():
            if BY_NAME[name].fits(call) and random.random() < chance:
                self.struck += 1
                return BY_NAME[name].strike(call, arguments, do)
        return do()


def guesses(people: People, many: int) -> int:
    """How many of the wrong guesses at one challenge were compared."""
    challenge, _ = people.challenge(fresh_number())
    wrong = f"{(int(people.digits(challenge.challenge_id)) + 1) % 10**6:06d}"
    confirm = people.process.wiring("register_leads").confirm_signup()
    request = ConfirmationRequest(code=wrong)
    answers = rush([lambda: confirm(challenge.challenge_id, request, VISITOR)] * many)
    return sum(isinstance(answer, InvalidRequest) for answer in answers)


def codes(people: People, many: int) -> list[str]:
    return [code_of(people.lead(fresh_number())[0]) for _ in range(many)]


def redemptions(people: People, drawn: list[str], tills: int) -> list[list[Any]]:
    """For each code what each till was told. All have orders of their own; who hears nothing asks again."""
    redeem = people.process.wiring("redeem_codes").redeem_code()

    def ask(code: str, till: int) -> Any:
        order = RedemptionRequest(order_id=f"{code}-{till}", amount=100, currency="EUR")
        for _ in range(20):
            try:
                return redeem(code, order)
            except Unavailable:
                continue
        return None

    pairs = list(product(drawn, range(tills)))
    answers = dict(zip(pairs, rush([partial(ask, *pair) for pair in pairs]), strict=True))
    return [[answers[code, till] for till in range(tills)] for code in drawn]


def settled(told: list[Any]) -> bool:
    """One till has the code, whether it heard of it at once or when it asked again; all others were refused."""
    winners = [answer.answer for answer in told if isinstance(answer, Done)]
    refused = [answer for answer in told if isinstance(answer, Conflict)]
    return len(winners) == 1 and isinstance(winners[0], RedemptionReceipt) and len(refused) == len(told) - 1


def confirming(people: People) -> Callable[[str], Any]:
    """Confirms a challenge with its own code, as stubbornly as a browser whose owner presses again."""
    confirm = people.process.wiring("register_leads").confirm_signup()

    def ask(challenge_id: str) -> Any:
        request = ConfirmationRequest(code=people.digits(challenge_id))
        for _ in range(5):
            try:
                return confirm(challenge_id, request, VISITOR)
            except Unavailable:
                continue
        return None

    return ask


def confirmations(people: People, challenges: int, times: int) -> tuple[list[Any], Audit]:
    """Every challenge of one number, confirmed so many times, all at once."""
    phone = fresh_number()
    opened = [people.challenge(phone)[0].challenge_id for _ in range(challenges)]
    ask = confirming(people)
    answers = rush([partial(ask, each) for each in opened * times])
    return answers, audit(people.process, people.lead_id(phone), phone.e164)


def one_lead_one_code(answers: list[Any], found: Audit) -> bool:
    codes = {code_of(answer) for answer in answers if isinstance(answer, Confirmation)}
    return len(codes) == 1 == len(found.codes) and all(isinstance(a, Confirmation) for a in answers)


def texts(people: People, many: int) -> list[str]:
    """What the phone shows after so many sign-ups of one number, whose events are handed over at once."""
    phone = fresh_number()
    asked = [people.challenge(phone)[1] for _ in range(many)]
    send = people.process.wiring("send_messages").send_verification()

    def deliver(event: Envelope) -> Any:
        for _ in range(2):
            try:
                return send(event, event.data)
            except Unavailable:
                continue
        return None

    rush([partial(deliver, event) for event in asked])
    return texts_to(people.process.twin.endpoint, phone.e164)
