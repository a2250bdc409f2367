"""Exports: asked for, and fetched."""

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver

from twofold.entrypoints.http import Door
from twofold.entrypoints.lazily import Lazily


def register(app: APIGatewayHttpResolver, door: Door, use: Lazily) -> None:
    """Answers at the addresses of `contracts.routes.exports` with the use cases of `wiring.partners.exports`."""
