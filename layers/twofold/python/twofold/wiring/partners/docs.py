"""The page that shows all of the API, and how it looks: made once, for whoever first opens it."""

from twofold.entrypoints.describing import page as rendering
from twofold.entrypoints.openapi import described
from twofold.wiring.shared import site


def page() -> str:
    return rendering.page(described(site().url))


def style() -> str:
    return (rendering.FOLDER / "docs.css").read_text("utf-8")
