"""Whether a text tells people how to stop."""

import re

_LOCAL = {
    "de": ("STOPP", "ABMELDEN"),
    "es": ("BAJA",),
    "fr": ("ARRET", "ARRÊT"),
    "nl": ("AFMELDEN",),
    "pt": ("SAIR",),
}
"""What carriers and people write besides STOP, which is understood everywhere."""


def says_stop(text: str, locale: str) -> bool:
    """STOP, or its language's own word, in capitals and as a word: a non-stop buffet is no way out."""
    words = ("STOP", *_LOCAL.get(locale.partition("-")[0].lower(), ()))
    return re.search(rf"(?<![\w-])({'|'.join(words)})(?![\w-])", text) is not None
