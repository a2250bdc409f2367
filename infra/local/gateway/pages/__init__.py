"""The gateway's own pages: files beside this one, sent with a policy that allows nothing from elsewhere."""

from collections.abc import Awaitable, Callable, Mapping
from html import escape
from mimetypes import guess_type
from pathlib import Path
from string import Template
from typing import Any

from aiohttp import web

from twofold.contracts.routes.files import OPENAPI
from twofold.contracts.routes.pages import LANDING, STAFF

FOLDER = Path(__file__).parent
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}


def send(name: str, values: Mapping[str, str] | None = None) -> web.Response:
    """The file, with `$name` in it replaced by escaped values when there are any."""
    text = (FOLDER / name).read_text()
    if values is not None:
        text = Template(text).substitute({key: escape(value) for key, value in values.items()})
    kind = guess_type(name)[0] or "text/plain"
    return web.Response(text=text, content_type=kind, charset="utf-8", headers=HEADERS)


def page(name: str) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def sent(request: web.Request) -> web.Response:
        return send(name)

    return sent


def doors(stack: Mapping[str, Any]) -> dict[str, str]:
    """The addresses that a page may lead to; before the first deploy they lead nowhere yet."""
    links = {name: stack.get(name, "") for name in ("site", "api", "admin", "phone", "shop")}
    asset = next(iter(stack.get("assets", {}).values()), None)
    landing = LANDING.path.format(asset_id=asset) if asset else "/"
    pages = {"landing": links["site"] + landing, "openapi": links["api"] + OPENAPI.path}
    return {**links, **pages, "staff": stack.get("staff") or STAFF.at(links["site"])}
