"""What sending needs of the outside."""

from typing import Protocol

from twofold.contracts.errors import DomainError, Unavailable
from twofold.contracts.events import Envelope

from .model import Message, Sms
from .sending.send_log import SendLog


class SmsRejected(DomainError):
    """The provider will never deliver this text."""

    default_code = "sms_rejected"


class SendingPaused(Unavailable):
    """The operator has pulled the kill switch."""

    default_code = "sending_paused"


class SmsGateway(Protocol):
    name: str

    def send(self, sms: Sms) -> str:
        """Hand the text over and answer the provider's id for it.

        Raises SmsRejected when it can never be delivered, Unavailable when it surely did not leave but may later,
        OutcomeUnknown when nobody can tell whether it left.
        """


class KillSwitch(Protocol):
    def paused(self) -> bool:
        """Whether sending is stopped; what is answered is at most two seconds old."""


class LogMoved(Exception):
    """Somebody wrote the send log since it was read: look again."""


class MessageBook(Protocol):
    def state(self, message_id: str) -> str | None:
        """The message's state; None when there is no such message yet."""

    def send_log(self, lead_id: str) -> SendLog:
        """When this number was sent verification codes; an empty log for a new one."""

    def claim(self, message: Message, log: SendLog | None = None) -> bool:
        """Store the message as claimed and, with it, the log's next version; False when somebody else has it.

        A message may be claimed when it is not there, or planned. Raises LogMoved.
        """

    def close(self, message: Message, event: Envelope | None) -> None:
        """Store how it ended and say so. The first end stays: a message that has ended is left alone."""

    def release(self, message: Message) -> None:
        """Make a claimed message, which surely did not leave, planned again."""
