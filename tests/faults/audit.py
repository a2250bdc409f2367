"""What must be true of a lead whatever went wrong on the way: states and events tell the same story."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

import httpx

from tests.faults.process import Process
from twofold.adapters.dynamodb.items import ChallengeItem, CodeItem, ConsentItem, LeadItem, MessageItem
from twofold.adapters.dynamodb.ledger import DynamoLedger
from twofold.contracts.events import Envelope

ENDED = {
    "accepted": "message.sent.v1",
    "blocked": "message.blocked.v1",
    "failed": "message.failed.v1",
    "delivered": "message.delivered.v1",
    "received": "message.received.v1",
}
ALSO = {"message.sent.v1": ("delivered", "failed")}
"""States that a message may have risen to since the event."""

STANDING = (
    "lead.confirmed.v1",
    "lead.returned.v1",
    "lead.opted_out.v1",
    "lead.opted_in.v1",
    "lead.updated.v1",
    "referral.completed.v1",
)
"""Each is a version of the lead. A mere count of failures is one too, and tells nobody."""

CODE_MOVES = tuple(f"code.{what}.v1" for what in ("reserved", "redeemed", "rolled_back", "revoked"))
CODE_LAPSES = ("code.released.v1", "code.expired.v1")
"""What time did may be told in one version with what somebody did."""


@dataclass
class Audit:
    """Everything kept about one lead, read with an operator's rights. `silent`: versions that are no news."""

    lead: LeadItem | None
    challenges: list[ChallengeItem]
    codes: list[CodeItem]
    consents: list[ConsentItem]
    messages: list[MessageItem]
    events: list[Envelope]
    texts: list[str]
    silent: int = 0

    def count(self, kind: str, **data: Any) -> int:
        """Events of a type whose data say so."""
        return sum(e.type == kind and _says(e, data) for e in self.events)

    def tells_one_story(self) -> None:
        """Exactly one event for each change of state, and no state without one."""
        for challenge in self.challenges:
            asked = self.count("signup.requested.v1", challenge_id=challenge.challenge_id)
            assert asked == challenge.sends, f"{challenge.sends} sends, {asked} events"
        told = sum(self.count(kind) for kind in STANDING)
        assert told + self.silent == (self.lead.version if self.lead else 0), (
            "one event for each version of the lead"
        )
        assert len(self.consents) == (self.lead.consent_seq if self.lead else 0), "a consent went astray"
        self._codes()
        self._messages()
        twice = [i for i, n in Counter(e.id for e in self.events).items() if n > 1]
        assert not twice

    def _codes(self) -> None:
        for code in self.codes:
            given = self.count("code.issued.v1", code=code.code)
            assert given + self.count("referral.completed.v1", code=code.code) == 1
            self._moves(code)
        given = self.count("code.issued.v1") + self.count("referral.completed.v1")
        assert len(self.codes) == given, "an issued code is not there"

    def _moves(self, code: CodeItem) -> None:
        told = [e for e in self.events if e.type in (*CODE_MOVES, *CODE_LAPSES) and e.data.code == code.code]  # type: ignore[attr-defined]
        versions, kinds = {e.version for e in told}, Counter((e.version, e.type) for e in told)
        assert versions == set(range(2, int(code.version) + 1)), f"version {code.version}, told of {versions}"
        assert set(kinds.values()) <= {1}, "a change is told twice"
        done = Counter(e.version for e in told if e.type in CODE_MOVES)
        assert set(done.values()) <= {1}, "two changes of one version"

    def _messages(self) -> None:
        for message in self.messages:
            self._goes_on(message)
            told = ENDED.get(message.state)
            if told:
                assert self.count(told, message_id=message.message_id) == 1, (
                    f"{message.state}, but not told once"
                )
        states = {message.message_id: message.state for message in self.messages}
        for event in self.events:
            if event.type in ENDED.values():
                ended = states.get(event.data.message_id)  # type: ignore[attr-defined]
                fits = ENDED.get(ended or "") == event.type or ended in ALSO.get(event.type, ())
                assert fits, f"{event.type} is told of a message that is {ended}"

    def _goes_on(self, message: MessageItem) -> None:
        """It has ended, or somebody will hear that it is to be sent."""
        assert message.state != "claimed", "the message is stuck as claimed"
        asked = self.count("message.planned.v1", message_id=message.message_id)
        assert asked <= 1, "planned twice"
        assert message.state not in ("planned", "deferred") or asked, (
            f"the message is stuck as {message.state}"
        )


def audit(process: Process, lead_id: str, number: str) -> Audit:
    connection = process.attach()
    assert connection
    events = DynamoLedger().subject(lead_id)
    asked = {e.data.challenge_id for e in events if e.type == "signup.requested.v1"}  # type: ignore[attr-defined]
    found = list(ChallengeItem.scan(ChallengeItem.lead_id == lead_id))
    assert {item.challenge_id for item in found} == asked, (
        "each challenge has its event, each event its challenge"
    )
    return Audit(
        lead=next(iter(LeadItem.query(lead_id)), None),
        challenges=found,
        codes=list(CodeItem.by_lead.query(lead_id)),
        consents=list(ConsentItem.query(lead_id)),
        messages=[MessageItem.get(row.message_id) for row in MessageItem.by_lead.query(lead_id)],
        events=events,
        texts=texts_to(process.twin.endpoint, number),
    )


def texts_to(endpoint: str, number: str) -> list[str]:
    """What the phone shows, oldest first."""
    answer = httpx.get(f"{endpoint}/_ministack/sns/sms-messages", params={"phoneNumber": number}).json()
    return [text["Message"] for box in answer["sms_messages"].values() for text in box]


def _says(event: Envelope, data: dict[str, Any]) -> bool:
    return all(getattr(event.data, name) == value for name, value in data.items())
