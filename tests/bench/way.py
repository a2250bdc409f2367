"""One lead's way: from the first look at the asset to the spent code, and what may come in between."""

import json
import re
from dataclasses import dataclass
from typing import Any

from twofold.contracts import events as catalogue
from twofold.contracts.events import (
    CodeIssued,
    EventData,
    MessageClicked,
    MessageDelivered,
    MessagePlanned,
    SignupRequested,
)

from . import events
from .automate import Engine, of_engine
from .walk import Step, Walker

TEXTED = (SignupRequested.type, CodeIssued.type, MessagePlanned.type)
"""What the queues bring to `send_messages`."""

REMINDER = "reminder"
_DIGITS, _SLUG = r"\b(\d{6})\b", r"/(\w+) STOP"


@dataclass(frozen=True, slots=True)
class Way:
    """Of the person with this number, who must not be held out of what their code sets off.

    `reminded`: days later a reminder goes, whose link is opened; else they spend their code before. `receipts`: SNS
    tells that each text arrived. `cold`: nothing is warm any more when the reminder goes.
    """

    walker: Walker
    phone: str
    reminded: bool = True
    receipts: bool = True
    cold: bool = True

    def go(self) -> dict[str, Step]:
        """Every step by its name, those between the requests included."""
        self.walker.steps = []
        code = self._confirm(*self._sign_up())
        if self.reminded:
            self._click(self._remind())
        self._spend(code)
        return {step.name: step for step in self.walker.steps}

    def through(self) -> list[Step]:
        """What the engine does while they never spend their code: it lets them in, and sends two reminders."""
        self.walker.steps, engine = [], Engine(self.walker)
        self._confirm(*self._sign_up())
        for name in ("first step due", "last step due"):
            self.walker.rest(cold=self.cold, until=engine.due())
            engine.fire(name)
        return of_engine(self.walker.steps)

    def _sign_up(self) -> tuple[str, str]:
        """The challenge's id and the digits."""
        here = {"origin": self.walker.site}
        self.walker.ask("asset settings", "serve_pages", events.http("asset", {}, here))
        self.walker.wait(seconds=20)
        signup = events.http("sign_up", {"phone": self.phone}, here)
        challenge = json.loads(self.walker.ask("sign-up", "register_leads", signup)["body"])["challenge_id"]
        return challenge, self._text("verification text", _DIGITS)

    def _confirm(self, challenge: str, digits: str) -> str:
        """The discount code."""
        self.walker.wait(seconds=10)
        here = {"origin": self.walker.site}
        confirmation = events.http("confirm", {"code": digits}, here, challenge_id=challenge)
        self.walker.ask("confirm", "register_leads", confirmation)
        heard = self.walker.relay()
        self._send("code text", heard, _SLUG)
        Engine(self.walker).hear(heard)
        issued: Any = next(catalogue.read(e["Detail"]) for e in heard if e["DetailType"] == CodeIssued.type)
        return str(issued.data.code)

    def _remind(self) -> str:
        """The slug of the reminder's link. Days later the engine's own schedule brings the step that plans it."""
        engine = Engine(self.walker)
        self.walker.rest(cold=self.cold, until=engine.due())
        return self._send(REMINDER, engine.fire("step due"), _SLUG)

    def _click(self, slug: str) -> None:
        self.walker.wait(minutes=1)
        self.walker.ask("click", "serve_pages", events.http("follow_link", {}, {}, slug=slug))
        heard = self.walker.relay()
        assert _told(heard, MessageClicked).human
        Engine(self.walker).hear(heard)

    def _spend(self, code: str) -> None:
        self.walker.wait(hours=1)
        key = {"authorization": f"Bearer {self.walker.place.key}"}
        self.walker.ask("check", "redeem_codes", events.http("check_code", {}, key, code=code))
        fresh = {**key, "idempotency-key": f"till-4-20261124-{code}"}
        order = events.http("redeem", {"order_id": f"order-{code}"}, fresh, code=code)
        self.walker.ask("redeem", "redeem_codes", order)
        Engine(self.walker).hear(self.walker.relay())

    def _text(self, name: str, wanted: str) -> str:
        """What the step before asked for is sent; answers the part of the text that is wanted."""
        return self._send(name, self.walker.relay(), wanted)

    def _send(self, name: str, heard: list[dict[str, Any]], wanted: str) -> str:
        self.walker.wait(seconds=1)
        asked = [entry for entry in heard if entry["DetailType"] in TEXTED]
        step = self.walker.call(name, "send_messages", events.queue(asked))
        self.walker.relay()
        sent = next(request for request in step.requests if request.operation == "Publish")
        if self.receipts:
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
