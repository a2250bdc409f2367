"""What CRMs of others tell, in their own words."""

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver

from twofold.entrypoints.http import Door
from twofold.entrypoints.lazily import Lazily


def register(app: APIGatewayHttpResolver, door: Door, use: Lazily) -> None:
    """Answers at the addresses of `contracts.routes.crm` with the use cases of `wiring.partners.crm`."""
