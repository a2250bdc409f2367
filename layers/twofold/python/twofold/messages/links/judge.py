"""Was it a person who opened a link, or a machine that looked first? A guess, with the rule that it rests on."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from .model import Link

SOON = timedelta(seconds=4)
"""Nobody reads a text and taps its link sooner; phones and carriers look at it in that time."""

BURST = timedelta(seconds=2)
"""Clicks of one link that follow each other faster than this are a scanner's."""

CROWD = 12
"""Different links that one network opens within a minute, beyond which it is a scanner."""

_MACHINES = re.compile(
    r"bot\b|crawl|spider|slurp|preview|facebookexternalhit|facebot|whatsapp|telegram|twitter|slack|discord|skype"
    r"|viber|linkedin|pinterest|embedly|iframely|google-safety|googleother|mediapartners|adsbot|bingpreview"
    r"|barracuda|proofpoint|mimecast|urldefense|safelinks|forcepoint|symantec|trendmicro|zscaler|virustotal|urlscan"
    r"|headless|phantom|puppeteer|playwright|selenium|curl|wget|python|httpx|aiohttp|okhttp|go-http|java/|axios"
    r"|node-fetch|libwww|scrapy|httpclient|apache-http|ruby|perl|postman|insomnia|monitor|uptime|pingdom",
    re.IGNORECASE,
)
"""Marks in the User-Agent of crawlers, messengers' previews, mail scanners and programs, as each calls itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Click:
    """One opening of a link. `purpose` is what the browser says it fetches for (Sec-Purpose, Purpose, X-Moz)."""

    method: str
    user_agent: str
    purpose: str
    network: str
    at: datetime


def machine_rule(click: Click, link: Link) -> str | None:
    """What gives a machine away by itself; None when nothing does."""
    if click.method == "HEAD":
        return "head"
    if not click.user_agent.strip():
        return "no_user_agent"
    if _MACHINES.search(click.user_agent):
        return "known_machine"
    if re.search(r"prefetch|preview|prerender", click.purpose, re.IGNORECASE):
        return "prefetch"
    if click.at - link.made_at < SOON:
        return "too_soon"
    if link.last_at is not None and click.at - link.last_at < BURST:
        return "burst"
    return None
