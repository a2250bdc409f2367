"""What stands beside the functions: a look at the pages, and the texts."""

import gzip
import re
from collections.abc import Mapping

from infra.artefacts.browser import bundled
from twofold.contracts.settings import PriceSettings
from twofold.entrypoints.colours import sheet
from twofold.messages.money.prices import Prices
from twofold.messages.texts.parts import count_parts

from . import assumed
from .counted import Counted
from .layout import ROOT
from .prices import Price

PRODUCTION = ROOT / "infra" / "environments" / "prod.toml"
PAGES = ROOT / "functions" / "serve_pages"
LANDING = ROOT / "layers" / "twofold" / "python" / "twofold" / "entrypoints" / "landing" / "templates"
PARTS = ("landing.html", "landing_about.html", "landing_number.html")


def of_a_look() -> dict[str, float]:
    """The landing page and all that lies beside it, compressed, from the edge's cache."""
    page = b"".join((LANDING / name).read_bytes() for name in PARTS)
    style, script = PAGES / "static" / "pages.css", bundled(PAGES)["landing.js"]
    files = [page, style.read_bytes(), sheet({"accent": "#b3261e"}).encode(), script.read_bytes()]
    sent = sum(len(gzip.compress(file)) + assumed.HEADER_BYTES for file in files)
    return {
        "CloudFront requests": len(files),
        "CloudFront traffic": sent / assumed.GB,
        "CloudFront functions": 1,
    }


def parts_of_texts(counted: Counted) -> int:
    asked = [request for step in counted.way for request in step.requests if request.operation == "Publish"]
    return sum(count_parts(text.arguments["Message"]) for text in asked)


def prices_of_texts(counted: Counted) -> Mapping[str, Price]:
    """The most that a part may cost: everywhere, as production has it set, and where it suggests a row of its own."""
    settings = counted.template.functions()["send_messages"]["Environment"]["Variables"]
    rows = tuple(f"{country}={_suggested(country)}" for country in assumed.COUNTRIES)
    prices = Prices.read(PriceSettings(default=PriceSettings.from_env(settings).default, countries=rows))
    named = {"by default": prices.default, **{country: prices.of(country) for country in assumed.COUNTRIES}}
    return {
        f"SMS, {name}": Price(price / 1e6, 1, "parts", name, PRODUCTION.name) for name, price in named.items()
    }


def _suggested(country: str) -> str:
    row = re.search(rf'^#? ?{country} = "([\d.]+)"$', PRODUCTION.read_text("utf-8"), re.MULTILINE)
    assert row, f"{PRODUCTION.name} suggests no price for {country}"
    return row[1]
