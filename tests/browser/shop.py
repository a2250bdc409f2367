"""A shop's page with the widget's one line, friendly or hostile as a test makes it; `/src/` has the modules."""

from dataclasses import dataclass, field

from infra.artefacts import ROOT
from tests.browser.samples import ASSET
from tests.browser.serving import Answered, Asked

SOURCES = ROOT / "functions" / "serve_pages" / "browser"
BODY = "<h1>Spices</h1>" + "<p>Saffron, sumac and tea, in boxes for a kitchen of one's own.</p>" * 60


@dataclass
class Shop:
    """`head` comes before everything, so that a page can spoil the ground first."""

    api: str
    origin: str = ""
    head: str = ""
    body: str = BODY
    attributes: str = ""
    language: str = "en"
    scripts: int = 1
    asset: str = ASSET
    headers: dict[str, str] = field(default_factory=dict)
    source: str = "/widget.js"

    @property
    def line(self) -> str:
        return f'<script src="{self.api}{self.source}" data-asset="{self.asset}" {self.attributes} defer></script>'

    def answer(self, asked: Asked) -> Answered:
        if asked.path == "/favicon.ico":
            return Answered(204)
        if asked.path.startswith("/src/"):
            return Answered(media="text/javascript", body=(SOURCES / asked.path[5:]).read_text("utf-8"))
        return Answered(body=self._page(), headers=self.headers)

    def _page(self) -> str:
        return (
            f'<!doctype html><html lang="{self.language}"><head><meta charset="utf-8"><title>Shop</title>'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            f"{self.head}{self.line * self.scripts}</head><body>{self.body}</body></html>"
        )
