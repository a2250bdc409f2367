"""Between what shop systems post and what is done about it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver, Response

from twofold.contracts.errors import NotFound
from twofold.contracts.routes.route import Route

from . import http
from .caching import NO_STORE
from .observability import logger


class Told(Protocol):
    """`source` is the shop that told it: `shopify:SHOP` or `woocommerce:HOST`."""

    @property
    def source(self) -> str: ...


class Webhooks(Protocol):
    def read(self, headers: Mapping[str, str], raw: bytes) -> Sequence[Told]:
        """What a webhook tells, in the order in which it is to be done; empty for what is not for us.

        Names of headers are in lower case. Raises Untrusted for what was not signed, NotJson and InvalidRequest for
        what was and cannot be read, Unavailable without a secret.
        """


@dataclass(frozen=True, slots=True)
class ShopDesk:
    """`deeds` do what was told, by its type. Each changes nothing the second time, so webhooks need no memory of their
    own: who brings one again, because our answer was lost or late, brings it in vain."""

    deeds: Mapping[type, Callable[[Any], object]]

    def take(self, app: APIGatewayHttpResolver, route: Route, shop: Webhooks | None) -> Response[str]:
        """Do what the webhook tells; 200 also where it tells nothing, so that the shop does not give up on us.

        Raises as `Webhooks.read` and the deeds do, TooLarge, and NotFound where no such shop is connected.
        """
        if shop is None:
            raise NotFound("There is nothing at this address.")
        told = shop.read(app.current_event.headers, http.body(app, route))
        for one in told:
            self.deeds[type(one)](one)
        _log(route, told)
        return Response(200, "application/json", "{}", dict(NO_STORE))


def _log(route: Route, told: Sequence[Told]) -> None:
    # The shop's own id of a webhook is not signed, and its body names people: what was understood of it is enough.
    kinds = sorted({type(one).__name__ for one in told})
    named = {"path": route.path, "source": told[0].source if told else None}
    logger.info("taken in" if told else "not for us", extra={**named, "kinds": kinds})
