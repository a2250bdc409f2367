"""What somebody may ask for by law: to be forgotten, and to see what is kept."""

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver

from twofold.entrypoints.http import Door
from twofold.entrypoints.lazily import Lazily


def register(app: APIGatewayHttpResolver, door: Door, use: Lazily) -> None:
    """Answers at the addresses of `contracts.routes.privacy` with the use cases of `wiring.partners.privacy`."""
