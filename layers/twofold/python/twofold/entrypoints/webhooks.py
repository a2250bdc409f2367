"""What calls for webhooks: events of the queue, a courier's turn, some more of a replay."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import msgspec

from twofold.contracts.errors import DomainError
from twofold.contracts.events import CATALOGUE
from twofold.webhooks.replay.continue_replay import Replay

from . import queue
from .deeds import Deed
from .observability import logger


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """`fan_out` takes an event, `serve` a webhook's id, `continue_replay` a replay; all answer what came of it."""

    fan_out: Deed
    serve: Callable[[str], str]
    continue_replay: Callable[[Replay], str]


def do(event: dict[str, Any], context: Any, post: Post) -> dict[str, Any] | None:
    """Do what is called for; answers which messages of a queue are to come again.

    What cannot succeed (DomainError) is done with; anything else is raised, tried again, and ends in the dead letters.
    """
    if "courier" in event:
        webhook_id = msgspec.convert(event["courier"], str)
        _told("served", webhook_id, lambda: post.serve(webhook_id))
    elif "replay" in event:
        replay = msgspec.convert(event["replay"], Replay)
        _told("replayed", replay.subscription_id, lambda: post.continue_replay(replay))
    else:
        return queue.consume(event, context, dict.fromkeys(CATALOGUE.values(), post.fan_out))
    return None


def _told(what: str, webhook_id: str, deed: Callable[[], str]) -> None:
    try:
        outcome = deed()
    except DomainError as error:
        outcome = error.code
    logger.info(what, extra={"webhook_id": webhook_id, "outcome": outcome})
