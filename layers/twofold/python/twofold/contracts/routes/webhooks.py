"""Webhooks: who is told what, and what became of it."""

from twofold.contracts.payloads.deliveries import (
    DeliveryState,
    ReplayBegun,
    ReplayRequest,
    WebhookDeliveries,
    WebhookDelivery,
    WebhookTried,
)
from twofold.contracts.payloads.paging import PAGE
from twofold.contracts.payloads.webhooks import Webhook, WebhookChange, WebhookRequest, Webhooks

from .route import Route

_FUNCTION, _SCOPES = "serve_partners", ("webhooks",)
_ALL = "/v1/webhooks"
_ONE = f"{_ALL}/{{webhook_id}}"

WEBHOOKS = Route(
    function=_FUNCTION,
    method="GET",
    path=_ALL,
    summary="All webhooks, and how they do.",
    answers={200: Webhooks},
    scopes=_SCOPES,
    refusals=(422,),
)

CREATE_WEBHOOK = Route(
    function=_FUNCTION,
    method="POST",
    path=_ALL,
    summary="Be told of events from now on; the answer shows the secret that they are signed with.",
    body=WebhookRequest,
    answers={200: Webhook, 201: Webhook},
    scopes=_SCOPES,
    refusals=(400, 409, 413, 422),
)

WEBHOOK = Route(
    function=_FUNCTION,
    method="GET",
    path=_ONE,
    summary="One webhook, and how it does.",
    answers={200: Webhook},
    scopes=_SCOPES,
    refusals=(404, 422),
    versioned=True,
)

CHANGE_WEBHOOK = Route(
    function=_FUNCTION,
    method="PATCH",
    path=_ONE,
    summary="Change, pause or resume a webhook.",
    body=WebhookChange,
    answers={200: Webhook},
    scopes=_SCOPES,
    refusals=(400, 404, 409, 413, 422),
    versioned=True,
)

DELETE_WEBHOOK = Route(
    function=_FUNCTION,
    method="DELETE",
    path=_ONE,
    summary="Be told nothing any more.",
    answers={204: None},
    scopes=_SCOPES,
    refusals=(404, 409, 422),
    versioned=True,
)

TEST_WEBHOOK = Route(
    function=_FUNCTION,
    method="POST",
    path=f"{_ONE}/test",
    summary="Send a test at once, and see what came of it.",
    answers={200: WebhookTried},
    scopes=_SCOPES,
    refusals=(404, 422),
)

ROTATE_WEBHOOK = Route(
    function=_FUNCTION,
    method="POST",
    path=f"{_ONE}/rotate",
    summary="Draw a new secret; the one before signs beside it for a day.",
    answers={200: Webhook},
    scopes=_SCOPES,
    refusals=(404, 409, 422),
)

REPLAY_WEBHOOK = Route(
    function=_FUNCTION,
    method="POST",
    path=f"{_ONE}/replay",
    summary="Be told again: of events by id, of a time, or of a subject.",
    body=ReplayRequest,
    answers={202: ReplayBegun},
    scopes=_SCOPES,
    refusals=(400, 404, 413, 422),
)

DELIVERIES = Route(
    function=_FUNCTION,
    method="GET",
    path=f"{_ONE}/deliveries",
    summary="What a webhook was told, and what it answered, the newest first.",
    answers={200: WebhookDeliveries},
    query={**PAGE, "state": DeliveryState},
    scopes=_SCOPES,
    refusals=(404, 422),
)

DELIVERY = Route(
    function=_FUNCTION,
    method="GET",
    path=f"{_ONE}/deliveries/{{event_id}}",
    summary="One delivery, with the event that it is of.",
    answers={200: WebhookDelivery},
    scopes=_SCOPES,
    refusals=(404, 422),
)
