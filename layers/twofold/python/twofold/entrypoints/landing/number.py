"""The first step: a number, a country where several are served, and a box that nobody ticked beforehand."""

from collections.abc import Mapping

from ..pages import NOTHING, Markup, Pages
from .fault import NONE, Fault
from .scene import Scene, framed

NUMBER_TEXTS = ("intro", "phone_label", "join_button", "trust_line", "terms_label", "privacy_label")
"""Where a number is left; `country_label` too where several countries are served."""


def greeting(pages: Pages, scene: Scene) -> Markup:
    """The page as whoever comes here sees it: it depends on nothing but the asset and the language."""
    return _page(pages, scene, number_step(pages, scene, {}), about(pages, scene))


def asked_again(pages: Pages, scene: Scene, typed: Mapping[str, str], fault: Fault, back: str = "") -> Markup:
    """The same with what was typed and what is wrong. `back` is where the form goes if it stands elsewhere."""
    return _page(
        pages,
        scene,
        number_step(pages, scene, typed, fault, back),
        pages.fill("landing_hidden.html", {}),
    )


def closing(pages: Pages, scene: Scene, fault: Fault) -> Markup:
    """Nobody can sign up here now, said in a friendly way."""
    stage = pages.fill("landing_closed.html", {"why": fault.words})
    hidden = pages.fill("landing_hidden.html", {})
    return framed(pages, scene, step="closed", heading=scene.say["closed_heading"], stage=stage, about=hidden)


def number_step(
    pages: Pages, scene: Scene, typed: Mapping[str, str], fault: Fault = NONE, back: str = ""
) -> Markup:
    asset = scene.asset
    consent = asset.consent
    ticked = Markup(" checked") if typed.get("consent") == "on" else NOTHING
    fields = {
        "action": pages.fill("landing_action.html", {"back": back}) if back else NOTHING,
        "fault": fault.above(pages),
        "phone_fault": fault.above(pages, "phone"),
        "consent_fault": fault.above(pages, "consent"),
        "phone_marks": fault.marks("phone"),
        "consent_marks": Markup(ticked + fault.marks("consent")),
        "phone": typed.get("phone", ""),
        "country": _countries(pages, scene, typed.get("country")),
        "consent": consent.text,
        "consent_version": consent.version,
        "locale": asset.locale,
        "terms_url": consent.terms_url,
        "privacy_url": consent.privacy_url,
        **{name: scene.say[name] for name in NUMBER_TEXTS},
    }
    return pages.fill("landing_number.html", fields)


def about(pages: Pages, scene: Scene) -> Markup:
    """What previews of a link show (https://ogp.me)."""
    asset = scene.asset
    fields = {
        "title": asset.title,
        "description": scene.say["intro"],
        "brand": asset.brand,
        "url": scene.url,
        "og_locale": asset.locale.replace("-", "_"),
    }
    image = asset.theme.get("image")
    picture = pages.fill("landing_image.html", {"image": image}) if image else NOTHING
    return Markup(pages.fill("landing_about.html", fields) + picture)


def _page(pages: Pages, scene: Scene, stage: Markup, head: Markup) -> Markup:
    return framed(pages, scene, step="number", heading=scene.asset.title, stage=stage, about=head)


def _countries(pages: Pages, scene: Scene, chosen: str | None) -> Markup:
    """Nothing where there is no choice. Scripts give them their names in the visitor's language."""
    served = scene.asset.countries
    if len(served) < 2:
        return NOTHING
    options = [
        pages.fill("landing_option.html", {"country": one, "chosen": _chosen(one == chosen)})
        for one in served
    ]
    fields = {"country_label": scene.say["country_label"], "locale": scene.asset.locale}
    return pages.fill("landing_country.html", fields | {"options": Markup("".join(options))})


def _chosen(is_it: bool) -> Markup:
    return Markup(" selected") if is_it else NOTHING
