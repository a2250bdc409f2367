"""What each SMS provider answers in each mood: status, headers and body.

Refusals repeat the number and the text, as providers do, so that it shows when somebody passes them on.
"""

import json
from collections.abc import Mapping
from typing import Any

Reply = tuple[int, dict[str, str], str]
Answers = Mapping[str, Reply]

TOLD = "+48601234567 did not want 'żółw 123456'"


def by_sns(status: int, code: str, message: str = TOLD) -> Reply:
    told = f"<Type>Sender</Type><Code>{code}</Code><Message>{message}</Message>"
    return status, {}, f"<ErrorResponse><Error>{told}</Error><RequestId>r</RequestId></ErrorResponse>"


def by_aws(status: int, code: str, **more: Any) -> Reply:
    told = {"__type": f"com.amazonaws.pinpointsmsvoicev2#{code}", "Message": TOLD, **more}
    return status, {}, json.dumps(told)


def by_twilio(status: int, code: int) -> Reply:
    return status, {}, json.dumps({"code": code, "message": TOLD, "status": status})


def by_webhook(status: int, code: str, **more: Any) -> Reply:
    return status, {}, json.dumps({"code": code, "message": TOLD, **more})


TAKEN_BY_SNS = "<PublishResponse><PublishResult><MessageId>id-1</MessageId></PublishResult></PublishResponse>"
NUMBER = [{"Name": "DestinationPhoneNumber", "Message": TOLD}]

SNS: Answers = {
    "accept": (200, {}, TAKEN_BY_SNS),
    "number": by_sns(400, "InvalidParameter", f"Invalid parameter: PhoneNumber Reason: {TOLD}"),
    "opted_out": by_sns(400, "OptedOut"),
    "other": by_sns(400, "InvalidParameter"),
    "throttle": by_sns(400, "Throttling"),
    "credentials": by_sns(403, "SignatureDoesNotMatch"),
    "broken": by_sns(500, "InternalError"),
}
AWS: Answers = {
    "accept": (200, {}, '{"MessageId": "id-1"}'),
    "number": by_aws(400, "ValidationException", Reason="INVALID_PARAMETER", Fields=NUMBER),
    "opted_out": by_aws(400, "ConflictException", Reason="DESTINATION_PHONE_NUMBER_OPTED_OUT"),
    "other": by_aws(400, "ValidationException", Reason="DESTINATION_COUNTRY_BLOCKED"),
    "throttle": by_aws(400, "ThrottlingException"),
    "credentials": by_aws(400, "UnrecognizedClientException"),
    "broken": by_aws(500, "InternalServerException", RequestId="r"),
}
TWILIO: Answers = {
    "accept": (201, {}, '{"sid": "id-1", "status": "queued", "error_code": null}'),
    "number": by_twilio(400, 21211),
    "opted_out": by_twilio(400, 21610),
    "other": by_twilio(400, 21408),
    "throttle": by_twilio(429, 20429),
    "credentials": by_twilio(401, 20003),
    "broken": by_twilio(500, 20500),
}
WEBHOOK: Answers = {
    "accept": (200, {}, '{"id": "id-1"}'),
    "number": by_webhook(422, "invalid_number"),
    "opted_out": by_webhook(403, "blocked", opted_out=True),
    "other": by_webhook(422, "country_not_served"),
    "throttle": by_webhook(429, "slow_down"),
    "credentials": by_webhook(401, "unknown_signature"),
    "broken": by_webhook(500, "broken"),
}
