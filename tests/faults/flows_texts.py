"""The two texts, as their queues hand them over: a verification code twice at most, a discount code five times."""

from tests.fakes.outcomes import code_of
from tests.faults.audit import Audit
from tests.faults.flows import Flow, Point, Scene
from tests.faults.people import People, fresh_number
from tests.faults.platform import Handle, deliver
from twofold.contracts import events

DEFINITE = {"is throttled", "cannot connect"}
"""Faults after which the text surely has not left, so that it must be tried again."""


def _verification(people: People) -> Scene:
    phone = fresh_number()
    challenge, event = people.challenge(phone)
    digits, written = people.digits(challenge.challenge_id), events.write(event)

    def play(handle: Handle) -> bool:
        return deliver(handle, written, tries=2)

    def judge(done: bool, found: Audit, point: Point | None) -> None:
        assert done, "it ended among the dead letters"
        assert len(found.messages) == 1
        assert len(found.texts) <= 1, "a second text, although the first may have left"
        if point is None or (point.fault.name in DEFINITE and not point.stays):
            assert len(found.texts) == 1, "no text, although none had left"
        assert all(digits in text for text in found.texts)

    return Scene(phone, play, judge)


def _code(people: People) -> Scene:
    phone = fresh_number()
    confirmation, happened = people.lead(phone)
    event = next(e for e in happened if e.type == "code.issued.v1")

    def play(handle: Handle) -> bool:
        return deliver(handle, events.write(event), tries=5)

    def judge(done: bool, found: Audit, point: Point | None) -> None:
        assert done, "it ended among the dead letters"
        assert [message.state for message in found.messages] == ["accepted"]
        assert found.texts, "no text with the code"
        assert set(found.texts) == {found.texts[0]}
        assert code_of(confirmation) in found.texts[0]
        if point is None:
            assert len(found.texts) == 1

    return Scene(phone, play, judge)


FLOWS = (
    Flow("verification text", "send_messages", _verification, 168),
    Flow("code text", "send_messages", _code, 140),
)
