"""Which basket belongs to which browser: in memory, so that a restarted gateway starts with empty ones."""

import secrets
from collections import OrderedDict
from dataclasses import dataclass, field

from aiohttp import web

from infra.local.gateway.shop.basket import Basket

COOKIE = "saffron_basket"
MOST = 1000


@dataclass
class Sessions:
    """The baskets that were used last; the others are forgotten."""

    baskets: OrderedDict[str, Basket] = field(default_factory=OrderedDict)

    def find(self, request: web.Request) -> Basket | None:
        """The browser's own, if it has one."""
        key = request.cookies.get(COOKIE, "")
        if key not in self.baskets:
            return None
        self.baskets.move_to_end(key)
        return self.baskets[key]

    def open(self, request: web.Request, answer: web.StreamResponse) -> Basket:
        """The browser's own or a new one, which the answer tells it by. Ids that we did not draw are not taken up."""
        if found := self.find(request):
            return found
        key, basket = secrets.token_urlsafe(24), Basket()
        self.baskets[key] = basket
        if len(self.baskets) > MOST:
            self.baskets.popitem(last=False)
        # Lax: a code's link in a text or a mail still finds the basket that is there.
        answer.set_cookie(COOKIE, key, httponly=True, samesite="Lax", path="/")
        return basket
