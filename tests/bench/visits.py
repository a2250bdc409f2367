"""What those do who only look: a poster is scanned, a widget is shown."""

from dataclasses import dataclass

from twofold.adapters.dynamodb.assets import DynamoAssetRegister
from twofold.contracts.events import AssetVisited

from . import events
from .walk import Step, Walker

POSTER = "ast_window_poster"


@dataclass(frozen=True, slots=True)
class Visits:
    walker: Walker

    def scan(self) -> list[Step]:
        """One visit by an asset's link, and what its event costs on the way to the bus."""
        self.walker.steps = []
        slug = DynamoAssetRegister(self.walker.place.connection).current(POSTER).slug
        assert slug
        self.walker.ask("visit", "serve_pages", events.http("follow_link", {}, {}, slug=slug))
        (entry,) = self.walker.relay()
        assert entry["DetailType"] == AssetVisited.type
        return self.walker.steps

    def show(self) -> list[Step]:
        """One impression."""
        self.walker.steps = []
        shown = events.http("report_visit", {"kind": "shown"}, {})
        self.walker.ask("impression", "serve_pages", shown)
        return self.walker.steps
