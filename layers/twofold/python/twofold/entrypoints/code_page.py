"""The page of a discount code: how it stands now, what it is worth, and what one can do with it."""

from dataclasses import dataclass

import msgspec
from msgspec import UnsetType

from twofold.campaigns.words.speak import direction, language
from twofold.contracts.routes.pages import CODE_CALENDAR, CODE_QR

from . import money
from .code_scene import AHEAD, FINAL, CodeScene, CodeScenes
from .dates import in_words
from .pages import NOTHING, Markup, Pages
from .shop_link import in_shop

ICONS = {"good": "✓", "again": "✓", "reserved": "◷", "not_yet_valid": "◷", "redeemed": "♥\ufe0e"}
"""Beside the words, for whoever sees no colours; anything else is a cross."""

CLOSE = frozenset({"en", "vi"})
"""Languages that put no space before a per cent sign."""

LOOKS = {"good": "good", "again": "good", "reserved": "wait", "not_yet_valid": "wait", "redeemed": "thanks"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowCode:
    pages: Pages
    scenes: CodeScenes

    def __call__(self, code: str, wished: str | None) -> Markup:
        """A code's own page, in the campaign's locale that comes nearest to the one wished for. Raises NotFound."""
        return code_page(self.pages, self.scenes(code, wished))


def code_page(pages: Pages, scene: CodeScene) -> Markup:
    """`data-status` is what the state's address answered for this very page: a script sees whether it still does."""
    status, kind = scene.status, scene.kind
    fields = {
        "brand": status.campaign.brand,
        "title": scene.title,
        "locale": scene.locale,
        "direction": direction(scene.locale),
        "code": status.code,
        "status": msgspec.json.encode(status).decode(),
        "final": Markup(" data-final") if kind in FINAL else NOTHING,
        "offline": scene.say["code_offline"],
        "look": LOOKS.get(kind, "ended"),
        "icon": ICONS.get(kind, "✕"),
        "verdict": _verdict(scene),
        "card": _card(pages, scene) if kind in AHEAD else pages.fill("code_over.html", {"code": status.code}),
    }
    return pages.fill("code.html", fields)


def _verdict(scene: CodeScene) -> str:
    say = scene.say
    told = {
        "good": say["show_at_till"],
        "again": say["code_again"],
        "reserved": say["code_reserved"],
        "redeemed": say["code_redeemed"],
    }
    return told.get(scene.kind) or say.get(f"over_{scene.kind}", say["over_other"])


def _card(pages: Pages, scene: CodeScene) -> Markup:
    until, say = scene.status.last_day, scene.say
    fields = {
        "worth": _worth(scene),
        "code": scene.status.code,
        "qr": CODE_QR.at("", file=f"{scene.name}.svg"),
        "expires": ""
        if isinstance(until, UnsetType)
        else f"{say['valid_until']} {in_words(until, scene.locale)}",
        "terms": _terms(pages, scene),
        "shop": _shop(pages, scene),
        "copy_button": say["copy_button"],
        "copied": say["copied"],
        "calendar": NOTHING if isinstance(until, UnsetType) else _calendar(pages, scene),
    }
    return pages.fill("code_good.html", fields)


def _terms(pages: Pages, scene: CodeScene) -> Markup:
    told = [pages.fill("code_term.html", {"term": term}) for term in scene.terms()]
    return pages.fill("code_terms.html", {"terms": Markup("\n".join(told))}) if told else NOTHING


def _shop(pages: Pages, scene: CodeScene) -> Markup:
    address = in_shop(scene.campaign.apply_url, scene.status.code)
    if address is None:
        return NOTHING
    return pages.fill("landing_apply.html", {"apply_url": address, "apply_button": scene.say["apply_button"]})


def _calendar(pages: Pages, scene: CodeScene) -> Markup:
    address = f"{CODE_CALENDAR.at('', code=scene.name)}?locale={scene.locale}"
    fields = {"address": address, "calendar_link": scene.say["calendar_link"]}
    return pages.fill("code_calendar.html", fields)


def _worth(scene: CodeScene) -> str:
    terms = scene.status.discount
    if terms.kind == "percent":
        return f"−{terms.value}{_before_per_cent(scene.locale)}%"
    if terms.kind == "amount":
        return f"−{money.in_words(terms.value, str(terms.currency), scene.locale)}"
    return scene.say["worth_item"]


def _before_per_cent(locale: str) -> str:
    return "" if language(locale) in CLOSE else "\u00a0"
