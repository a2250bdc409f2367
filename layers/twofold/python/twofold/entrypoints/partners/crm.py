"""What CRMs of others tell, in their own words."""

from typing import Any

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver

from twofold.contracts.routes.crm import (
    HUBSPOT_CHANGES,
    HUBSPOT_SIGNED,
    KLAVIYO_CHANGES,
    SALESFORCE_CHANGES,
)
from twofold.entrypoints import http
from twofold.entrypoints.http import Door
from twofold.entrypoints.lazily import Lazily


def register(app: APIGatewayHttpResolver, door: Door, use: Lazily) -> None:
    """Answers at the addresses of `contracts.routes.crm` with the use cases of `wiring.partners.crm`."""

    @http.serve(app, HUBSPOT_CHANGES, door)
    def post_hubspot() -> Any:
        return http.answer(200, use.hubspot(http.request(app, HUBSPOT_CHANGES)))

    @http.serve(app, SALESFORCE_CHANGES, door)
    def post_salesforce() -> Any:
        return http.answer(200, use.salesforce(http.request(app, SALESFORCE_CHANGES)))

    @http.serve(app, KLAVIYO_CHANGES, door)
    def post_klaviyo() -> Any:
        return http.answer(200, use.klaviyo(http.request(app, KLAVIYO_CHANGES)))

    @http.serve(app, HUBSPOT_SIGNED)
    def post_signed() -> Any:
        use.insist_on_hubspot(app.current_event.headers, http.body(app, HUBSPOT_SIGNED))
        return http.answer(200, use.hubspot(http.request(app, HUBSPOT_SIGNED)))
