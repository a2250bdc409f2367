"""The texts of a page or a widget: ours in each language, and over them the campaign's own."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module

from twofold.campaigns.model import Campaign

LANGUAGES = ("en", "de", "es", "fr", "pl", "vi")
"""In these a campaign need say nothing but what is its own."""

RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})


def words(campaign: Campaign, locale: str) -> dict[str, str]:
    """Every text by its name, `{brand}`, `{title}` and `{reward}` filled in.

    The nearest stands: the campaign's in this locale, the campaign's in its language, ours in that, the campaign's in
    its own locale, ours in that language, ours in English. So nobody reads another language while we speak theirs.
    """
    own, spoken = campaign.locale, language(locale)
    told = {**ours("en"), **ours(own), **campaign.texts.get(own, {})}
    if spoken != language(own):
        told.update(ours(spoken))
    told.update(campaign.texts.get(spoken, {}))
    told.update(campaign.texts.get(locale, {}))
    return {name: filled(text, campaign, locale) for name, text in told.items()}


def filled(text: str, campaign: Campaign, locale: str) -> str:
    told = text.replace("{brand}", campaign.brand).replace("{title}", campaign.title(locale))
    return told.replace("{reward}", campaign.reward(locale))


def ours(locale: str) -> Mapping[str, str]:
    """Our own texts in the locale's language; none where we do not speak it."""
    spoken = language(locale)
    return _ours(spoken) if spoken in LANGUAGES else {}


def language(locale: str) -> str:
    """`de` of `de-AT` and `de_AT`."""
    return locale.replace("_", "-").split("-")[0].lower()


def direction(locale: str) -> str:
    """ltr or rtl."""
    return "rtl" if language(locale) in RIGHT_TO_LEFT else "ltr"


@cache
def _ours(spoken: str) -> Mapping[str, str]:
    # Only the language that is asked for is loaded.
    texts: Mapping[str, str] = import_module(f"twofold.campaigns.words.{spoken}").TEXTS
    return texts
