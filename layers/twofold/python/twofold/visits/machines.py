"""Was it a machine that asked? As far as a single request tells."""

import re

from twofold.assets.model import Asset
from twofold.contracts.instants import day_of

from .click import Click
from .device import device_of
from .model import Count

_MACHINES = re.compile(
    r"bot\b|crawl|spider|slurp|preview|facebookexternalhit|facebot|whatsapp|telegram|twitter|slack|discord|skype"
    r"|viber|linkedin|pinterest|embedly|iframely|google-safety|googleother|mediapartners|adsbot|bingpreview"
    r"|barracuda|proofpoint|mimecast|urldefense|safelinks|forcepoint|symantec|trendmicro|zscaler|virustotal|urlscan"
    r"|headless|phantom|puppeteer|playwright|selenium|curl|wget|python|httpx|aiohttp|okhttp|go-http|java/|axios"
    r"|node-fetch|libwww|scrapy|httpclient|apache-http|ruby|perl|postman|insomnia|monitor|uptime|pingdom",
    re.IGNORECASE,
)
"""Marks in the User-Agent of crawlers, messengers' previews, mail scanners and programs, as each calls itself."""

_IN_AN_APP = re.compile(r"twitter for \w+|\[?linkedinapp\]?|\[pinterest/\w+\]", re.IGNORECASE)
"""Browsers inside an app: a person holds it, though the app's name stands in the User-Agent as its crawler's does."""


def known_machine(click: Click) -> str | None:
    """What gives a machine away whatever it asks for; None when nothing does."""
    if click.method == "HEAD":
        return "head"
    agent = _IN_AN_APP.sub("", click.user_agent)
    if not agent.strip():
        return "no_user_agent"
    if _MACHINES.search(agent):
        return "known_machine"
    if re.search(r"prefetch|preview|prerender", click.purpose, re.IGNORECASE):
        return "prefetch"
    return None


def machine_count(asset: Asset, click: Click) -> Count:
    """What a machine's look is counted as."""
    return Count(
        asset_id=asset.asset_id, day=day_of(click.at), kind="machine", device=device_of(click.user_agent)
    )
