"""Twilio's callbacks: forms whose signature covers the address they are posted to."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

import msgspec
from msgspec.structs import fields

from twofold.contracts.errors import InvalidRequest, NotJson, Unavailable, Untrusted
from twofold.contracts.instants import Clock, now
from twofold.contracts.payloads.callbacks import TwilioInbound, TwilioStatus
from twofold.messages.receipts.model import ACCEPTED, DELIVERED, FAILED, GONE, OPTED_OUT, UNREACHABLE, Receipt
from twofold.messages.replies.model import HELP, START, STOP, InboundText

from . import twilio_signature
from .forms import Pairs, values

T = TypeVar("T", TwilioInbound, TwilioStatus)

PROVIDER = "twilio"

MESSAGE_ID = "message_id"
"""Under this name our own id stands in the query of the address that we give Twilio for a text's receipts."""

# Of one length, so that nothing that follows it in the signed text can be taken for a part of it.
_OURS = re.compile(r"msg_[0-9a-f]{26}")
_TOLD = {"STOP": STOP, "HELP": HELP, "START": START}
_STATES = {
    **dict.fromkeys(("accepted", "scheduled", "queued", "sending", "sent"), ACCEPTED),
    **dict.fromkeys(("delivered", "read"), DELIVERED),
    **dict.fromkeys(("undelivered", "failed", "canceled"), FAILED),
}
_NOT_THE_NUMBER = frozenset({"30001", "30002", "30007", "30010", "30032", "30034", "canceled"})
_FAULTS = {
    "21610": OPTED_OUT,
    **dict.fromkeys(("21211", "21614", "21635", "30005", "30006"), GONE),
    **dict.fromkeys(_NOT_THE_NUMBER, None),
}
"""https://www.twilio.com/docs/api/errors. Our account, sender or wording is no fault of a number; the rest, known or
not, is that this text did not arrive: 30003 switched off, 30004 blocked, 30008 unknown, …"""


@dataclass(frozen=True, slots=True, kw_only=True)
class TwilioCallbacks:
    """`token` is the account's auth token. `site` is where Twilio posts to, without a path: `https://go.example.com`.

    Twilio signs no time: a callback that is posted again holds as it did, and says the same under the same id.
    """

    token: bytes
    site: str
    clock: Clock = now

    def inbound(self, target: str, headers: Mapping[str, str], raw: bytes) -> InboundText:
        """What somebody texted. `target` is path and query as received; names of headers are in lower case.

        Raises Untrusted, InvalidRequest for what Twilio signed and we cannot read, and Unavailable without a token.
        Twilio does not say when it was texted, so it is now.
        """
        said = self._read(target, headers, raw, TwilioInbound)
        return InboundText(
            provider=PROVIDER,
            provider_id=said.message_sid,
            sender=said.from_,
            recipient=said.to,
            body=said.body,
            at=self.clock(),
            told=_TOLD.get(said.opt_out_type or ""),
        )

    def receipt(self, target: str, headers: Mapping[str, str], raw: bytes) -> Receipt:
        """What became of a text of ours. Raises as `inbound` does."""
        said = self._read(target, headers, raw, TwilioStatus)
        state = _STATES[said.message_status]
        error = said.error_code or said.message_status
        return Receipt(
            provider=PROVIDER,
            provider_id=said.message_sid,
            state=state,
            message_id=_message_id(target),
            recipient=said.to,
            error=error if state == FAILED else None,
            fault=_FAULTS.get(error, UNREACHABLE) if state == FAILED else None,
        )

    def _read(self, target: str, headers: Mapping[str, str], raw: bytes, kind: type[T]) -> T:
        pairs = self._signed(target, raw, headers.get(twilio_signature.HEADER, ""))
        try:
            return msgspec.convert(values(pairs, *(each.encode_name for each in fields(kind))), kind)
        except msgspec.ValidationError as error:
            named = re.search(r"(\w+)`$", str(error))
            raise InvalidRequest("Twilio sent what we cannot read.", field=named and named[1]) from error

    def _signed(self, target: str, raw: bytes, signature: str) -> Pairs:
        if not self.token:
            # Whoever knows that it is empty could sign.
            raise Unavailable("The auth token of Twilio's account is empty.")
        if twilio_signature.BODY_HASH not in dict(twilio_signature.query(target)):
            return twilio_signature.form(self.token, self.site, target, raw, signature)
        body = twilio_signature.body(self.token, self.site, target, raw, signature)
        try:
            return tuple(msgspec.json.decode(body, type=dict[str, str]).items())
        except msgspec.MsgspecError as error:
            raise NotJson("Twilio sent what is neither a form nor plain JSON.") from error


def _message_id(target: str) -> str | None:
    told = values(twilio_signature.query(target), MESSAGE_ID).get(MESSAGE_ID)
    if told is not None and not _OURS.fullmatch(told):
        raise Untrusted(f"{MESSAGE_ID} is none of ours.")
    return told
