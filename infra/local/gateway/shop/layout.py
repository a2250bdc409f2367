"""The frame of every page: its policy, the widget's one line, the way around the shop."""

import secrets
from typing import Any

from aiohttp import web

from infra.local.gateway.shop.basket import Basket
from infra.local.gateway.shop.markup import NOTHING, Html, fill

WIDGET = "ast_widget"
"""What the sample campaign calls the asset, until `make up` has said what it became."""


def page(
    stack: dict[str, Any],
    basket: Basket | None,
    title: str,
    content: Html,
    *,
    viewed: str = "",
    status: int = 200,
) -> web.Response:
    """The content in its frame. `viewed` is what the page reports as seen, by the attribute that the widget reads."""
    nonce, site = secrets.token_urlsafe(16), stack.get("site", "")
    text = fill(
        "layout",
        title=title,
        content=content,
        nonce=nonce,
        widget=fill("widget", site=site, asset=stack.get("assets", {}).get("widget", WIDGET))
        if site
        else NOTHING,
        art=fill("art"),
        viewed=fill("viewed", label=viewed) if viewed else NOTHING,
        count=fill("count", size=basket.size) if basket and basket.size else NOTHING,
        phone=stack.get("phone", ""),
        admin=stack.get("admin", ""),
    )
    return web.Response(
        text=text, status=status, content_type="text/html", charset="utf-8", headers=_headers(nonce, site)
    )


def _headers(nonce: str, site: str) -> dict[str, str]:
    """As a careful shop has them: no inline script or style, and nobody to talk to but the widget's site."""
    policy = {
        "default-src": "'none'",
        "script-src": f"'nonce-{nonce}' {site}",
        "style-src": f"'nonce-{nonce}'",
        "connect-src": f"'self' {site}",
        "img-src": "'self' data:",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }
    return {
        "Content-Security-Policy": "; ".join(f"{name} {allowed.strip()}" for name, allowed in policy.items()),
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
    }
