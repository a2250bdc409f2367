"""Was it a machine that asked? As far as a single request tells."""

import re

from twofold.assets.model import Asset
from twofold.contracts.instants import day_of

from .click import Click
from .device import device_of
from .model import Count

_BROWSER = re.compile(r"\s*(mozilla|opera)/", re.IGNORECASE)
"""How every browser begins its User-Agent; previews of messengers and mail programs seldom pretend to be one."""

_MACHINES = re.compile(
    r"(?<!cu)bot\b|crawl|spider|slurp|preview|externalhit|externalfetcher|facebot|cardyb|mastodon|embedly|iframely"
    r"|compatible;(?! msie)|google-safety|googleother|mediapartners|whatsapp/"
    r"|barracuda|proofpoint|mimecast|urldefense|safelinks|forcepoint|symantec|trendmicro|zscaler|virustotal|urlscan"
    r"|headless|phantom|puppeteer|playwright|selenium|curl|wget|python|httpx|aiohttp|okhttp|go-http|java/|axios|cfnetwork"
    r"|node-fetch|libwww|scrapy|httpclient|apache-http|ruby|perl|postman|insomnia|monitor|uptime|pingdom",
    re.IGNORECASE,
)
"""Marks in the User-Agent of crawlers, messengers' previews, mail scanners and programs, as each calls itself.

An app's browser names the app as well (`Telegram-Android/11`, `Twitter for iPhone`), but a person holds it; and CUBOT
makes phones.
"""


def known_machine(click: Click) -> str | None:
    """What gives a machine away whatever it asks for; None when nothing does."""
    if click.method == "HEAD":
        return "head"
    if rule := machine_agent(click.user_agent):
        return rule
    if re.search(r"prefetch|preview|prerender", click.purpose, re.IGNORECASE):
        return "prefetch"
    return None


def machine_agent(user_agent: str) -> str | None:
    """What a User-Agent gives away by itself."""
    if not user_agent.strip():
        return "no_user_agent"
    if _MACHINES.search(user_agent):
        return "known_machine"
    return None if _BROWSER.match(user_agent) else "no_browser"


def machine_count(asset: Asset, click: Click) -> Count:
    """What a machine's look is counted as."""
    return Count(
        asset_id=asset.asset_id, day=day_of(click.at), kind="machine", device=device_of(click.user_agent)
    )
