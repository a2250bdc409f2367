"""Answers and delivery receipts, as providers bring them."""

from typing import Any

from twofold.contracts.routes.callbacks import SMS_INBOUND, SMS_STATUS, TWILIO_INBOUND, TWILIO_STATUS
from twofold.entrypoints import callbacks, http
from twofold.wiring import receive_callbacks as wiring

app = http.resolver(wiring.site())
desk = callbacks.Desk(receive=wiring.receive(), settle=wiring.settle())
twilio, generic, aws = wiring.twilio(), wiring.generic(), wiring.aws()


@http.serve(app, TWILIO_INBOUND)
def post_twilio_inbound() -> Any:
    desk.text(app, TWILIO_INBOUND, twilio)
    return callbacks.empty_twiml()


@http.serve(app, TWILIO_STATUS)
def post_twilio_status() -> Any:
    desk.status(app, TWILIO_STATUS, twilio)
    return callbacks.nothing()


@http.serve(app, SMS_INBOUND)
def post_sms_inbound() -> Any:
    desk.text(app, SMS_INBOUND, generic)
    return callbacks.nothing()


@http.serve(app, SMS_STATUS)
def post_sms_status() -> Any:
    desk.status(app, SMS_STATUS, generic)
    return callbacks.nothing()


def handle(event: dict[str, Any], context: Any) -> Any:
    return callbacks.dispatch(event, context, app=app, desk=desk, aws=aws)
