"""Texts by Amazon SNS, straight to a number.

https://docs.aws.amazon.com/sns/latest/dg/sms_publish-to-phone.html
"""

from collections.abc import Iterator

from botocore.exceptions import ClientError

from twofold.adapters.signed_query import SignedQuery
from twofold.contracts.errors import Unavailable
from twofold.contracts.settings import SmsSettings
from twofold.messages.model import MARKETING, Sms
from twofold.messages.ports import Handed, NumberRejected, RecipientOptedOut, SmsRejected

from .aws_once import PATIENCE, Refusal, code_of, hand
from .price import whole_price

_OPTED_OUT = "OptedOut"
_REFUSED = frozenset(
    {
        "InvalidParameter",
        "InvalidParameterValue",
        "ParameterValueInvalid",
        "ValidationError",
        "ValidationException",
    }
)


class SnsGateway:
    """`patience` is in seconds. SNS knows no lifetime of a text, and no id of ours."""

    name = "sns"

    def __init__(self, settings: SmsSettings, *, patience: float = PATIENCE) -> None:
        self._service = SignedQuery("sns", "2010-03-31", tries=1, patience=patience)
        self._sender_id = settings.sender_id

    def send(self, sms: Sms) -> Handed:
        asked = {"PhoneNumber": sms.to.e164, "Message": sms.text}
        for position, (name, kind, value) in enumerate(self._attributes(sms), start=1):
            entry = f"MessageAttributes.entry.{position}"
            asked[f"{entry}.Name"] = f"AWS.SNS.SMS.{name}"
            asked[f"{entry}.Value.DataType"] = kind
            asked[f"{entry}.Value.StringValue"] = value
        return hand(self.name, self._service, "Publish", asked, _judge)

    def _attributes(self, sms: Sms) -> Iterator[tuple[str, str, str]]:
        yield "SMSType", "String", "Promotional" if sms.message_class == MARKETING else "Transactional"
        yield "MaxPrice", "Number", whole_price(sms)
        if self._sender_id:
            yield "SenderID", "String", self._sender_id


def _judge(error: ClientError) -> Refusal:
    code = code_of(error)
    if code == _OPTED_OUT:
        return RecipientOptedOut("The number has opted out of texts at SNS.")
    if code not in _REFUSED:
        return Unavailable(f"SNS did not take the text: {code}.")
    # Which parameter it was, SNS says in this sentence and nowhere else.
    if "PhoneNumber" in error.response["Error"]["Message"]:
        return NumberRejected("SNS cannot send to this number.", code=code)
    return SmsRejected(f"SNS refused the text: {code}.", code=code)
