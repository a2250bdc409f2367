"""The last step: the discount code, and what else comes with it."""

from urllib.parse import urlsplit

from msgspec import UNSET

from twofold.contracts.payloads.signups import Confirmation, OwnDiscount

from ..dates import in_words
from ..pages import NOTHING, Markup, Pages
from ..shop_link import in_shop
from .code import way_back
from .scene import Scene, framed

FRIENDS_TEXTS = ("share_heading", "share_intro", "share_button", "share_text", "link_copied")
"""Beside the link that a lead brings friends with."""


def done_page(pages: Pages, scene: Scene, outcome: Confirmation) -> Markup:
    hidden = pages.fill("landing_hidden.html", {})
    heading = _heading(scene, outcome)
    return framed(
        pages, scene, step="done", heading=heading, stage=_step(pages, scene, outcome), about=hidden
    )


def _heading(scene: Scene, outcome: Confirmation) -> str:
    discount, say = outcome.discount, scene.say
    if discount is UNSET:
        return say["no_code_heading"]
    if not discount.good:
        return say.get(f"over_{discount.state}") or say["over_other"]
    fresh = "done_online" if _to_shop(scene) else "done_heading"
    return say["welcome_back" if outcome.lead.returning else fresh]


def _to_shop(scene: Scene) -> bool:
    return in_shop(scene.asset.apply_url, "") is not None


def _step(pages: Pages, scene: Scene, outcome: Confirmation) -> Markup:
    discount = outcome.discount
    over = discount is not UNSET and not discount.good
    fields = {
        "got": _no_code(pages, scene, outcome) if discount is UNSET else _got(pages, scene, discount),
        "over": Markup(" over") if over else NOTHING,
        "magnet": _magnet(pages, scene, outcome),
        "referral": _referral(pages, scene, outcome),
        "restart": _restart(pages, scene, outcome),
    }
    return pages.fill("landing_done.html", fields)


def _got(pages: Pages, scene: Scene, discount: OwnDiscount) -> Markup:
    good = discount.good
    fields = {
        "title": scene.campaign.named(discount.title, scene.asset.locale),
        "code": discount.code,
        "good": _good(pages, scene, discount) if good else NOTHING,
        "use": _use(pages, scene, discount) if good else NOTHING,
        "page": urlsplit(discount.redeem_url).path,
        "show_link": scene.say["show_link"],
    }
    return pages.fill("landing_got.html", fields)


def _no_code(pages: Pages, scene: Scene, outcome: Confirmation) -> Markup:
    """Why there is no code: promised (it follows by text) or used_up."""
    say = scene.say
    why = say["no_code_used_up" if outcome.no_code == "used_up" else "no_code_promised"]
    return pages.fill("landing_no_code.html", {"why": why})


def _restart(pages: Pages, scene: Scene, outcome: Confirmation) -> Markup:
    """With another number; where all is given out, that would be one more text for nothing."""
    if outcome.no_code == "used_up":
        return NOTHING
    fields = {"back": way_back(scene), "change_number": scene.say["change_number"]}
    return pages.fill("landing_restart.html", fields)


def _good(pages: Pages, scene: Scene, discount: OwnDiscount) -> Markup:
    until = discount.last_day
    day = "" if until is UNSET else f"{scene.say['valid_until']} {in_words(until, scene.asset.locale)}"
    fields = {"qr": urlsplit(discount.qr_url).path, "code": discount.code, "expires": day}
    return pages.fill("landing_good.html", fields)


def _use(pages: Pages, scene: Scene, discount: OwnDiscount) -> Markup:
    """To the shop with it, and a button that copies it."""
    address, say = in_shop(scene.asset.apply_url, discount.code), scene.say
    texts = {name: say[name] for name in ("copy_button", "copied")}
    copy = pages.fill("landing_use.html", texts | {"kind": "second" if address else "main"})
    if not address:
        return copy
    link = pages.fill("landing_apply.html", {"apply_url": address, "apply_button": say["apply_button"]})
    return Markup(link + copy)


def _magnet(pages: Pages, scene: Scene, outcome: Confirmation) -> Markup:
    if outcome.magnet is UNSET:
        return NOTHING
    path = urlsplit(outcome.magnet.url).path
    fields = {"title": outcome.magnet.title, "url": path, "magnet_label": scene.say["magnet_label"]}
    return pages.fill("landing_magnet.html", fields)


def _referral(pages: Pages, scene: Scene, outcome: Confirmation) -> Markup:
    if outcome.referral_url is UNSET:
        return NOTHING
    texts = {name: scene.say[name] for name in FRIENDS_TEXTS}
    return pages.fill("landing_referral.html", texts | {"url": outcome.referral_url})
