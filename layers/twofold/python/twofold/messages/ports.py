"""What sending needs of the outside."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from twofold.codes.model import DiscountCode
from twofold.contracts.errors import DomainError, Unavailable
from twofold.contracts.events import Envelope
from twofold.leads.model import Lead

from .model import Message, Sms
from .sending.send_log import SendLog


class SmsRejected(DomainError):
    """The provider will never deliver this text. `code` is the provider's own."""

    default_code = "sms_rejected"


class RecipientOptedOut(SmsRejected):
    """The provider keeps a list of its own, and the number stands on it: as good as a STOP."""

    default_code = "opted_out_at_provider"


class NumberRejected(SmsRejected):
    """The number is none that texts can reach, whoever sends them."""

    default_code = "number_rejected"


class SendingPaused(Unavailable):
    """The operator has pulled the kill switch."""

    default_code = "sending_paused"


class NotStored(Unavailable):
    """What became of a text that was handed over could not be stored: nobody may try it anew as if it had not left."""

    default_code = "not_stored"


@dataclass(frozen=True, slots=True)
class Handed:
    """Which provider took a text, and its id for it."""

    provider: str
    provider_id: str


class SmsGateway(Protocol):
    def send(self, sms: Sms) -> Handed:
        """Hand the text over, once; a verification code, which surely did not leave, perhaps to others after that.

        Each is given a second to be reached and five to answer, and nobody is asked after `sms.until`.

        Raises SmsRejected when it can never be delivered, Unavailable when it surely did not leave but may later,
        OutcomeUnknown when nobody can tell whether it left.
        """


class KillSwitch(Protocol):
    def paused(self) -> bool:
        """Whether sending is stopped; what is answered is at most two seconds old."""


class Scheduler(Protocol):
    def wake(self, name: str, at: datetime, event: Envelope) -> None:
        """Bring the event to the queue it was heard from at that moment, once; the same name again changes nothing.

        Raises Unavailable.
        """


class StillWanted(Protocol):
    """What planned a text has the last word on it, at the moment of sending."""

    def unwanted(
        self, message: Message, at: datetime, lead: Lead | None, code: DiscountCode | None
    ) -> str | None:
        """Why the automation, whose step the text is, does not want it any more; None while it does.

        `lead` and `code` are those of the text as they were read a moment ago, so that they need not be read again.

        A word of automations: `redeemed`, `ordered` and what else ends one, `switched_off`, `gone`. Raises Unavailable.
        """


class LogMoved(Exception):
    """Somebody wrote the send log since it was read: look again."""


class ConsentGone(Exception):
    """The lead is not one who may be written to, as of this very moment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Consented:
    """What must be true of the lead as its message is claimed: confirmed; with a scope, also of it, and not held.

    With `asked_at` no more than that nobody has erased them since then: whoever wrote is answered, lead or not.
    """

    scope: str | None
    at: datetime
    asked_at: datetime | None = None


class MessageBook(Protocol):
    def state(self, message_id: str) -> str | None:
        """The message's state; None when there is no such message yet."""

    def find(self, message_id: str) -> Message | None:
        """The message as it stands now."""

    def plan(self, message: Message, event: Envelope) -> bool:
        """Store a new message and say so; False when there is one of this id already."""

    def send_log(self, lead_id: str, kind: str = "verification") -> SendLog:
        """When this number was sent texts of that kind; an empty log for a new one."""

    def claim(self, message: Message, log: SendLog | None = None, consent: Consented | None = None) -> bool:
        """Store the message as claimed and, with it, the log's next version; False when somebody else has it.

        A message may be claimed when it is not there, planned or deferred. Raises LogMoved, and
        ConsentGone when the lead is not what `consent` asks for.
        """

    def defer(self, message: Message) -> bool:
        """Store until when the message waits; False when somebody else has taken it, or it has ended."""

    def close(self, message: Message, event: Envelope | None) -> None:
        """Store how it ended and say so. The first end stays: a message that has ended is left alone.

        One that somebody holds a claim to is not blocked any more, unless a second text is better than none.
        """

    def release(self, message: Message) -> None:
        """Make a claimed message, which surely did not leave, planned again."""


class SendLogs(Protocol):
    def forget(self, lead_id: str, kind: str, at: datetime) -> None:
        """Let a text that was counted at that moment, and surely did not leave, count no more. Raises Unavailable."""
