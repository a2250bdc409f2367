"""A code's page as it is served, for a code that stands as a test says; our own entry points make every answer."""

from dataclasses import dataclass, field
from typing import Any

import msgspec

from infra.artefacts import ROOT, browser
from tests.browser.serving import Answered, Asked
from tests.fakes.code_pages import CODE, page, status
from twofold.contracts.payloads.codes import CodeStatus
from twofold.entrypoints.pages import HTML, SAFE
from twofold.entrypoints.qr import draw_qr

STATIC = ROOT / "functions" / "serve_pages" / "static" / "pages.css"


def script() -> str:
    """As it is uploaded."""
    return browser.bundled(ROOT / "functions" / "serve_pages")["code.js"].read_text("utf-8")


@dataclass
class Site:
    """`cut` hangs up on whoever asks for the state; `campaign` is what the campaign says otherwise."""

    script: str
    origin: str = ""
    status: CodeStatus = field(default_factory=lambda: status(expires_at="2099-12-22T09:00:00Z"))
    campaign: dict[str, Any] = field(default_factory=dict)
    cut: bool = False
    asked: list[str] = field(default_factory=list)

    def answer(self, asked: Asked) -> Answered | None:
        self.asked.append(asked.path)
        if asked.path == f"/c/{CODE}":
            wished = dict(part.split("=") for part in asked.query.split("&") if part).get("locale", "en")
            return Answered(media=HTML, body=page(self.status, wished, **self.campaign), headers=SAFE)
        if asked.path == f"/c/{CODE}/state":
            told = msgspec.json.encode(self.status).decode()
            return None if self.cut else Answered(media="application/json", body=told)
        drawn = {
            f"/q/{CODE}.svg": ("image/svg+xml", lambda: draw_qr(self.status.code)),
            "/static/pages.css": ("text/css", lambda: STATIC.read_text("utf-8")),
            "/static/code.js": ("text/javascript", lambda: self.script),
        }
        if asked.path not in drawn:
            return Answered(404)
        media, draw = drawn[asked.path]
        return Answered(media=media, body=draw())

    @property
    def polls(self) -> int:
        """How often the state was asked for."""
        return self.asked.count(f"/c/{CODE}/state")
