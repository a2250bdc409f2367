"""The admin's address, until the admin is part of the stack: what runs here, and where."""

from aiohttp import web

from infra.local.gateway.pages import doors, page, send
from infra.local.gateway.target import Targets


def application(targets: Targets) -> web.Application:
    app = web.Application()

    async def front(request: web.Request) -> web.Response:
        return send("admin.html", doors(targets.workspace.read()))

    app.router.add_get("/", front)
    app.router.add_get("/admin.css", page("admin.css"))
    return app
