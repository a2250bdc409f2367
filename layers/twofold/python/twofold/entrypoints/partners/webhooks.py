"""Webhooks: who is told what, and what became of it."""

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver

from twofold.entrypoints.http import Door
from twofold.entrypoints.lazily import Lazily


def register(app: APIGatewayHttpResolver, door: Door, use: Lazily) -> None:
    """Answers at the addresses of `contracts.routes.webhooks` with the use cases of `wiring.partners.webhooks`."""
