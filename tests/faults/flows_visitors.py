"""Sign-up, resend and confirmation, as a visitor's browser asks for them."""

from typing import Any

from tests.fakes.outcomes import code_of
from tests.faults.audit import Audit
from tests.faults.flows import Flow, Point, Scene
from tests.faults.people import People, fresh_address, fresh_number
from tests.faults.platform import Handle, insist, request
from twofold.leads.phone import Phone

_TOLD_TO_WAIT = 429
"""A visitor whose first try did go through, unheard, is told when the next text may be asked for."""


def _sign_up(people: People) -> Scene:
    phone, address = fresh_number(), fresh_address()

    def play(handle: Handle) -> tuple[int, Any]:
        return insist(lambda: request(handle, "POST", "/v1/signups", people.signup(phone), address=address))

    def judge(answer: tuple[int, Any], found: Audit, point: Point | None) -> None:
        status, body = answer
        assert status == 202
        assert body["challenge_id"] in {c.challenge_id for c in found.challenges}
        assert len(found.challenges) <= 2, "one try that was not heard of, and one that was"

    return Scene(phone, play, judge)


def _resend(people: People) -> Scene:
    phone, address = fresh_number(), fresh_address()
    challenge, _ = people.challenge(phone, age=40)
    path = f"/v1/signups/{challenge.challenge_id}/resend"

    def play(handle: Handle) -> tuple[int, Any]:
        return insist(lambda: request(handle, "POST", path, address=address))

    def judge(answer: tuple[int, Any], found: Audit, point: Point | None) -> None:
        assert answer[0] in ({202} if point is None else {202, _TOLD_TO_WAIT})
        assert [c.sends for c in found.challenges] == [2], "one more text was asked for, not none, not two"

    return Scene(phone, play, judge)


def confirm(people: People) -> Scene:
    return _confirmation(people, fresh_number(), version=1)


def _confirm_again(people: People) -> Scene:
    """By somebody who is a lead already."""
    phone = fresh_number()
    people.lead(phone)
    return _confirmation(people, phone, version=2)


def _confirmation(people: People, phone: Phone, version: int) -> Scene:
    challenge, _ = people.challenge(phone)
    path, body = (
        f"/v1/signups/{challenge.challenge_id}/confirmation",
        {"code": people.digits(challenge.challenge_id)},
    )

    def play(handle: Handle) -> tuple[int, Any]:
        return insist(lambda: request(handle, "POST", path, body))

    def judge(answer: tuple[int, Any], found: Audit, point: Point | None) -> None:
        status, told = answer
        assert status == 200
        assert told["lead"]["returning"] == (version > 1)
        assert [code.code for code in found.codes] == [told["discount"]["code"]], "one code, and it was told"
        assert found.lead
        assert found.lead.version == version
        outcome = next(c.outcome for c in found.challenges if c.challenge_id == challenge.challenge_id)
        assert outcome
        assert code_of(outcome) == told["discount"]["code"]

    return Scene(phone, play, judge)


FLOWS = (
    Flow("sign-up", "register_leads", _sign_up, 62),
    Flow("resend", "register_leads", _resend, 62),
    Flow("confirmation", "register_leads", confirm, 90),
    Flow("confirmation by a lead", "register_leads", _confirm_again, 140),
)
