"""Tells webhooks what happened."""

from typing import Any

from twofold.entrypoints import webhooks
from twofold.wiring import deliver_webhooks as wiring

post = webhooks.Post(
    fan_out=wiring.fan_out(), serve=wiring.courier(), continue_replay=wiring.continue_replay()
)


def handle(event: dict[str, Any], context: Any) -> dict[str, Any] | None:
    return webhooks.do(event, context, post)
