"""Texts by AWS End User Messaging.

https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SendTextMessage.html
"""

from typing import Any

from botocore.exceptions import ClientError

from twofold.adapters.signed import SignedService
from twofold.contracts.errors import Unavailable
from twofold.contracts.settings import AwsSmsSettings, SettingMissing
from twofold.messages.model import MARKETING, Sms
from twofold.messages.ports import Handed, NumberRejected, RecipientOptedOut, SmsRejected

from .aws_once import PATIENCE, Refusal, code_of, hand
from .price import whole_price

_SHORTEST, _LONGEST = 5, 259_200
"""Seconds that a text may be given to live."""

_OPTED_OUT = "DESTINATION_PHONE_NUMBER_OPTED_OUT"
_BLOCKED = "DESTINATION_PHONE_NUMBER_BLOCKED_BY_PROTECT_NUMBER_OVERRIDE"
_NUMBER = "destinationphonenumber"
_REFUSED = frozenset({"ConflictException", "ValidationException"})


class AwsGateway:
    """`patience` is in seconds. Raises SettingMissing when there is nobody a text could come from."""

    name = "aws"

    def __init__(self, settings: AwsSmsSettings, *, patience: float = PATIENCE) -> None:
        if not settings.origination:
            raise SettingMissing(f"{settings.variable('origination')} is not set: where do texts come from?")
        self._service = SignedService("sms-voice", "PinpointSMSVoiceV2", "1.0", tries=1, patience=patience)
        named = {
            "OriginationIdentity": settings.origination,
            "ConfigurationSetName": settings.configuration_set,
            "ProtectConfigurationId": settings.protect_configuration,
        }
        self._named = {name: value for name, value in named.items() if value}

    def send(self, sms: Sms) -> Handed:
        asked: dict[str, Any] = {
            **self._named,
            "DestinationPhoneNumber": sms.to.e164,
            "MessageBody": sms.text,
            "MessageType": "PROMOTIONAL" if sms.message_class == MARKETING else "TRANSACTIONAL",
            "MaxPrice": whole_price(sms),
            "TimeToLive": max(_SHORTEST, min(sms.lifetime, _LONGEST)),
            "Context": {"message_id": sms.message_id},
        }
        return hand(self.name, self._service, "SendTextMessage", asked, _judge)


def _judge(error: ClientError) -> Refusal:
    answer: Any = error.response
    code = code_of(error)
    reason = str(answer.get("Reason") or code)
    if code not in _REFUSED:
        return Unavailable(f"End User Messaging did not take the text: {reason}. {_advice(code)}".strip())
    if reason == _OPTED_OUT:
        return RecipientOptedOut("The number has opted out of texts at End User Messaging.")
    if reason == _BLOCKED or _NUMBER in _fields(answer):
        return NumberRejected("End User Messaging cannot send to this number.", code=reason)
    return SmsRejected(f"End User Messaging refused the text: {reason}.", code=reason)


def _fields(answer: dict[str, Any]) -> set[str]:
    return {str(field.get("Name")).lower() for field in answer.get("Fields") or ()}


def _advice(code: str) -> str:
    """What the operator can look at."""
    settings = AwsSmsSettings
    return {
        "AccessDeniedException": "Check the function's role, and that the account may send texts.",
        "ResourceNotFoundException": f"Check {settings.variable('origination')} and what else is named beside it.",
        "ServiceQuotaExceededException": "Check the month's spending limit.",
    }.get(code, "")
