"""One lead's way: from the first look at the asset to the spent code, and what may come in between."""

import json
import re
from dataclasses import dataclass
from typing import Any

from twofold.adapters.dynamodb.messages import DynamoMessageBook
from twofold.contracts import events as catalogue
from twofold.contracts.events import (
    CodeIssued,
    Envelope,
    EventData,
    MessageClicked,
    MessageDelivered,
    MessagePlanned,
    SignupRequested,
)
from twofold.ledger.record import Origin
from twofold.messages.model import MARKETING, Message, message_id
from twofold.messages.sending.plan import PlanMessage

from . import events
from .walk import Step, Walker

TEXTED = (SignupRequested.type, CodeIssued.type, MessagePlanned.type)
"""What the queues bring to `send_messages`."""

REMINDER, AUDIENCE = "reminder", "automation#new-codes"
_DIGITS, _SLUG = r"\b(\d{6})\b", r"/(\w+) STOP"


@dataclass(frozen=True, slots=True)
class Way:
    """Of the person with this number.

    `whole`: SNS tells that each text arrived, and days later a reminder goes, whose link is opened; else the sign-up's
    own way alone. `cold`: nothing is warm any more when the reminder goes.
    """

    walker: Walker
    phone: str
    whole: bool = True
    cold: bool = True

    def go(self) -> dict[str, Step]:
        """Every step by its name, those between the requests included."""
        self.walker.steps = []
        issued = self._confirm(*self._sign_up())
        if self.whole:
            self.walker.rest(cold=self.cold, days=3)
            self._click(self._remind(issued))
        self._spend(issued.data.code)
        return {step.name: step for step in self.walker.steps}

    def _sign_up(self) -> tuple[str, str]:
        """The challenge's id and the digits."""
        here = {"origin": self.walker.site}
        self.walker.ask("asset settings", "serve_pages", events.http("asset", {}, here))
        self.walker.wait(seconds=20)
        signup = events.http("sign_up", {"phone": self.phone}, here)
        challenge = json.loads(self.walker.ask("sign-up", "register_leads", signup)["body"])["challenge_id"]
        return challenge, self._text("verification text", _DIGITS)

    def _confirm(self, challenge: str, digits: str) -> Any:
        """The event that the code was issued."""
        self.walker.wait(seconds=10)
        here = {"origin": self.walker.site}
        confirmation = events.http("confirm", {"code": digits}, here, challenge_id=challenge)
        self.walker.ask("confirm", "register_leads", confirmation)
        heard = self.walker.relay()
        self._send("code text", heard, _SLUG)
        return next(catalogue.read(e["Detail"]) for e in heard if e["DetailType"] == CodeIssued.type)

    def _remind(self, issued: Envelope) -> str:
        """The slug of the reminder's link. What plans it is not there yet; it would be an automation."""
        plan = PlanMessage(book=DynamoMessageBook(self.walker.place.connection))
        self.walker.here("plan", lambda: plan(self._reminder(issued)))
        return self._text(REMINDER, _SLUG)

    def _reminder(self, issued: Any) -> Message:
        origin = Origin(campaign_id=issued.campaign_id, asset_id=issued.asset_id, place=issued.place)
        return Message(
            message_id=message_id(issued.id, REMINDER),
            message_class=MARKETING,
            template=REMINDER,
            lead_id=issued.subject,
            origin=origin,
            shown="",
            parts=0,
            planned_at=self.walker.at,
            audience=AUDIENCE,
            fields={"code": issued.data.code},
        )

    def _click(self, slug: str) -> None:
        self.walker.wait(minutes=1)
        self.walker.ask("click", "serve_pages", events.http("follow_link", {}, {}, slug=slug))
        assert _told(self.walker.relay(), MessageClicked).human

    def _spend(self, code: str) -> None:
        self.walker.wait(hours=1)
        key = {"authorization": f"Bearer {self.walker.place.key}"}
        self.walker.ask("check", "redeem_codes", events.http("check_code", {}, key, code=code))
        fresh = {**key, "idempotency-key": f"till-4-20261124-{code}"}
        order = events.http("redeem", {"order_id": f"order-{code}"}, fresh, code=code)
        self.walker.ask("redeem", "redeem_codes", order)
        self.walker.relay()

    def _text(self, name: str, wanted: str) -> str:
        """What the step before asked for is sent; answers the part of the text that is wanted."""
        return self._send(name, self.walker.relay(), wanted)

    def _send(self, name: str, heard: list[dict[str, Any]], wanted: str) -> str:
        self.walker.wait(seconds=1)
        asked = [entry for entry in heard if entry["DetailType"] in TEXTED]
        step = self.walker.call(name, "send_messages", events.queue(asked))
        self.walker.relay()
        sent = next(request for request in step.requests if request.operation == "Publish")
        if self.whole:
            self._arrive(name, re.findall(rb"<MessageId>(.*)</MessageId>", sent.answer)[0].decode())
        return str(re.findall(wanted, sent.arguments["Message"])[0])

    def _arrive(self, name: str, provider_id: str) -> None:
        self.walker.wait(seconds=5)
        receipt = events.receipt(provider_id, self.phone)
        self.walker.call(f"receipt of {name}", "receive_callbacks", receipt)
        assert _told(self.walker.relay(), MessageDelivered).price


def _told(entries: list[dict[str, Any]], kind: type[EventData]) -> Any:
    """What the one event of this kind says, among the bus's entries."""
    (entry,) = (entry for entry in entries if entry["DetailType"] == kind.type)
    return catalogue.read(entry["Detail"]).data
