"""What providers of texts tell, signed by them."""

from twofold.contracts.payloads.callbacks import SmsReceived, SmsStatus, TwilioInbound, TwilioStatus

from .route import FORM, Route

STANDARD_WEBHOOKS = ("webhook-id", "webhook-timestamp", "webhook-signature")

TWILIO_INBOUND = Route(
    function="receive_callbacks",
    method="POST",
    path="/callbacks/twilio/inbound",
    summary="Twilio brings a text that somebody sent.",
    body=TwilioInbound,
    sends=FORM,
    answers={200: None},
    signed_by=("X-Twilio-Signature",),
    refusals=(400, 401, 404, 413, 422),
    media="text/xml",
)

TWILIO_STATUS = Route(
    function="receive_callbacks",
    method="POST",
    path="/callbacks/twilio/status",
    summary="Twilio tells what became of a text of ours; `message_id` in the query says of which.",
    body=TwilioStatus,
    sends=FORM,
    answers={204: None},
    signed_by=("X-Twilio-Signature",),
    refusals=(400, 401, 404, 413, 422),
)

SMS_INBOUND = Route(
    function="receive_callbacks",
    method="POST",
    path="/callbacks/sms/inbound",
    summary="A gateway of one's own brings a text that somebody sent.",
    body=SmsReceived,
    answers={204: None},
    signed_by=STANDARD_WEBHOOKS,
    refusals=(400, 401, 404, 413, 422),
)

SMS_STATUS = Route(
    function="receive_callbacks",
    method="POST",
    path="/callbacks/sms/status",
    summary="A gateway of one's own tells what became of a text of ours.",
    body=SmsStatus,
    answers={204: None},
    signed_by=STANDARD_WEBHOOKS,
    refusals=(400, 401, 404, 413, 422),
)
