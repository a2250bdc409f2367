"""Webhooks: who is told what, and what became of it."""

from typing import Any

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver

from twofold.contracts.routes import webhooks as routes
from twofold.entrypoints import cursors, http, versions
from twofold.entrypoints.http import Door
from twofold.entrypoints.lazily import Lazily


def register(app: APIGatewayHttpResolver, door: Door, use: Lazily) -> None:
    """Answers at the addresses of `contracts.routes.webhooks` with the use cases of `wiring.partners.webhooks`."""
    _register_questions(app, door, use)
    _register_changes(app, door, use)
    _register_deeds(app, door, use)


def _register_questions(app: APIGatewayHttpResolver, door: Door, use: Lazily) -> None:
    @http.serve(app, routes.WEBHOOKS, door)
    def get_webhooks() -> Any:
        return http.answer(200, use.show_webhooks.all())

    @http.serve(app, routes.WEBHOOK, door)
    def get_webhook(webhook_id: str) -> Any:
        shown = use.show_webhooks(webhook_id)
        return http.answer(200, shown, versions.tagged(shown.version))

    @http.serve(app, routes.DELIVERIES, door)
    def get_deliveries(webhook_id: str) -> Any:
        of, state = f"deliveries/{webhook_id}", http.query(app).get("state")
        asked = cursors.asked(app, of)
        page = use.show_deliveries.page(webhook_id, after=asked.after, limit=asked.limit, state=state)
        return http.answer(200, cursors.turned(page, of))

    @http.serve(app, routes.DELIVERY, door)
    def get_delivery(webhook_id: str, event_id: str) -> Any:
        return http.answer(200, use.show_deliveries(webhook_id, event_id))


def _register_changes(app: APIGatewayHttpResolver, door: Door, use: Lazily) -> None:
    @http.serve(app, routes.CREATE_WEBHOOK, door)
    def post_webhook() -> Any:
        request, key = http.request(app, routes.CREATE_WEBHOOK), http.request_key(app, routes.CREATE_WEBHOOK)
        made, new = use.create_webhook(request, http.caller(app), key.mark if key else None)
        return http.answer(201 if new else 200, made)

    @http.serve(app, routes.CHANGE_WEBHOOK, door)
    def patch_webhook(webhook_id: str) -> Any:
        expected, request = versions.if_match(app), http.request(app, routes.CHANGE_WEBHOOK)
        after = use.change_webhook(webhook_id, request, http.caller(app), expected)
        return http.answer(200, after, versions.tagged(after.version))

    @http.serve(app, routes.DELETE_WEBHOOK, door)
    def delete_webhook(webhook_id: str) -> Any:
        use.delete_webhook(webhook_id, versions.if_match(app))
        return http.nothing()


def _register_deeds(app: APIGatewayHttpResolver, door: Door, use: Lazily) -> None:
    @http.serve(app, routes.TEST_WEBHOOK, door)
    def post_test(webhook_id: str) -> Any:
        return http.answer(200, use.send_test(webhook_id))

    @http.serve(app, routes.ROTATE_WEBHOOK, door)
    def post_rotate(webhook_id: str) -> Any:
        return http.answer(200, use.rotate_secret(webhook_id, http.caller(app)))

    @http.serve(app, routes.REPLAY_WEBHOOK, door)
    def post_replay(webhook_id: str) -> Any:
        return http.answer(202, use.request_replay(webhook_id, http.request(app, routes.REPLAY_WEBHOOK)))
