"""What is said where a campaign has no words of its own, in six languages.

All but `join`, which repeats the consent's own text, fit one part with a brand of 20 letters, a contact of 25, an
offer's title of 30, a code and a link: that is why no letter outside GSM-7 stands there, and some accents are missing.
"""

from collections.abc import Mapping
from functools import cache
from importlib import import_module

from .words.en import TEXTS as ENGLISH

ASK_WHY = "ask_why"
"""The template that asks, in one text, why it is not the time."""

LANGUAGES = ("en", "de", "es", "fr", "pl", "vi")

NAMES = frozenset(ENGLISH)
"""The templates that are built in."""

ANSWERS = frozenset(
    {
        *("stopped", "help", "resumed", "join", "joined_already", "not_joined", "promised", "used_up"),
        ASK_WHY,
    }
)
"""Those that answer somebody, who may be nobody we know; all others are marketing."""


def default_template(name: str, locale: str) -> str | None:
    """In the language of the locale, in English when we do not speak that; None for a name that is not built in."""
    language = locale.replace("_", "-").partition("-")[0].lower()
    return (_spoken(language) if language in LANGUAGES else ENGLISH).get(name)


@cache
def _spoken(language: str) -> Mapping[str, str]:
    # Only the languages that are asked for are loaded.
    texts: Mapping[str, str] = import_module(f"{__package__}.words.{language}").TEXTS
    return texts
