"""What a bystander knows of a street: who did what, and when. It asks nothing of what is put to the test."""

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from twofold.contracts.events import AutomationStepped, CodeIssued, Envelope
from twofold.contracts.instants import from_text
from twofold.messages.model import Message

LOCAL = ZoneInfo("Europe/Warsaw")
"""Where everybody in the street lives, be it in Poland, Germany or France."""

OPENS, CLOSES = 8, 21
CAP_DAY, CAP_MONTH = 1, 4


@dataclass(slots=True)
class Code:
    owner: str
    expires_at: datetime | None
    spent: bool = False
    ever_spent: bool = False
    revoked: bool = False

    def good(self, at: datetime) -> bool:
        return not (self.spent or self.revoked or self.past(at))

    def past(self, at: datetime) -> bool:
        return self.expires_at is not None and at >= self.expires_at


@dataclass(slots=True)
class Shadow:
    """`stopped` are the leads who said so, `ordered` when each last did; `open_carts` since when each has waited.

    `faults` is every promise that was seen broken, in a sentence.
    """

    holdout: dict[str, int] = field(default_factory=dict)
    codes: dict[str, Code] = field(default_factory=dict)
    stopped: set[str] = field(default_factory=set)
    ever_stopped: set[str] = field(default_factory=set)
    ordered: dict[str, datetime] = field(default_factory=dict)
    open_carts: dict[str, datetime] = field(default_factory=dict)
    running: bool = True
    sent: dict[str, list[datetime]] = field(default_factory=dict)
    texts: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def issued(self, lead_id: str, event: CodeIssued) -> None:
        ends = from_text(event.expires_at) if event.expires_at else None
        self.codes[event.code] = Code(lead_id, ends)

    def left(self, message: Message, at: datetime) -> None:
        """A text of an automation is on its way to the phone: it had better be allowed."""
        lead_id, name = message.lead_id, message.template
        self._insist(lead_id not in self.stopped, f"{name} after a STOP")
        self._insist(self.running, f"{name} although the campaign does not run")
        self._insist(OPENS <= at.astimezone(LOCAL).hour < CLOSES, f"{name} at {at.astimezone(LOCAL):%H:%M}")
        self._insist(not self.held_out(message.audience or "", lead_id), f"{name} to who is held out")
        self._of_code(message, at)
        self._within_caps(lead_id, at)
        cause = message.enrolment or ""
        if name.startswith("cart"):
            cart_id = cause.split("#")[2].rpartition("|")[0]
            self._insist(cart_id in self.open_carts, f"{name} of a cart that is ordered")
            cause, name = cart_id, "cart"
        self.texts[lead_id, cause, name] += 1
        self._insist(self.texts[lead_id, cause, name] == 1, f"{name} a second time")

    def held_out(self, audience: str, lead_id: str) -> bool:
        digest = hashlib.sha256(f"{audience}|{lead_id}".encode()).digest()
        return int.from_bytes(digest[:8], "big") * 100 < self.holdout.get(audience, 0) << 64

    def stepped(self, event: Envelope, cause: str, data: AutomationStepped, at: datetime) -> None:
        """A step is said to be done, at this very moment: what ends the way must not be true."""
        self._insist(event.subject not in self.stopped, f"step {data.step} after a STOP")
        code = self.codes.get(cause)
        self._insist(code is None or code.good(at), f"step {data.step} for a code that is over")
        cart = cause.startswith("cart")
        self._insist(not cart or cause in self.open_carts, f"step {data.step} for a cart that is ordered")

    def _of_code(self, message: Message, at: datetime) -> None:
        code = self.codes.get(message.fields.get("code", ""))
        self._insist(code is None or code.good(at), f"{message.template} of a code that is over")
        ends = message.expires_at
        self._insist(ends is None or at < ends, f"{message.template} after it had expired")

    def _within_caps(self, lead_id: str, at: datetime) -> None:
        before = self.sent.setdefault(lead_id, [])
        day = sum(at - past < timedelta(days=1) for past in before)
        month = sum(at - past < timedelta(days=30) for past in before)
        self._insist(day < CAP_DAY and month < CAP_MONTH, "a text too many")
        before.append(at)

    def _insist(self, true: bool, otherwise: str) -> None:
        if not true:
            self.faults.append(otherwise)
