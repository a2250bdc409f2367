"""Whether a text tells people how to stop."""

import re

STOP_WORDS = {
    "de": ("STOPP", "ABMELDEN"),
    "es": ("BAJA",),
    "fr": ("ARRET", "ARRÊT"),
    "nl": ("AFMELDEN",),
    "pt": ("SAIR",),
}
"""What a language's people write besides STOP, which is understood everywhere."""


def says_stop(text: str, locale: str) -> bool:
    """STOP, or its language's own word, in capitals and as a word: a non-stop buffet is no way out."""
    words = ("STOP", *STOP_WORDS.get(locale.partition("-")[0].lower(), ()))
    return re.search(rf"(?<![\w-])({'|'.join(words)})(?![\w-])", text) is not None
