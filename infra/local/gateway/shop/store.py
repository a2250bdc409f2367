"""What the handlers of the shop share."""

from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from infra.local.gateway.shop.sessions import Sessions
from infra.local.gateway.shop.till import Till
from infra.local.workspace import Workspace


@dataclass(kw_only=True)
class Store:
    workspace: Workspace
    till: Till
    sessions: Sessions = field(default_factory=Sessions)

    @property
    def stack(self) -> dict[str, Any]:
        """What `make up` wrote last: where the site is, and what the widget's asset is called."""
        return self.workspace.read()


STORE = web.AppKey("store", Store)
